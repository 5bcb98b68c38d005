import type { DutyRule } from '../types.ts';
import type { DutyWhen, RuleSource } from './types.ts';

/** Permanent, over five days in the term, or an examination missed: told at once, the rest once a term. */
const AT_ONCE: DutyWhen = { any: [{ kinds: ['permanent'] }, { termOver: 5 }, { examination: true }] };

const OLD: RuleSource = { source: 'SI 2002/3178 reg 4(3) and (4)', certainty: 'read' };
const NEW: RuleSource = { source: 'SI 2012/1033 reg 23(2) and (3)', certainty: 'read' };
const TERMLY_READING =
  '"Once a term" is read as by the last school day of the term in which the exclusion starts.';

type Told = Pick<DutyRule, 'key' | 'party'>;
const authority: Told = { key: 'tell-authority', party: 'authority' };
const governors: Told = { key: 'tell-governors', party: 'governors' };

const atOnce = (told: Told, source: RuleSource, when?: DutyWhen): DutyRule => ({
  ...told,
  owedBy: 'school',
  basis: 'law',
  ...(when === undefined ? {} : { when }),
  due: { by: 'without-delay' },
  ...source,
});

const termly = (told: Told): DutyRule => ({
  key: `${told.key}-termly`,
  party: told.party,
  owedBy: 'school',
  basis: 'law',
  when: { not: AT_ONCE },
  due: { by: 'end-of-term' },
  source: 'Termly report of the shorter exclusions, as restated by local authorities',
  certainty: 'unconfirmed',
  reading: TERMLY_READING,
});

const parentsByPhone = (source: RuleSource): DutyRule => ({
  key: 'tell-parents-phone',
  party: 'parents',
  owedBy: 'school',
  basis: 'guidance',
  due: { by: 'without-delay' },
  ...source,
});

const parentsInWriting = (source: RuleSource): DutyRule =>
  atOnce({ key: 'tell-parents-writing', party: 'parents' }, source);

const homeAuthority = (source: RuleSource, basis: DutyRule['basis']): DutyRule => ({
  key: 'tell-home-authority',
  party: 'home-authority',
  owedBy: 'school',
  basis,
  when: { all: [{ kinds: ['permanent'] }, { pupil: 'home-authority' }] },
  due: { by: 'without-delay' },
  ...source,
});

/** Who is told to August 2012: under SI 2002/3178. */
export const NOTICES_TO_2012: readonly DutyRule[] = [
  parentsByPhone({
    source: 'Practice of the later guidance',
    certainty: 'unconfirmed',
    reading: 'No text of these years was found that asks for a call first; it is kept as good practice.',
  }),
  parentsInWriting({ source: 'SI 2002/3178 reg 4(1) and (2)', certainty: 'read' }),
  atOnce(authority, OLD, AT_ONCE),
  termly(authority),
  homeAuthority(
    {
      source: 'Practice of the later regulations',
      certainty: 'unconfirmed',
      reading:
        'These years name the school’s own authority only; telling the pupil’s as well is the safer reading.',
    },
    'guidance',
  ),
  atOnce(governors, OLD, AT_ONCE),
  termly(governors),
];

/** Who is told from September 2012 to August 2022: the authority as the governors are. */
export const NOTICES_FROM_2012: readonly DutyRule[] = [
  parentsByPhone({
    source: 'Practice of the later guidance',
    certainty: 'unconfirmed',
    reading:
      'The call before the letter is read in the guidance of 2022; it is kept as good practice before.',
  }),
  parentsInWriting({ source: 'SI 2012/1033 regs 5 and 23', certainty: 'read' }),
  atOnce(authority, NEW, AT_ONCE),
  termly(authority),
  homeAuthority(NEW, 'law'),
  atOnce(governors, NEW, AT_ONCE),
  termly(governors),
];

const AMENDED: RuleSource = {
  source: 'SI 2012/1033 as amended by SI 2022/788, from 1 September 2022',
  certainty: 'read',
};

/** Who is told from September 2022: the authority of every one, and those who look after the pupil. */
export const NOTICES_FROM_2022: readonly DutyRule[] = [
  parentsByPhone({
    source: 'Guidance from September 2022: in person or by telephone first, then in writing',
    certainty: 'read',
  }),
  parentsInWriting({ source: 'SI 2012/1033 regs 5 and 23', certainty: 'read' }),
  atOnce(authority, AMENDED),
  homeAuthority(NEW, 'law'),
  atOnce(governors, NEW, AT_ONCE),
  termly(governors),
  atOnce({ key: 'tell-social-worker', party: 'social-worker' }, AMENDED, { pupil: 'social-worker' }),
  atOnce({ key: 'tell-virtual-school-head', party: 'virtual-school-head' }, AMENDED, { pupil: 'in-care' }),
];
