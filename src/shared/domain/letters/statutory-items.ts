import type { Condition, LetterId } from './types.ts';

/** One thing that a letter must contain. */
export interface StatutoryItem {
  readonly id: string;
  readonly contains: string;
  readonly source: string;
  readonly certainty: 'read' | 'unconfirmed';
  readonly letters: readonly LetterId[];
  /** In which cases; the rule set's dates are in the flags. */
  readonly when: Condition;
  /** Gaps whose very value the paragraph must show: dates, names, places. */
  readonly shows: readonly string[];
}

const FIXED: readonly LetterId[] = ['parents-short', 'parents-over-5', 'parents-exam', 'parents-over-15'];
const PARENTS: readonly LetterId[] = [...FIXED, 'parents-permanent', 'parents-lunchtime', 'parents-further'];
const TO_AUTHORITIES: readonly LetterId[] = ['notice-authority', 'notice-home-authority'];
const TOLD: readonly LetterId[] = [...TO_AUTHORITIES, 'notice-governors'];
const NOTICES: readonly LetterId[] = [...TOLD, 'notice-social-worker', 'notice-virtual-school-head'];
const CANCELLED: readonly LetterId[] = ['parents-cancelled', ...NOTICES];

const REG_4_AND_23 = 'SI 2002/3178 reg 4; from 2012 SI 2012/1033 regs 5 and 23';
const MODEL = 'Model letters 1 to 4 in local authorities’ copies';
const DAY_SIX = 'SI 2007/1870; SI 2012/1033 Sch 2 para 8; before September 2007 the sixteenth day';

const item = (
  id: string,
  contains: string,
  source: string,
  letters: readonly LetterId[],
  when: Condition = [],
  shows: readonly string[] = [],
  certainty: 'read' | 'unconfirmed' = 'read',
): StatutoryItem => ({ id, contains, source, certainty, letters, when, shows });

/**
 * What each letter of each rule set must contain, one row an item. A test composes every letter and looks for a locked
 * paragraph that covers each item that applies, with the very values in it.
 */
