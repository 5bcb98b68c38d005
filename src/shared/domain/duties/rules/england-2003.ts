import type { RuleSet } from '../types.ts';
import { DECISION_TO_2012 } from './after-the-meeting.ts';
import { PAPERS, PUBLIC_EXAMINATIONS, REMOVAL, TERM_READING_TO_2012, THIS_SCHOOL_ONLY } from './common.ts';
import { DAY_SIXTEEN, EDUCATION_2003 } from './education.ts';
import { GOVERNORS_TO_2012 } from './governors-tables.ts';
import { NOTICES_TO_2012 } from './notices.ts';
import { CHANGED_WITH_NOTICES, NO_CANCELLING, REMOTE_FROM_2023, WITHDRAWING } from './permissions.ts';
import { WITHDRAWN } from './taken-back.ts';
import { RETURN, WORK } from './while-out.ts';

/** England, 20 January 2003 to 31 August 2007: Education Act 2002 s.52 with SI 2002/3178 and 2002/3179. */
export const ENGLAND_2003: RuleSet = {
  id: 'england-2003',
  name: 'England, January 2003 to August 2007',
  from: '2003-01-20',
  to: '2007-08-31',
  words: {
    exclusion: 'exclusion',
    authority: 'LEA',
    governors: "governors' discipline committee",
    panel: 'independent appeal panel',
    review: 'appeal',
    head: 'head teacher',
    headAtPru: 'teacher in charge',
    decisionBody: "governors' discipline committee",
  },
  maxYearDays: { value: 45, source: 'Education Act 1997 s.6; SI 2002/3178', certainty: 'unconfirmed' },
  educationFromDay: DAY_SIXTEEN,
  termReading: TERM_READING_TO_2012,
  termCountsEarlierSchools: THIS_SCHOOL_ONLY,
  examinations: PUBLIC_EXAMINATIONS,
  governors: GOVERNORS_TO_2012,
  papersDaysBefore: PAPERS,
  duties: [...NOTICES_TO_2012, ...WORK, RETURN, ...DECISION_TO_2012, ...WITHDRAWN],
  education: EDUCATION_2003,
  review: {
    applyDays: {
      value: 15,
      source: 'School Standards and Framework Act 1998 Sch 18 para 1, taken to continue',
      certainty: 'unconfirmed',
    },
    outcomes: ['upheld', 'reinstated', 'not-practical'],
    removeFromRegister: REMOVAL,
  },
  exceptions: [],
  permissions: {
    extension: CHANGED_WITH_NOTICES,
    conversion: CHANGED_WITH_NOTICES,
    cancel: NO_CANCELLING,
    withdraw: WITHDRAWING,
    remoteMeeting: REMOTE_FROM_2023,
  },
};
