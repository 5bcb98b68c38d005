import type { SchoolYear } from '#shared/domain/calendar/types.ts';
import { coveredYear, type Window } from '#shared/domain/compare/covered-year.ts';
import { suspectZero, type Suspicion } from '#shared/domain/compare/suspect-zeros.ts';
import { COMPARED_PHASES, type ComparedSchool, type YearFigures } from '#shared/domain/compare/types.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import { groupRows } from '../../storage/repositories/group-rows.ts';
import { receivedWindows, totalsByYear, type YearTotal } from '../../storage/repositories/received-years.ts';
import type { Db } from '../../storage/store.ts';
import type { Context } from '../context.ts';
import { expectedSchools, schoolFrom } from '../expected-schools.ts';

/** What a school's returns state of a whole year, before what is not known is blanked. */
interface Stated {
  readonly incidents: number;
  readonly days: number;
  readonly withoutLength: number;
}

export interface Suspect extends Stated {
  readonly school: ComparedSchool;
  readonly schoolYear: SchoolYear;
  readonly suspicion: Suspicion;
}

/**
 * The schools of the compared phases, by name, with their figures of the years. A year counts when the school's
 * returns cover it whole; then what they do not hold did not happen, and a nought is stated. Where an exclusion came
 * without its length the days are blank.
 */
export async function readCompared(
  db: Db,
  { nationalSchools }: Pick<Context, 'nationalSchools'>,
  years: readonly SchoolYear[],
  range: { readonly from: IsoDate; readonly to: IsoDate },
): Promise<{ readonly schools: readonly ComparedSchool[]; readonly suspects: readonly Suspect[] }> {
  const expected = await expectedSchools(db, nationalSchools);
  const windows = groupRows(await receivedWindows(db, range), ({ laEstab }) => laEstab);
  const totals = groupRows(await totalsByYear(db, range), keyOf);
  const coverage = rememberCoverage();
  const schools: ComparedSchool[] = [];
  const suspects: Suspect[] = [];
  for (const laEstab of new Set([...expected.keys(), ...windows.keys()])) {
    const own = windows.get(laEstab) ?? [];
    const { name, phase: anyPhase } = schoolFrom(expected, laEstab, own.at(-1)?.name);
    const phase = COMPARED_PHASES.find((one) => one === anyPhase);
    if (phase === undefined) continue;
    const figures = new Map<SchoolYear, YearFigures>();
    const school = { laEstab, name, phase, area: laEstab.slice(0, 3), years: figures };
    schools.push(school);
    for (const schoolYear of years) {
      const covered = coverage(own, schoolYear);
      if (covered === 'none') continue;
      if (covered === 'part') {
        figures.set(schoolYear, { incidents: null, days: null, permanent: null, gap: 'part' });
        continue;
      }
      const rows = totals.get(keyOf({ laEstab, schoolYear })) ?? [];
      const stated = statedIn(rows);
      const suspicion = suspectZero(stated);
      if (suspicion) suspects.push({ school, schoolYear, suspicion, ...stated });
      figures.set(schoolYear, figuresOf(stated, rows));
    }
  }
  return {
    schools: schools.toSorted((a, b) => NAMES.compare(a.name, b.name) || (a.laEstab < b.laEstab ? -1 : 1)),
    suspects,
  };
}

/** Made once: a comparison of names by a locale is slow to set up. */
const NAMES = new Intl.Collator('en-GB');

const keyOf = ({ laEstab, schoolYear }: Pick<YearTotal, 'laEstab' | 'schoolYear'>): string =>
  `${laEstab} ${schoolYear}`;

function statedIn(rows: readonly YearTotal[]): Stated {
  const fixed = rows.filter(({ category }) => category === 'SUSP' || category === 'FIXD');
  const sum = (of: (row: YearTotal) => number) => fixed.reduce((total, row) => total + of(row), 0);
  const incidents = sum((row) => row.exclusions);
  return {
    incidents,
    days: sum((row) => row.sessions) / 2,
    withoutLength: incidents - sum((row) => row.withLength),
  };
}

function figuresOf({ incidents, days, withoutLength }: Stated, rows: readonly YearTotal[]): YearFigures {
  const permanent = rows.find(({ category }) => category === 'PERM')?.exclusions ?? 0;
  return withoutLength > 0
    ? { incidents, days: null, permanent, gap: 'lengths' }
    : { incidents, days, permanent };
}

/** Most schools send the same windows, so each set of windows is looked through once a year. */
function rememberCoverage(): typeof coveredYear {
  const known = new Map<string, ReturnType<typeof coveredYear>>();
  return (windows: readonly Window[], schoolYear) => {
    const key = `${schoolYear} ${windows
      .map(({ from, to }) => `${from}/${to}`)
      .toSorted()
      .join(' ')}`;
    const found = known.get(key) ?? coveredYear(windows, schoolYear);
    known.set(key, found);
    return found;
  };
}
