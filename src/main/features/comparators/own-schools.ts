import { coveredYear, type Window } from '#shared/domain/compare/covered-year.ts';
import type { NationalSchools } from '../../platform/national-schools/types.ts';
import { groupRows } from '../../storage/repositories/group-rows.ts';
import { receivedWindows, yearTotals, type YearTotal } from '../../storage/repositories/received-years.ts';
import type { Db } from '../../storage/store.ts';
import { expectedSchools, schoolFrom, type ExpectedSchool } from '../expected-schools.ts';

export interface OwnSchool extends ExpectedSchool {
  readonly laEstab: string;
  /** The days its returns speak for. */
  readonly windows: readonly Window[];
  /** What they add up to, by school year; see `statedIn`. */
  readonly totals: ReadonlyMap<number, YearTotal>;
}

const EVER = { from: '0000-01-01', to: '9999-12-31' } as const;

/** Schools that have sent returns, and those that are expected to. */
export async function ownSchools(
  db: Db,
  nationalSchools: () => NationalSchools,
): Promise<readonly OwnSchool[]> {
  const windows = groupRows(await receivedWindows(db, EVER), ({ laEstab }) => laEstab);
  const totals = groupRows(await yearTotals(db, { first: 0, last: 9999 }), ({ laEstab }) => laEstab);
  const expected = await expectedSchools(db, nationalSchools);
  return [...new Set([...windows.keys(), ...expected.keys()])].map((laEstab) => {
    const sent = windows.get(laEstab) ?? [];
    return {
      ...(expected.get(laEstab) ?? schoolFrom(expected, laEstab, sent.at(-1)?.name)),
      laEstab,
      windows: sent,
      totals: new Map((totals.get(laEstab) ?? []).map((row) => [row.schoolYear, row])),
    };
  });
}

/** What a school's returns state of a year: noughts where they hold none of it, undefined where the year is not whole. */
export function statedIn(
  { windows, totals }: Pick<OwnSchool, 'windows' | 'totals'>,
  schoolYear: number,
): { readonly permanent: number; readonly fixed: number; readonly 'one-plus': number } | undefined {
  if (coveredYear(windows, schoolYear) !== 'whole') return undefined;
  const row = totals.get(schoolYear);
  return { permanent: row?.permanent ?? 0, fixed: row?.fixedPeriod ?? 0, 'one-plus': row?.pupils ?? 0 };
}
