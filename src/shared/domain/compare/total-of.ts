import type { SchoolYear } from '../calendar/types.ts';
import { countedBy, figureOf, isRate } from './measures.ts';
import type { ComparedSchool, Measure } from './types.ts';

export interface Total {
  /** What is counted, over the schools that have the figure. */
  readonly total: number;
  /** Of a rate: the total for every 100 pupils on roll of these schools; the published rates are made like this. */
  readonly rate: number | null;
  /** Of a rate: the pupils on roll of these schools. */
  readonly onRoll: number | null;
}

/** Some schools' total of a measure in a year, over those that have it and no others. */
export function totalOf(schools: readonly ComparedSchool[], measure: Measure, year: SchoolYear): Total {
  let [total, onRoll] = [0, 0];
  for (const school of schools) {
    if (figureOf(school, measure, year) === null) continue;
    total += figureOf(school, countedBy(measure), year) ?? 0;
    onRoll += school.years.get(year)?.headcount ?? 0;
  }
  return isRate(measure)
    ? { total, rate: onRoll === 0 ? null : (total * 100) / onRoll, onRoll }
    : { total, rate: null, onRoll: null };
}
