import type { DutyRule } from '../types.ts';
import type { RuleSource } from './types.ts';

const decisionLetter = (source: RuleSource): DutyRule => ({
  key: 'decision-letter',
  party: 'parents',
  owedBy: 'governors',
  basis: 'law',
  after: { event: 'decision', outcomes: ['upheld', 'reinstated'] },
  due: { by: 'without-delay' },
  ...source,
});

const hearing = (source: RuleSource): DutyRule => ({
  key: 'review-hear',
  party: 'panel',
  owedBy: 'authority',
  basis: 'law',
  when: { kinds: ['permanent'] },
  after: { event: 'review-asked' },
  due: { by: 'school-day', day: 15 },
  ...source,
});

/** The decision and the appeal to August 2012. */
export const DECISION_TO_2012: readonly DutyRule[] = [
  decisionLetter({
    source: 'SI 2002/3178 reg 5, as restated by local authorities',
    certainty: 'unconfirmed',
  }),
  hearing({
    source: 'School Standards and Framework Act 1998 Sch 18 and SI 2001/2086, taken to continue',
    certainty: 'unconfirmed',
  }),
];

/** The decision and the review from September 2012. */
export const DECISION_FROM_2012: readonly DutyRule[] = [
  decisionLetter({ source: 'SI 2012/1033 regs 6 and 24', certainty: 'unconfirmed' }),
  hearing({
    source: 'SI 2012/1033 Sch 1 para 1',
    certainty: 'read',
    reading: 'At an academy its trust arranges the panel instead of the authority.',
  }),
  {
    key: 'reconsider',
    party: 'parents',
    owedBy: 'governors',
    basis: 'law',
    when: { kinds: ['permanent'] },
    after: { event: 'review-decided', outcomes: ['reconsider', 'quashed'] },
    due: { by: 'school-day', day: 10 },
    source: 'SI 2012/1033 as restated by advisers: ten school days after notice of the panel’s decision',
    certainty: 'unconfirmed',
    reading: 'Counted from the day of the panel’s decision, as if its notice came by hand that day.',
  },
];