export const STATUTORY_ITEMS: readonly StatutoryItem[] = [
  item('period', 'The period', REG_4_AND_23, PARENTS, ['not-permanent'], ['length']),
  item('permanence', 'That it is permanent', REG_4_AND_23, PARENTS, ['permanent']),
  item('dates', 'When it begins and ends', MODEL, PARENTS, ['fixed-period'], ['begins', 'ends']),
  item('dates', 'From when it takes effect', MODEL, PARENTS, ['permanent'], ['begins']),
  item('dates', 'Which lunchtimes', MODEL, PARENTS, ['lunchtime'], ['lunchtimes']),
  item('return', 'When the pupil is back', MODEL, PARENTS, ['not-permanent'], ['returns']),
  item('reasons', 'The reasons', REG_4_AND_23, PARENTS, [], ['reasons', 'account']),
  item(
    'previous',
    'Earlier exclusions among the reasons',
    MODEL,
    PARENTS,
    ['permanent', 'has-previous'],
    ['previous'],
  ),
  item('previous', 'That there were none', MODEL, PARENTS, ['permanent', 'no-previous']),
  item(
    'chain',
    'Which exclusion it follows',
    'SI 2002/3178 reg 4(2); guidance since',
    PARENTS,
    ['further'],
    ['followed'],
  ),
  item('chain', 'Which it makes longer', 'SI 2002/3178 reg 4(2)', PARENTS, ['extension'], ['followed']),
  item('chain', 'Which it makes permanent', 'SI 2002/3178 reg 4(2)', PARENTS, ['conversion'], ['followed']),
  item('work', 'Work set and marked', MODEL, PARENTS, ['not lunchtime'], ['work']),
  item(
    'public-places',
    'The days on which the parent keeps the pupil out of public places',
    'Education and Inspections Act 2006 ss.103-105; SI 2007/1870',
    PARENTS,
    ['public-places'],
    ['publicPlaceDays'],
  ),
  item('education', 'Full-time education: from when', DAY_SIX, PARENTS, ['education-law'], ['educationFrom']),
  item('education', 'Its place, times and person', DAY_SIX, PARENTS, ['education-law'], ['educationPlaces']),
  item(
    'education-promise',
    'The area’s own promise, shown as such',
    'The area’s promise, not law',
    PARENTS,
    ['education-promise'],
    ['promiseFrom', 'educationPlaces'],
  ),
  item(
    'education-authority',
    'That the authority provides education, from when, and whom to ask',
    DAY_SIX,
    PARENTS,
    ['education-by-authority'],
    ['educationFrom', 'authorityContact'],
  ),
  item('examination', 'The examinations missed', REG_4_AND_23, PARENTS, ['exams'], ['exams']),
  item('total', 'The total of the term', MODEL, PARENTS, ['board-if-asked'], ['termTotal'], 'unconfirmed'),
  item(
    'total',
    'The total of the term',
    MODEL,
    PARENTS,
    ['board-meets', 'not-permanent'],
    ['termTotal'],
    'unconfirmed',
  ),
  item('representations', 'The right to make representations', REG_4_AND_23, PARENTS),
  item('how-to-represent', 'How and to whom', REG_4_AND_23, PARENTS, [], ['clerkContact']),
  item('governors-duty', 'What the governors must do', REG_4_AND_23, PARENTS),
  item('governors-day', 'The latest day of their meeting', MODEL, PARENTS, ['board-looks'], ['governorsBy']),
  item(
    'governors-window',
    'The first day of their meeting',
    'Guidance of 2003 to 2008',
    PARENTS,
    ['board-window'],
    ['governorsFrom'],
    'unconfirmed',
  ),
  item('before-examination', 'Before the examination if they can', REG_4_AND_23, PARENTS, ['board-exam']),
  item('attend', 'The right to attend', REG_4_AND_23, PARENTS, ['board-looks']),
  item('represented', 'To be represented, at own cost', REG_4_AND_23, PARENTS, ['board-looks']),
  item('friend', 'To bring a friend', REG_4_AND_23, PARENTS, ['board-looks']),
  item('pupil-involved', 'How the pupil may be involved', 'Guidance to SI 2012/1033', PARENTS, [
    'pupil-involved',
  ]),
  item(
    'remote-access',
    'Remote access and how to ask',
    'SI 2023/571',
    PARENTS,
    ['remote-possible'],
    ['clerkName'],
  ),
  item('discrimination', 'The claim of disability discrimination', MODEL, PARENTS),
  item('school-record', 'The right to see the school record', MODEL, PARENTS, [], [], 'unconfirmed'),
  item('advice', 'Sources of free advice', MODEL, PARENTS, [], ['advice']),
  item(
    'interview',
    'The reintegration interview',
    'SI 2007/1870, to August 2012',
    PARENTS,
    ['interview'],
    ['interview'],
  ),
  item('head-name', 'Who decided', MODEL, PARENTS, [], ['headName']),

  item(
    'cancelled',
    'That it is taken back',
    'Guidance of September 2022',
    ['parents-cancelled'],
    [],
    ['begins'],
  ),
  item(
    'cancelled',
    'That it is taken back',
    'Guidance of September 2022',
    NOTICES,
    ['cancelled'],
    ['begins'],
  ),
  item('cancel-reason', 'Why', 'Guidance of September 2022', ['parents-cancelled'], [], ['cancelReason']),
  item('cancel-reason', 'Why', 'Guidance of September 2022', NOTICES, ['cancelled'], ['cancelReason']),
  item('back', 'When the pupil is back', 'Guidance of September 2022', CANCELLED, ['cancelled'], ['back']),
  item(
    'cancel-offer',
    'A meeting with the head is offered',
    'Guidance of September 2022',
    ['parents-cancelled'],
    ['cancel-rules'],
    [],
    'unconfirmed',
  ),
  item(
    'cancel-governors',
    'That the governors do not meet',
    'Guidance of September 2022',
    ['parents-cancelled', 'notice-governors'],
    ['cancelled'],
  ),

  item(
    'notice-pupil',
    'Who the pupil is',
    REG_4_AND_23,
    NOTICES,
    ['in-force'],
    ['pupilLine', 'dateOfBirth', 'upn'],
  ),
  item('period', 'The period', REG_4_AND_23, NOTICES, ['in-force', 'not-permanent'], ['length']),
  item('permanence', 'That it is permanent', REG_4_AND_23, NOTICES, ['in-force', 'permanent'], ['begins']),
  item('dates', 'When it begins and ends', MODEL, NOTICES, ['in-force', 'fixed-period'], ['begins', 'ends']),
  item('reasons', 'The reasons', REG_4_AND_23, NOTICES, ['in-force'], ['reasons', 'account']),
  item(
    'total',
    'The total of the term',
    MODEL,
    NOTICES,
    ['in-force', 'not-permanent'],
    ['termTotal'],
    'unconfirmed',
  ),
  item('head-name', 'Who decided', MODEL, NOTICES, [], ['headName']),
  item(
    'education-authority',
    'From when the authority provides education',
    DAY_SIX,
    TO_AUTHORITIES,
    ['in-force', 'education-by-authority'],
    ['educationFrom'],
  ),
  item('examination', 'The examinations missed', REG_4_AND_23, NOTICES, ['in-force', 'exams'], ['exams']),
  item(
    'governors-day',
    'The latest day of their meeting',
    MODEL,
    ['notice-governors'],
    ['in-force', 'board-looks'],
    ['governorsBy'],
  ),
  item(
    'worker-takes-part',
    'That they may take part in the meeting',
    'SI 2022/788; SI 2023/571',
    ['notice-social-worker', 'notice-virtual-school-head'],
    ['in-force', 'board-looks'],
  ),

  item('meeting-when', 'Day and time', MODEL, ['governors-invitation'], [], ['meetingOn', 'meetingTime']),
  item('meeting-where', 'The place', MODEL, ['governors-invitation'], [], ['meetingPlace']),
  item('representations', 'The right to make representations', REG_4_AND_23, ['governors-invitation']),
  item('how-to-represent', 'How and to whom', REG_4_AND_23, ['governors-invitation'], [], ['clerkContact']),
  item('attend', 'The right to attend', REG_4_AND_23, ['governors-invitation']),
  item('represented', 'To be represented, at own cost', REG_4_AND_23, ['governors-invitation']),
  item('friend', 'To bring a friend', REG_4_AND_23, ['governors-invitation']),
  item(
    'pupil-involved',
    'How the pupil may be involved',
    'Guidance to SI 2012/1033',
    ['governors-invitation'],
    ['pupil-involved'],
  ),
  item('remote-access', 'Remote access and how to ask', 'SI 2023/571', ['governors-invitation'], ['remote']),

  item(
    'outcome',
    'What they decided',
    'SI 2002/3178; SI 2012/1033 reg 6',
    ['governors-decision'],
    [],
    ['decisionOn'],
  ),
  item('decision-reasons', 'Why', 'SI 2012/1033 reg 6', ['governors-decision'], [], ['decisionReasons']),
  item('back', 'When the pupil is back', MODEL, ['governors-decision'], ['reinstated'], ['decisionBack']),
  item(
    'review-right',
    'The right to a review or an appeal',
    'SI 2012/1033 reg 6; before, SI 2002/3178',
    ['governors-decision'],
    ['review-possible'],
  ),
  item(
    'review-day',
    'The last day to ask',
    '15 school days: SI 2012/1033; before, 1998 Act Sch 18',
    ['governors-decision'],
    ['review-possible'],
    ['reviewBy'],
  ),
  item(
    'review-how',
    'How, and to whom',
    'SI 2012/1033 reg 6',
    ['governors-decision'],
    ['review-possible'],
    ['reviewTo'],
  ),
  item(
    'sen-expert',
    'The expert in special needs',
    'SI 2012/1033',
    ['governors-decision'],
    ['review-possible', 'sen-expert'],
  ),
  item(
    'review-represented',
    'To be represented there',
    'SI 2012/1033',
    ['governors-decision'],
    ['review-possible'],
  ),
  item('discrimination', 'The claim of disability discrimination', MODEL, ['governors-decision'], ['upheld']),
];
