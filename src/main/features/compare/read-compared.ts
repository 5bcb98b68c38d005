import type { SchoolYear } from '#shared/domain/calendar/types.ts';
import { coveredYear } from '#shared/domain/compare/covered-year.ts';
import { suspectZero, type Suspicion } from '#shared/domain/compare/suspect-zeros.ts';
import { COMPARED_PHASES, type ComparedSchool, type YearFigures } from '#shared/domain/compare/types.ts';
import { schoolWindows, yearTotals, type YearRange } from '../../storage/repositories/received-years.ts';
import { areaGroups, clustersOf, headcountsOf } from '../../storage/repositories/school-groups.ts';
import type { Db } from '../../storage/store.ts';
import type { Context } from '../context.ts';
import { expectedSchools, schoolFrom } from '../expected-schools.ts';
import { figuresOf, PART_OF_YEAR, statedIn, type Stated } from './year-figures.ts';

export interface Suspect extends Stated {
  readonly school: ComparedSchool;
  readonly schoolYear: SchoolYear;
  readonly suspicion: Suspicion;
}

export interface Compared {
  /** Of the compared phases, by name. */
  readonly schools: readonly ComparedSchool[];
  readonly suspects: readonly Suspect[];
}

/**
 * The schools of the compared phases with their figures of the years. A year counts when the school's returns cover it
 * whole; then what they do not hold did not happen, and a nought is stated. Where an exclusion came without its length
 * the days are blank.
 */
export async function readCompared(
  db: Db,
  { nationalSchools }: Pick<Context, 'nationalSchools'>,
  years: readonly SchoolYear[],
): Promise<Compared> {
  const range = { first: years[0] ?? 0, last: years.at(-1) ?? 0 };
  const expected = await expectedSchools(db, nationalSchools);
  const windows = new Map((await schoolWindows(db, daysOf(range))).map((row) => [row.laEstab, row]));
  const totals = await yearTotals(db, range);
  const headcounts = await headcountsOf(db, range);
  const [clusters, groups] = [await clustersOf(db), await areaGroups(db)];
  const coverage = rememberCoverage();
  const schools: ComparedSchool[] = [];
  const suspects: Suspect[] = [];
  for (const laEstab of new Set([...expected.keys(), ...windows.keys()])) {
    const sent = windows.get(laEstab);
    const { name, phase: anyPhase } = schoolFrom(expected, laEstab, sent?.name);
    const phase = COMPARED_PHASES.find((one) => one === anyPhase);
    if (phase === undefined) continue;
    const figures = new Map<SchoolYear, YearFigures>();
    const area = laEstab.slice(0, 3);
    const [cluster, areaGroup] = [clusters.get(laEstab), groups.get(area)?.group];
    const school: ComparedSchool = {
      laEstab,
      name,
      phase,
      area,
      ...(cluster === undefined ? {} : { cluster }),
      ...(areaGroup === undefined ? {} : { areaGroup }),
      years: figures,
    };
    schools.push(school);
    for (const schoolYear of years) {
      const covered = coverage(sent?.windows ?? '', schoolYear);
      if (covered === 'none') continue;
      const headcount = headcounts.get(laEstab)?.get(schoolYear) ?? null;
      if (covered === 'part') {
        figures.set(schoolYear, { ...PART_OF_YEAR, headcount });
        continue;
      }
      const stated = statedIn(totals.get(laEstab)?.get(schoolYear));
      const suspicion = suspectZero({ ...stated, headcount });
      if (suspicion) suspects.push({ school, schoolYear, suspicion, ...stated });
      figures.set(schoolYear, figuresOf(stated, headcount));
    }
  }
  return {
    schools: schools.toSorted((a, b) => NAMES.compare(a.name, b.name) || (a.laEstab < b.laEstab ? -1 : 1)),
    suspects,
  };
}

/** Made once: a comparison of names by a locale is slow to set up. */
const NAMES = new Intl.Collator('en-GB');

/** First and last day of school years. */
export const daysOf = ({ first, last }: YearRange) => ({ from: `${first}-08-01`, to: `${last + 1}-07-31` });

/** Most schools send the same windows, so each set of windows is looked through once a year. */
function rememberCoverage() {
  const known = new Map<string, ReturnType<typeof coveredYear>>();
  return (windows: string, schoolYear: SchoolYear) => {
    const key = `${schoolYear} ${windows}`;
    const found = known.get(key) ?? coveredYear(windows.split(' ').flatMap(windowOf), schoolYear);
    known.set(key, found);
    return found;
  };
}

function windowOf(text: string) {
  const [from, to] = text.split('/');
  return from && to ? [{ from, to }] : [];
}
