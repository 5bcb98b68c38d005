import type { SchoolYear } from '../calendar/types.ts';

/** What schools are compared by. They are never added together: each says something of its own. */
export const MEASURES = [
  'permanent',
  'incidents',
  'days',
  'pupils',
  'repeat-pupils',
  'permanent-rate',
  'incidents-rate',
  'days-rate',
  'pupils-rate',
] as const;

/**
 * Permanent exclusions; fixed-period exclusions, the school days lost by them (halves possible), the pupils who had one
 * or more, and those who had two or more; and the first four for every 100 pupils on roll.
 */
export type Measure = (typeof MEASURES)[number];

/** What is returned, before it is divided by the pupils on roll. */
export type CountedMeasure = 'permanent' | 'incidents' | 'days' | 'pupils' | 'repeat-pupils';

/** Phases that are compared, each only within itself. */
export const COMPARED_PHASES = ['secondary', 'primary', 'special', 'all-through', 'pru'] as const;

export type ComparedPhase = (typeof COMPARED_PHASES)[number];

/** What the rows of a comparison are. */
export const GROUPINGS = ['school', 'phase', 'cluster', 'authority', 'authority-group', 'all'] as const;

/** Each school, or the schools of one phase, cluster, authority or group of authorities, or all there are. */
export type Grouping = (typeof GROUPINGS)[number];

/**
 * Why a figure is blank: nothing came, only a part of the year did, exclusions came without their lengths, or nobody
 * has said how many pupils are on roll.
 */
export const GAPS = ['nothing', 'part', 'lengths', 'headcount'] as const;

export type Gap = (typeof GAPS)[number];

/** One school in one school year. Null is blank: not known, and never a nought; 0 was stated by the school. */
export interface YearFigures {
  readonly incidents: number | null;
  /** School days, a multiple of a half. */
  readonly days: number | null;
  readonly permanent: number | null;
  /** Pupils with one or more fixed-period exclusions, and with two or more. */
  readonly pupils: number | null;
  readonly 'repeat-pupils': number | null;
  /** Pupils on roll in January of the school year; null where nobody has said. */
  readonly headcount: number | null;
  /** Why what was returned is blank, where it is. */
  readonly gap?: Gap;
}

/** The record everything else is worked out from; a year that is not in the map is blank in every measure. */
export interface ComparedSchool {
  readonly laEstab: string;
  readonly name: string;
  readonly phase: ComparedPhase;
  /** Its authority's code. */
  readonly area: string;
  /** A secondary school with its feeder primary schools, as the authority calls it. */
  readonly cluster?: string;
  /** Authorities that are looked at together. */
  readonly areaGroup?: string;
  readonly years: ReadonlyMap<SchoolYear, YearFigures>;
}

/** The five categories an area is judged by; permanent exclusions of primary schools are too few to be averaged. */
export const ROLL_UP_CATEGORIES = [
  { key: 'permanent-secondary', measure: 'permanent', phase: 'secondary' },
  { key: 'incidents-secondary', measure: 'incidents', phase: 'secondary' },
  { key: 'days-secondary', measure: 'days', phase: 'secondary' },
  { key: 'incidents-primary', measure: 'incidents', phase: 'primary' },
  { key: 'days-primary', measure: 'days', phase: 'primary' },
] as const satisfies readonly { key: string; measure: Measure; phase: ComparedPhase }[];

export type RollUpCategory = (typeof ROLL_UP_CATEGORIES)[number]['key'];

/** X: among the greatest reductions. O: among the least. */
export const MARKS = ['X', 'O'] as const;

export type Mark = (typeof MARKS)[number];

/** What pupils, or the exclusions themselves, are told apart by. */
export const PUPIL_GROUPS = [
  'sex',
  'year-group',
  'sen',
  'fsm',
  'in-care',
  'ethnicity',
  'reason',
  'any-reason',
] as const;

export type PupilGroup = (typeof PUPIL_GROUPS)[number];

/** What is counted by group. Days and rates are not: no pupils on roll are known by group. */
export const GROUP_MEASURES = ['incidents', 'permanent', 'pupils'] as const;

export type GroupMeasure = (typeof GROUP_MEASURES)[number];

/** Whose figures are shown by group. */
export const GROUP_LEVELS = ['all', 'phase', 'cluster', 'school'] as const;

export type GroupLevel = (typeof GROUP_LEVELS)[number];
