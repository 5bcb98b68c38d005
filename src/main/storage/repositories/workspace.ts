import { eq } from 'drizzle-orm';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import type { SchoolCalendar, SchoolYear } from '#shared/domain/calendar/types.ts';
import type { Db } from '../store.ts';
import { isOwnWorkspace } from './workspace-number.ts';

export interface School {
  readonly id: string;
  /** DfE number: 3 digits of the authority, 4 of the school. */
  readonly laEstab: string;
  readonly urn: string | null;
  readonly name: string;
  readonly phase: string;
}

export interface Workspace {
  readonly school: School | undefined;
  readonly authority: { readonly code: string; readonly name: string } | undefined;
  readonly demonstration: boolean;
  /** Seed and day a demonstration was invented with. */
  readonly invented: { readonly seed: number; readonly day: IsoDate } | undefined;
  /** The area promises education from this day of an exclusion (1 = the first); undefined: no promise. */
  readonly promiseFromDay: number | undefined;
  /** The same for pupils in care; undefined: no promise of their own. */
  readonly promiseInCareFromDay: number | undefined;
  /** Whether lunchtimes go in the return; they count towards the limits in any case. */
  readonly lunchtimesInReturn: boolean;
}

/** Whose database this is; undefined while it is not set up. */
export async function readWorkspace(db: Db): Promise<Workspace | undefined> {
  const { workspace, schools } = db.tables;
  const [row] = await db
    .select()
    .from(workspace)
    .leftJoin(schools, eq(schools.id, workspace.homeSchoolId))
    .where(isOwnWorkspace(db));
  if (!row) return undefined;
  const { authorityCode, authorityName, demonstration, demonstrationSeed, demonstrationDay } = row.workspace;
  const { promiseFromDay, promiseInCareFromDay } = row.workspace;
  return {
    school: row.schools ?? undefined,
    authority: authorityCode && authorityName ? { code: authorityCode, name: authorityName } : undefined,
    demonstration,
    invented:
      demonstrationSeed === null || demonstrationDay === null
        ? undefined
        : { seed: demonstrationSeed, day: demonstrationDay },
    promiseFromDay: promiseFromDay ?? undefined,
    promiseInCareFromDay: promiseInCareFromDay ?? undefined,
    lunchtimesInReturn: row.workspace.lunchtimesInReturn,
  };
}

/** Sets, or with undefined takes back, the area's promises of education from a day of an exclusion (1 to 15). */
export async function writePromises(
  db: Db,
  {
    promiseFromDay,
    promiseInCareFromDay,
  }: { readonly promiseFromDay?: number | undefined; readonly promiseInCareFromDay?: number | undefined },
): Promise<void> {
  const { workspace } = db.tables;
  await db
    .update(workspace)
    .set({
      promiseFromDay: promiseFromDay ?? null,
      promiseInCareFromDay: promiseInCareFromDay ?? null,
    })
    .where(isOwnWorkspace(db));
}

/** Says whether lunchtimes go in the return. */
export async function writeLunchtimesInReturn(db: Db, lunchtimesInReturn: boolean): Promise<void> {
  const { workspace } = db.tables;
  await db.update(workspace).set({ lunchtimesInReturn }).where(isOwnWorkspace(db));
}

/** Terms and closures of a school, all years or one. */
export async function readCalendar(
  db: Db,
  schoolId: string,
  schoolYear?: SchoolYear,
): Promise<SchoolCalendar> {
  const { terms, closures } = db.tables;
  const [termRows, closureRows] = await Promise.all([
    db.select().from(terms).where(eq(terms.schoolId, schoolId)).orderBy(terms.fromDate),
    db
      .select()
      .from(closures)
      .where(eq(closures.schoolId, schoolId))
      .orderBy(closures.fromDate, closures.toDate, closures.name),
  ]);
  const wanted = (row: { schoolYear: number }) => schoolYear === undefined || row.schoolYear === schoolYear;
  return {
    terms: termRows.filter(wanted).map((row) => ({
      schoolYear: row.schoolYear,
      name: row.name,
      from: row.fromDate,
      to: row.toDate,
    })),
    closures: closureRows.filter(wanted).map((row) => ({
      from: row.fromDate,
      to: row.toDate,
      slot: row.slot,
      kind: row.kind,
      name: row.name,
    })),
  };
}
