import type { OperationOutput, ParsedInput } from '#shared/contract/contract.ts';
import { schoolYearOf } from '#shared/domain/calendar/school-year.ts';
import { searchWords } from '#shared/domain/pupils/search-text.ts';
import type { Result } from '#shared/kernel/result.ts';
import { NC_YEARS } from '../../exchange/imported-pupil.ts';
import { daysOfPupils } from '../../storage/repositories/pupil-days.ts';
import { countPupils, listPupils, ncYearsOf } from '../../storage/repositories/pupils.ts';
import type { Context } from '../context.ts';
import { homeSchool } from '../home-school.ts';
import { pupilRow } from './pupil-row.ts';

const YEAR_ORDER: ReadonlyMap<string, number> = new Map(NC_YEARS.map((year, place) => [year, place]));

/** One page of the roll with, for its pupils, the school year's half days out and who is out today. */
export async function listRoll(
  { read, clock }: Context,
  { text, ncYear, roll, offset, limit, withYears }: ParsedInput<'pupils.list'>,
): Promise<Result<OperationOutput<'pupils.list'>>> {
  const today = clock.today();
  return read(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const { id: schoolId } = home.value.school;
    const filter = { schoolId, words: searchWords(text), ncYear, roll, today };
    const rows = await listPupils(db, filter, { offset, limit });
    // Each reading of 50,000 pupils costs milliseconds at a keystroke: a page that is not full is the last one.
    const isLast = rows.length < limit && (rows.length > 0 || offset === 0);
    const total = isLast ? offset + rows.length : await countPupils(db, filter);
    const ncYears = withYears ? await ncYearsOf(db, filter) : [];
    const ids = rows.map(({ id }) => id);
    const days = await daysOfPupils(db, ids, schoolYearOf(today), today);
    return {
      ok: true,
      value: {
        rows: rows.map((row) => pupilRow(row, days.get(row.id))),
        total,
        ncYears: ncYears.toSorted((a, b) => (YEAR_ORDER.get(a) ?? 99) - (YEAR_ORDER.get(b) ?? 99)),
      },
    };
  });
}
