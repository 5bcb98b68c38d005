import type { ProviderKind } from '../providers/types.ts';
import type { IsoDate } from '../../kernel/plain-date.ts';
import type { CodeReason, RegisterCode } from './types.ts';

/** The day of an exclusion from which the authority, not the school, has to arrange a permanently excluded pupil's place. */
const AUTHORITY_FROM_DAY = 6;

/** One way in which a place gives a code; rows are tried from the top and the first match holds. */
interface PlaceRule {
  readonly as: Extract<CodeReason, { type: 'place' }>['as'];
  readonly kinds: readonly ProviderKind[];
  /** Only for a pupil registered at two schools, with this one as the main school. */
  readonly dualOnly?: true;
  /** Only in a permanent exclusion, from this school day of it on. */
  readonly permanentFromDay?: number;
  /** `present` is `/` in the morning and `\` in the afternoon. */
  readonly code: Exclude<RegisterCode, '/' | '\\'> | 'present';
  readonly from?: IsoDate;
  readonly source: string;
}

const OFF_SITE: readonly ProviderKind[] = [
  'pru',
  'partner-school',
  'exchange-pair',
  'la-centre',
  'agency',
  'primary-rota',
  'joint-primary-centre',
  'tuition',
];

/**
 * Which place gives which code. A pupil in the school's own unit is at school; a pupil registered at two schools is the
 * other one's to mark; what the authority arranges has a code of its own since 19 August 2024 and was off-site education
 * before; everything else off site is B. Work at home and hours other than the school's put nobody anywhere at the time
 * of the session, so that nothing but E can be claimed.
 */
export const PLACE_RULES: readonly PlaceRule[] = [
  {
    as: 'own-unit',
    kinds: ['internal-unit', 'learning-support-unit'],
    code: 'present',
    source: 'Our reading: a pupil taught on the school’s own site, under its own staff, is present',
  },
  {
    as: 'at-home',
    kinds: ['home-study'],
    code: 'E',
    source: 'Our reading: who works at home is at no supervised place off site, whoever comes to visit',
  },
  {
    as: 'other-hours',
    kinds: ['flexible-day', 'split-day'],
    code: 'E',
    source: 'Our reading, the safer one: the pupil is not there during the session that is marked',
  },
  {
    as: 'dual',
    kinds: ['pru', 'partner-school', 'exchange-pair'],
    dualOnly: true,
    code: 'D',
    source: 'Guidance on attendance codes: the other school marks the session',
  },
  {
    as: 'authority',
    kinds: OFF_SITE,
    permanentFromDay: AUTHORITY_FROM_DAY,
    code: 'K',
    from: '2024-08-19',
    source: 'SI 2024/208 reg 10, with the authority’s duty from the sixth day (SI 2007/1870)',
  },
  {
    as: 'authority',
    kinds: ['la-centre'],
    code: 'K',
    from: '2024-08-19',
    source: 'SI 2024/208 reg 10; that a place at the authority’s centre was arranged by it is our reading',
  },
  { as: 'off-site', kinds: OFF_SITE, code: 'B', source: 'Guidance on attendance codes' },
];

/** What a place is judged by. */
interface PlaceFacts {
  readonly kind: ProviderKind;
  readonly dualMain: boolean;
  readonly permanent: boolean;
  /** The school day of the exclusion, the first day out being 1. */
  readonly day: number;
  readonly date: IsoDate;
}

/** The first rule that holds for a place. Every kind of provider has one: a kind without is a bug. */
export function placeRuleFor({ kind, dualMain, permanent, day, date }: PlaceFacts): PlaceRule {
  const rule = PLACE_RULES.find(
    ({ kinds, dualOnly, permanentFromDay, from }) =>
      kinds.includes(kind) &&
      (dualOnly === undefined || dualMain) &&
      (permanentFromDay === undefined || (permanent && day >= permanentFromDay)) &&
      (from === undefined || date >= from),
  );
  if (rule === undefined) throw new Error(`No register rule for a place at a ${kind}.`);
  return rule;
}
