import type { OperationOutput, ParsedInput } from '#shared/contract/contract.ts';
import { referenceTermOf } from '#shared/domain/calendar/school-year.ts';
import { termSpan } from '#shared/domain/calendar/term-span.ts';
import type { Result } from '#shared/kernel/result.ts';
import { readRegister } from '../../storage/repositories/at-risk-entries.ts';
import { countPupils } from '../../storage/repositories/pupils.ts';
import type { Db } from '../../storage/store.ts';
import type { Context, Handler } from '../context.ts';
import { homeSchool } from '../home-school.ts';
import { viewEntries } from './entry-views.ts';

type Shown = OperationOutput<'support.grid'>;

/** The grid as it is exported: the screen has no UPNs, so the answer to it has none. */
export type Grid = Shown & { readonly rows: readonly (Shown['rows'][number] & { readonly upn: string })[] };

/**
 * The grid of a term, this one when none is given: everybody who was on the register on a day of it. Holidays belong to
 * the term before them, so that nobody falls between two grids.
 */
export async function gridOf(
  db: Db,
  { clock }: Pick<Context, 'clock'>,
  input: ParsedInput<'support.grid'>,
): Promise<Result<Grid>> {
  const home = await homeSchool(db);
  if (!home.ok) return home;
  const { id: schoolId } = home.value.school;
  const today = clock.today();
  const now = referenceTermOf(today);
  const schoolYear = input.schoolYear ?? now.schoolYear;
  const term = input.term ?? now.name;
  const span = termSpan(schoolYear, term);
  const entries = await readRegister(db, schoolId, { during: span });
  const known = new Map(entries.map((entry) => [entry.id, entry]));
  const rows = (await viewEntries(db, schoolId, entries, today)).map((view) => {
    const { upn = '', ncYear = null } = known.get(view.id) ?? {};
    return { ...view, upn, ...(ncYear === null ? {} : { ncYear }) };
  });
  const pupilsOnRoll = await countPupils(db, { schoolId, words: [], roll: 'current', today });
  const pupils = new Set(entries.map(({ pupilId }) => pupilId)).size;
  return {
    ok: true,
    value: {
      schoolYear,
      term,
      ...span,
      rows,
      pupilsOnRoll,
      ...(pupilsOnRoll === 0 ? {} : { perHundred: Math.round((pupils / pupilsOnRoll) * 1000) / 10 }),
    },
  };
}

export const readGrid: Handler<'support.grid'> = (context, input) =>
  context.read((db) => gridOf(db, context, input));
