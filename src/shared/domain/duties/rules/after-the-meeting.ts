import type { DutyRule } from '../types.ts';
import type { RuleSource } from './types.ts';

type Told = Pick<DutyRule, 'key' | 'party' | 'when'>;

const decisionTold = (told: Told, source: RuleSource): DutyRule => ({
  ...told,
  owedBy: 'governors',
  basis: 'law',
  after: { event: 'decision', outcomes: ['upheld', 'reinstated'] },
  due: { by: 'without-delay' },
  ...source,
});

const PARENTS: Told = { key: 'decision-letter', party: 'parents' };
const AUTHORITY: Told = { key: 'tell-authority-decision', party: 'authority' };
const HOME_AUTHORITY: Told = {
  key: 'tell-home-authority-decision',
  party: 'home-authority',
  when: { all: [{ kinds: ['permanent'] }, { pupil: 'home-authority' }] },
};

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

const OLD: RuleSource = {
  source: 'SI 2002/3178 reg 5, as restated by local authorities',
  certainty: 'unconfirmed',
};
const NEW: RuleSource = { source: 'SI 2012/1033 regs 6 and 24', certainty: 'unconfirmed' };

/** The decision and the appeal to August 2012. */
export const DECISION_TO_2012: readonly DutyRule[] = [
  decisionTold(PARENTS, OLD),
  decisionTold(AUTHORITY, {
    ...OLD,
    reading: 'Read as owed for every decision whether to put the pupil back, whatever its length.',
  }),
  hearing({
    source: 'School Standards and Framework Act 1998 Sch 18 and SI 2001/2086, taken to continue',
    certainty: 'unconfirmed',
  }),
];

/** The decision and the review from September 2012. */
export const DECISION_FROM_2012: readonly DutyRule[] = [
  decisionTold(PARENTS, NEW),
  decisionTold(AUTHORITY, {
    ...NEW,
    reading: 'Read as owed for every decision whether to put the pupil back, whatever its length.',
  }),
  decisionTold(HOME_AUTHORITY, {
    ...NEW,
    reading:
      'Read as owed for a permanent exclusion, of which this authority was told too: it sees to the education.',
  }),
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
