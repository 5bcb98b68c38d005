import type { SchoolYear } from '../calendar/types.ts';

/** What schools are compared by. They are never added together: each says something of its own. */
export const MEASURES = ['incidents', 'days', 'permanent'] as const;

/** Fixed-period exclusions, the school days lost by them (halves possible), and permanent exclusions. */
export type Measure = (typeof MEASURES)[number];

/** Phases that are compared, each only within itself. */
export const COMPARED_PHASES = ['secondary', 'primary'] as const;

export type ComparedPhase = (typeof COMPARED_PHASES)[number];

/** Why a figure is blank: nothing came, only a part of the year did, or exclusions came without their lengths. */
export const GAPS = ['nothing', 'part', 'lengths'] as const;

export type Gap = (typeof GAPS)[number];

/** One school in one school year. Null is blank: not known, and never a nought; 0 was stated by the school. */
export interface YearFigures {
  readonly incidents: number | null;
  /** School days, a multiple of a half. */
  readonly days: number | null;
  readonly permanent: number | null;
  /** Why there is a null among them. */
  readonly gap?: Gap;
}

/** The record everything else is worked out from; a year that is not in the map is blank in every measure. */
export interface ComparedSchool {
  readonly laEstab: string;
  readonly name: string;
  readonly phase: ComparedPhase;
  /** What the school is grouped by: its authority's code, for now. */
  readonly area: string;
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
