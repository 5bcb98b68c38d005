import { coveredYear, type Window } from '#shared/domain/compare/covered-year.ts';
import { guessPhase } from '../../platform/national-schools/guess-phase.ts';
import { listAuthoritySchools } from '../../storage/repositories/authority-schools.ts';
import { groupRows } from '../../storage/repositories/group-rows.ts';
import { knownSchools } from '../../storage/repositories/received-returns.ts';
import { receivedWindows } from '../../storage/repositories/received-years.ts';
import { yearTotals, type YearTotals } from '../../storage/repositories/school-years.ts';
import type { Db } from '../../storage/store.ts';

export interface OwnSchool {
  readonly laEstab: string;
  readonly name: string;
  readonly phase: string;
  readonly openOn: string | null;
  readonly closedOn: string | null;
  /** The days its returns speak for. */
  readonly windows: readonly Window[];
  /** What they add up to, by school year; see `statedIn`. */
  readonly totals: ReadonlyMap<number, YearTotals>;
}

const EVER = { from: '0000-01-01', to: '9999-12-31' } as const;

/** Schools that have sent returns, and those of our authority that are in the list or the database. */
export async function ownSchools(db: Db, code: string): Promise<readonly OwnSchool[]> {
  const windows = groupRows(await receivedWindows(db, EVER), ({ laEstab }) => laEstab);
  const totals = groupRows(await yearTotals(db), ({ laEstab }) => laEstab);
  const listed = new Map((await listAuthoritySchools(db, code)).map((one) => [one.laEstab, one]));
  const known = new Map((await knownSchools(db)).map((one) => [one.laEstab, one]));
  const numbers = new Set([
    ...windows.keys(),
    ...listed.keys(),
    ...[...known.keys()].filter((laEstab) => laEstab.startsWith(code)),
  ]);
  return [...numbers].map((laEstab) => {
    const [one, other] = [listed.get(laEstab), known.get(laEstab)];
    const sent = windows.get(laEstab) ?? [];
    const name = one?.name ?? other?.name ?? sent.at(-1)?.name ?? laEstab;
    return {
      laEstab,
      name,
      phase: one?.phase ?? other?.phase ?? guessPhase(laEstab.slice(3), name),
      openOn: one?.openOn ?? null,
      closedOn: one?.closedOn ?? null,
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
