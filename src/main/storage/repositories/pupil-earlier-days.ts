import { and, asc, eq, inArray } from 'drizzle-orm';
import type { SchoolYear, TermName } from '#shared/domain/calendar/types.ts';
import type { Db } from '../store.ts';
import { groupRows } from './group-rows.ts';

/** Half days out at an earlier school, one term of one school year, and who said so. */
export interface EarlierDaysRecord {
  readonly schoolYear: SchoolYear;
  readonly term: TermName;
  readonly halfDays: number;
  readonly source: string;
}

/** A pupil's days at earlier schools, oldest year first. */
export async function readEarlierDays(db: Db, pupilId: string): Promise<readonly EarlierDaysRecord[]> {
  return (await readEarlierDaysOf(db, [pupilId])).get(pupilId) ?? [];
}

/** The same of several pupils (at most 500); those without any are left out. One query. */
export async function readEarlierDaysOf(
  db: Db,
  pupilIds: readonly string[],
): Promise<ReadonlyMap<string, readonly EarlierDaysRecord[]>> {
  const { earlierHalfDays: table } = db.tables;
  const rows = await db
    .select()
    .from(table)
    .where(inArray(table.pupilId, [...pupilIds]))
    .orderBy(asc(table.schoolYear), asc(table.term));
  return new Map(
    [...groupRows(rows, ({ pupilId }) => pupilId)].map(([pupilId, own]) => [
      pupilId,
      own.map(({ pupilId: _pupilId, ...entry }) => entry),
    ]),
  );
}

/** Puts one term's entry in place of what was there; 0 half days removes it. */
export async function writeEarlierDays(db: Db, pupilId: string, entry: EarlierDaysRecord): Promise<void> {
  const { earlierHalfDays: table } = db.tables;
  const { schoolYear, term, halfDays, source } = entry;
  if (halfDays === 0) {
    await db
      .delete(table)
      .where(and(eq(table.pupilId, pupilId), eq(table.schoolYear, schoolYear), eq(table.term, term)));
    return;
  }
  await db
    .insert(table)
    .values({ pupilId, ...entry })
    .onConflictDoUpdate({
      target: [table.pupilId, table.schoolYear, table.term],
      set: { halfDays, source },
    });
}
