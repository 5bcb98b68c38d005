import type { SchoolYear } from '../calendar/types.ts';
import type { ComparedPhase, ComparedSchool, CountedMeasure, Gap, Measure } from './types.ts';

const COUNTED: Readonly<Record<Measure, CountedMeasure>> = {
  permanent: 'permanent',
  incidents: 'incidents',
  days: 'days',
  pupils: 'pupils',
  'repeat-pupils': 'repeat-pupils',
  'permanent-rate': 'permanent',
  'incidents-rate': 'incidents',
  'days-rate': 'days',
  'pupils-rate': 'pupils',
};

/** What a measure counts; of a rate, what is divided by the pupils on roll. */
export const countedBy = (measure: Measure): CountedMeasure => COUNTED[measure];

/** Whether a measure is for every 100 pupils on roll. */
export const isRate = (measure: Measure): boolean => COUNTED[measure] !== measure;

/** Whether the figures of this kind are listed school by school and neither averaged nor ranked: they are too few. */
export const isListed = (measure: Measure, phase: ComparedPhase): boolean =>
  COUNTED[measure] === 'permanent' && phase === 'primary';

/**
 * A school's figure; null when the year or the measure is blank. A rate is for 100 pupils on roll in January, rounded
 * to four decimals (away from nought at the half), so that sums of rates are exact.
 */
export function figureOf({ years }: ComparedSchool, measure: Measure, year: SchoolYear): number | null {
  const figures = years.get(year);
  const counted = figures?.[COUNTED[measure]] ?? null;
  if (counted === null || !isRate(measure)) return counted;
  const headcount = figures?.headcount ?? 0;
  return headcount > 0 ? Math.round((counted * 1_000_000) / headcount) / 10_000 : null;
}

/** Why a figure is blank; undefined where it is not. */
export function gapOf(school: ComparedSchool, measure: Measure, year: SchoolYear): Gap | undefined {
  if (figureOf(school, measure, year) !== null) return undefined;
  const figures = school.years.get(year);
  if (figures === undefined) return 'nothing';
  return figures[COUNTED[measure]] === null ? (figures.gap ?? 'nothing') : 'headcount';
}
