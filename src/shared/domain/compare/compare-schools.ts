import type { SchoolYear } from '../calendar/types.ts';
import { daysPerIncident, type DaysPerIncident } from './days-per-incident.ts';
import { changeOf, matchedChange, type Change, type YearPair } from './matched-change.ts';
import { rankChanges, type Ranking } from './ranking.ts';
import { spreadOf, type Spread } from './spread.ts';
import type { ComparedPhase, ComparedSchool, Measure } from './types.ts';

export interface YearCell extends Spread {
  readonly schoolYear: SchoolYear;
  /** Schools of the phase that are blank. */
  readonly blank: number;
  /** Of the schools that have the measure. */
  readonly total: number;
}

/** One measure of one phase over some school years. */
export interface Comparison {
  /** Few as they are, permanent exclusions of primary schools are listed: means and ranks are left out. */
  readonly listed: boolean;
  readonly cells: readonly YearCell[];
  readonly changes: readonly (Change & { readonly earlier: SchoolYear; readonly later: SchoolYear })[];
  readonly perIncident: readonly (DaysPerIncident & { readonly schoolYear: SchoolYear })[];
  readonly ranking: Ranking;
}

/** Whether the figures of this kind are listed school by school and not averaged. */
export const isListed = (measure: Measure, phase: ComparedPhase): boolean =>
  measure === 'permanent' && phase === 'primary';

/** A school's figure; null when the year or the measure is blank. */
export const figureOf = ({ years }: ComparedSchool, measure: Measure, year: SchoolYear): number | null =>
  years.get(year)?.[measure] ?? null;

/** A school in the two years that its change is taken between. */
export const pairOf = (
  school: ComparedSchool,
  measure: Measure,
  earlier: SchoolYear,
  later: SchoolYear,
): YearPair => ({
  earlier: figureOf(school, measure, earlier),
  later: figureOf(school, measure, later),
});

/**
 * Compares schools of one phase by one measure. `years` rise; changes are those from each year to the next and, with
 * more than two, from the first to the last, which also ranks the schools.
 */
export function compareSchools(
  schools: readonly ComparedSchool[],
  measure: Measure,
  phase: ComparedPhase,
  years: readonly SchoolYear[],
): Comparison {
  const own = schools.filter((school) => school.phase === phase);
  const listed = isListed(measure, phase);
  const [first, last] = [years[0], years.at(-1)];
  const spans = years.slice(1).map((later, at) => ({ earlier: years[at] ?? later, later }));
  if (spans.length > 1 && first !== undefined && last !== undefined) {
    spans.push({ earlier: first, later: last });
  }
  return {
    listed,
    cells: years.map((schoolYear) => {
      const values = own.map((school) => figureOf(school, measure, schoolYear));
      const spread = spreadOf(values);
      return {
        schoolYear,
        blank: own.length - spread.n,
        total: values.reduce<number>((sum, value) => sum + (value ?? 0), 0),
        ...(listed ? { n: spread.n, mean: null, min: null, max: null, sd: null } : spread),
      };
    }),
    changes: listed
      ? []
      : spans.map(({ earlier, later }) => ({
          earlier,
          later,
          ...matchedChange(own.map((school) => pairOf(school, measure, earlier, later))),
        })),
    perIncident: years.map((schoolYear) => ({
      schoolYear,
      ...daysPerIncident(own.flatMap((school) => school.years.get(schoolYear) ?? [])),
    })),
    ranking: rankChanges(
      listed || first === undefined || last === undefined || first === last
        ? []
        : own.map((school) => ({
            key: school.laEstab,
            change: changeOf(pairOf(school, measure, first, last)),
          })),
    ),
  };
}
