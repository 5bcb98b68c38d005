import type { RuleSet } from '../types.ts';
import { DECISION_FROM_2012 } from './after-the-meeting.ts';
import {
  EARLIER_SCHOOLS_TOO,
  EXAMINATIONS_AND_TESTS,
  PAPERS,
  REMOVAL,
  TERM_READING_FROM_2012,
} from './common.ts';
import { DAY_SIX, EDUCATION_FROM_2012 } from './education.ts';
import { GOVERNORS_FROM_2012 } from './governors-tables.ts';
import { NOTICES_FROM_2012 } from './notices.ts';
import {
  CONVERTING_TO_2017,
  CORONAVIRUS_TIMES,
  NO_CANCELLING,
  NO_EXTENDING,
  REMOTE_FROM_2020,
  WITHDRAWING,
} from './permissions.ts';
import { WITHDRAWN } from './taken-back.ts';
import { REINTEGRATION_FROM_2012, RETURN, WORK } from './while-out.ts';

/** England, September 2012 to August 2022: Education Act 2002 s.51A with SI 2012/1033. */
export const ENGLAND_2012: RuleSet = {
  id: 'england-2012',
  name: 'England, September 2012 to August 2022',
  from: '2012-09-01',
  to: '2022-08-31',
  words: {
    exclusion: 'exclusion',
    authority: 'LA',
    governors: 'governing board',
    panel: 'independent review panel',
    review: 'review',
    head: 'head teacher',
    headAtPru: 'teacher in charge',
    decisionBody: 'governing board',
  },
  maxYearDays: { value: 45, source: 'SI 2012/1033; earlier schools included', certainty: 'read' },
  educationFromDay: DAY_SIX,
  termReading: TERM_READING_FROM_2012,
  termCountsEarlierSchools: EARLIER_SCHOOLS_TOO,
  examinations: EXAMINATIONS_AND_TESTS,
  governors: GOVERNORS_FROM_2012,
  papersDaysBefore: PAPERS,
  duties: [
    ...NOTICES_FROM_2012,
    ...WORK,
    RETURN,
    REINTEGRATION_FROM_2012,
    ...DECISION_FROM_2012,
    ...WITHDRAWN,
  ],
  education: EDUCATION_FROM_2012,
  review: {
    applyDays: {
      value: 15,
      source: 'SI 2012/1033 Sch 1: 15 school days after notice of the decision; late ones are not heard',
      certainty: 'read',
    },
    outcomes: ['upheld', 'reconsider', 'quashed'],
    removeFromRegister: REMOVAL,
  },
  exceptions: [CORONAVIRUS_TIMES],
  permissions: {
    extension: NO_EXTENDING,
    conversion: CONVERTING_TO_2017,
    cancel: NO_CANCELLING,
    withdraw: WITHDRAWING,
    remoteMeeting: REMOTE_FROM_2020,
  },
};
