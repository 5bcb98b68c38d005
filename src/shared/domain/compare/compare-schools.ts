import type { SchoolYear } from '../calendar/types.ts';
import { daysPerIncident, type DaysPerIncident } from './days-per-incident.ts';
import { groupSchools } from './group-schools.ts';
import { matchedChange, type Change, type YearPair } from './matched-change.ts';
import { figureOf, isListed } from './measures.ts';
import { rankChanges, type Ranking } from './ranking.ts';
import { spreadOf, type Spread } from './spread.ts';
import { totalOf, type Total } from './total-of.ts';
import type { ComparedPhase, ComparedSchool, Grouping, Measure } from './types.ts';

export interface YearCell extends Spread, Total {
  readonly schoolYear: SchoolYear;
  /** Schools that are blank. */
  readonly blank: number;
}

/** A school, or schools taken together. */
export interface ComparedGroup {
  /** Number of a school, name of a cluster or group, code of an authority, a phase, or `all`. */
  readonly key: string;
  readonly schools: readonly ComparedSchool[];
  /** Whether its figures are too few to be averaged or ranked. */
  readonly listed: boolean;
  /** One for each year; `mean` is the figure of a school, the mean per school of a group. */
  readonly cells: readonly YearCell[];
  /** From the first year to the last; none with a single year. */
  readonly change?: Change;
}

export interface ComparedChange extends Change {
  readonly earlier: SchoolYear;
  readonly later: SchoolYear;
}

/** One measure of one phase over some school years. */
export interface Comparison {
  /** Few as they are, permanent exclusions of primary schools are listed: means and ranks are left out. */
  readonly listed: boolean;
  readonly cells: readonly YearCell[];
  readonly changes: readonly ComparedChange[];
  readonly perIncident: readonly (DaysPerIncident & { readonly schoolYear: SchoolYear })[];
  readonly groups: readonly ComparedGroup[];
  readonly ranking: Ranking;
}

export interface CompareBy {
  readonly measure: Measure;
  /** All figures are of this phase; only rows by phase show the others beside it. */
  readonly phase: ComparedPhase;
  readonly by: Grouping;
  /** Rising. */
  readonly years: readonly SchoolYear[];
}

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
 * Compares schools by one measure, each by itself or grouped. Changes are those from each year to the next and, with
 * more than two, from the first to the last, which also ranks the rows: a school by its own change, a group by the
 * matched change of its schools.
 */
export function compareSchools(schools: readonly ComparedSchool[], asked: CompareBy): Comparison {
  const { measure, phase, by, years } = asked;
  const own = schools.filter((school) => school.phase === phase);
  const listed = isListed(measure, phase);
  const groups = groupSchools(by === 'phase' ? schools : own, by).map(({ key, schools: theirs }) =>
    groupOf(key, theirs, measure, years),
  );
  return {
    listed,
    cells: years.map((year) => cellOf(own, measure, year, listed)),
    changes: listed
      ? []
      : spansOf(years).map(({ earlier, later }) => ({
          earlier,
          later,
          ...matchedChange(own.map((school) => pairOf(school, measure, earlier, later))),
        })),
    perIncident: years.map((schoolYear) => ({
      schoolYear,
      ...daysPerIncident(own.flatMap((school) => school.years.get(schoolYear) ?? [])),
    })),
    groups,
    // Phases are never ranked against each other.
    ranking: rankChanges(
      (by === 'phase' ? [] : groups)
        .filter((group) => group.change !== undefined && !group.listed)
        .map(({ key, change }) => ({ key, change: change?.matched.mean ?? null })),
    ),
  };
}

function groupOf(
  key: string,
  schools: readonly ComparedSchool[],
  measure: Measure,
  years: readonly SchoolYear[],
): ComparedGroup {
  const listed = schools.some((school) => isListed(measure, school.phase));
  const [first, last] = [years[0], years.at(-1)];
  const change =
    listed || first === undefined || last === undefined || first === last
      ? undefined
      : matchedChange(schools.map((school) => pairOf(school, measure, first, last)));
  return {
    key,
    schools,
    listed,
    cells: years.map((year) => cellOf(schools, measure, year, listed && schools.length > 1)),
    ...(change ? { change } : {}),
  };
}

function cellOf(
  schools: readonly ComparedSchool[],
  measure: Measure,
  schoolYear: SchoolYear,
  listed: boolean,
): YearCell {
  const spread = spreadOf(schools.map((school) => figureOf(school, measure, schoolYear)));
  return {
    schoolYear,
    blank: schools.length - spread.n,
    ...totalOf(schools, measure, schoolYear),
    ...(listed ? { n: spread.n, mean: null, min: null, max: null, sd: null } : spread),
  };
}

/** From each year to the next, then from the first to the last. */
function spansOf(years: readonly SchoolYear[]) {
  const spans = years.slice(1).map((later, at) => ({ earlier: years[at] ?? later, later }));
  const [first, last] = [years[0], years.at(-1)];
  return spans.length > 1 && first !== undefined && last !== undefined
    ? [...spans, { earlier: first, later: last }]
    : spans;
}
