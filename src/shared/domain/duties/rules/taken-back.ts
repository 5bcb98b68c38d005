import type { DutyParty, DutyRule } from '../types.ts';
import type { Dated, DutyWhen, RuleSource } from './types.ts';

type Party = Exclude<DutyParty, 'pupil' | 'panel'>;

const told = (
  party: Party,
  event: 'cancelled' | 'withdrawn',
  rule: RuleSource & Dated & Pick<DutyRule, 'basis'>,
  when?: DutyWhen,
): DutyRule => ({
  key: `tell-cancelled-${party}`,
  party,
  owedBy: 'school',
  ...(when === undefined ? {} : { when }),
  after: { event },
  due: { by: 'without-delay' },
  ...rule,
});

/** Whoever was told of the exclusion: the authority where the pupil lives only of a permanent one. */
const LIVES_ELSEWHERE: DutyWhen = { all: [{ kinds: ['permanent'] }, { pupil: 'home-authority' }] };

const READING = 'Shown on the day of cancelling, whenever the pupil is back.';

const GUIDANCE: RuleSource & Dated & Pick<DutyRule, 'basis'> = {
  to: '2023-08-31',
  basis: 'guidance',
  source: 'Guidance from September 2022 on cancelling',
  certainty: 'read',
  reading: READING,
};

const REGULATIONS: RuleSource & Dated & Pick<DutyRule, 'basis'> = {
  from: '2023-09-01',
  basis: 'law',
  source: 'SI 2012/1033 as amended by SI 2023/571, from 1 September 2023: in writing, with the reasons',
  certainty: 'read',
  reading: READING,
};

const cancelledUnder = (rule: typeof GUIDANCE): DutyRule[] => [
  told('parents', 'cancelled', rule),
  told('governors', 'cancelled', rule),
  told('authority', 'cancelled', rule),
  told(
    'home-authority',
    'cancelled',
    {
      ...rule,
      certainty: 'unconfirmed',
      reading: `Read as owed to this authority too, because it was told of the exclusion. ${READING}`,
    },
    LIVES_ELSEWHERE,
  ),
  told('social-worker', 'cancelled', rule, { pupil: 'social-worker' }),
  told('virtual-school-head', 'cancelled', rule, { pupil: 'in-care' }),
];

/** Who is told that an exclusion was cancelled, from September 2022, and the report to the governors. */
export const CANCELLED: readonly DutyRule[] = [
  ...cancelledUnder(GUIDANCE),
  ...cancelledUnder(REGULATIONS),
  {
    key: 'report-cancelled-termly',
    party: 'governors',
    owedBy: 'school',
    basis: 'guidance',
    after: { event: 'cancelled' },
    due: { by: 'end-of-term' },
    source: 'Guidance from September 2022 on cancelling',
    certainty: 'unconfirmed',
    reading: '"Each term" is read as by the last school day of the term in which it was cancelled.',
  },
];

const PRACTICE: RuleSource & Pick<DutyRule, 'basis'> = {
  basis: 'guidance',
  source: 'Practice before September 2022; no rule was found',
  certainty: 'unconfirmed',
  reading: 'Whoever was told of the exclusion is told that it was withdrawn.',
};

/** Who is told that an exclusion was withdrawn before the governors met, before September 2022. */
export const WITHDRAWN: readonly DutyRule[] = [
  told('parents', 'withdrawn', PRACTICE),
  told('governors', 'withdrawn', PRACTICE),
  told('authority', 'withdrawn', PRACTICE),
  told('home-authority', 'withdrawn', PRACTICE, LIVES_ELSEWHERE),
];
