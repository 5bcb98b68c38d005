import { schoolYearOf } from '#shared/domain/calendar/school-year.ts';
import type { ParsedInput } from '#shared/contract/contract.ts';
import { replaceSchoolYear, replaceSessionTimes } from '../storage/repositories/calendar-writes.ts';
import type { Db } from '../storage/store.ts';
import type { Services } from './context.ts';

/** A school with the calendar of one school year, as it is set up. */
export type NewSchool = Omit<ParsedInput<'setup.create-school'>, 'administrator'> & {
  readonly schoolYear: number;
};

/**
 * Writes a school with its workspace (`workspace`: its number, 1 on one PC), head teacher, calendar and day. `id` is of a
 * school that is known by its name alone so far, such as one that pupils visited from. Gives the id.
 */
export async function writeNewSchool(
  db: Db,
  { school, headName, terms, closures, sessionTimes, schoolYear, ...promises }: NewSchool,
  { clock, newId }: Pick<Services, 'clock' | 'newId'>,
  { workspace, id: known }: { readonly workspace: number; readonly id?: string | undefined },
): Promise<string> {
  const id = known ?? newId();
  if (known === undefined)
    await db.insert(db.tables.schools).values({ id, ...school, urn: school.urn ?? null });
  await db.insert(db.tables.workspace).values({
    id: workspace,
    homeSchoolId: id,
    demonstration: false,
    promiseFromDay: promises.promiseFromDay ?? null,
    promiseInCareFromDay: promises.promiseInCareFromDay ?? null,
    lunchtimesInReturn: false,
    createdAt: clock.now(),
  });
  // In office from the beginning of the school year, so that what was decided before today can be entered too.
  await db.insert(db.tables.heads).values({
    id: newId(),
    schoolId: id,
    name: headName,
    acting: false,
    fromDate: `${String(Math.min(schoolYear, schoolYearOf(clock.today())))}-08-01`,
    version: 1,
  });
  await replaceSchoolYear(db, id, schoolYear, { terms, closures }, newId);
  await replaceSessionTimes(db, id, sessionTimes);
  return id;
}
