import type { RuleSet } from '../types.ts';
import { DECISION_FROM_2012 } from './after-the-meeting.ts';
import { ENGLAND_2012 } from './england-2012.ts';
import { NOTICES_FROM_2022 } from './notices.ts';
import { CANCELLING, NO_CONVERTING, NO_EXTENDING, NO_WITHDRAWING, REMOTE_FROM_2023 } from './permissions.ts';
import { CANCELLED } from './taken-back.ts';
import { REINTEGRATION_FROM_2012, RETURN, WORK } from './while-out.ts';

/**
 * England, from September 2022: SI 2012/1033 as amended by SI 2022/788 (everybody told of every one) and SI 2023/571
 * (cancelling, remote meetings).
 */
export const ENGLAND_2022: RuleSet = {
  ...ENGLAND_2012,
  id: 'england-2022',
  name: 'England, from September 2022',
  from: '2022-09-01',
  to: undefined,
  words: { ...ENGLAND_2012.words, exclusion: 'suspension' },
  duties: [
    ...NOTICES_FROM_2022,
    ...WORK,
    RETURN,
    REINTEGRATION_FROM_2012,
    ...DECISION_FROM_2012,
    ...CANCELLED,
  ],
  exceptions: [],
  permissions: {
    extension: NO_EXTENDING,
    conversion: NO_CONVERTING,
    cancel: CANCELLING,
    withdraw: NO_WITHDRAWING,
    remoteMeeting: REMOTE_FROM_2023,
  },
};
