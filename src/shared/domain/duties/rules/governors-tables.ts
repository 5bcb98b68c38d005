import type { GovernorsRule, RuleSource } from './types.ts';

const OLD: RuleSource = {
  source:
    'Guidance of 2003 to 2008 on the committee’s windows, as restated by local authorities and advisers',
  certainty: 'unconfirmed',
};

const NEW: RuleSource = {
  source: 'SI 2012/1033 regs 5, 6 and 23, and the table of the guidance that puts them together',
  certainty: 'unconfirmed',
};

/** The discipline committee’s table to August 2012: meetings not before the sixth school day. */
export const GOVERNORS_TO_2012: readonly GovernorsRule[] = [
  {
    when: 'examination-missed',
    must: 'meet',
    byDay: 15,
    mayReinstate: true,
    ...OLD,
    reading:
      'The examination is tried first, as in the later table, and no sixth-day floor stands in the way of meeting before it.',
  },
  { when: 'permanent', must: 'meet', notBeforeDay: 6, byDay: 15, mayReinstate: true, ...OLD },
  {
    when: 'term-total',
    overTermDays: 15,
    must: 'meet',
    notBeforeDay: 6,
    byDay: 15,
    mayReinstate: true,
    ...OLD,
  },
  {
    when: 'term-total',
    overTermDays: 5,
    must: 'meet-if-asked',
    notBeforeDay: 6,
    byDay: 50,
    mayReinstate: true,
    ...OLD,
  },
  { when: 'term-total', overTermDays: 0, must: 'consider-representations', mayReinstate: false, ...OLD },
];

/** The governing board's table from September 2012, without a floor. */
export const GOVERNORS_FROM_2012: readonly GovernorsRule[] = [
  { when: 'examination-missed', must: 'meet', byDay: 15, mayReinstate: true, ...NEW },
  { when: 'permanent', must: 'meet', byDay: 15, mayReinstate: true, ...NEW },
  { when: 'term-total', overTermDays: 15, must: 'meet', byDay: 15, mayReinstate: true, ...NEW },
  { when: 'term-total', overTermDays: 5, must: 'meet-if-asked', byDay: 50, mayReinstate: true, ...NEW },
  { when: 'term-total', overTermDays: 0, must: 'consider-representations', mayReinstate: false, ...NEW },
];
