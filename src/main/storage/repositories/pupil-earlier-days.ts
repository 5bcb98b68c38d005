import { and, asc, eq } from 'drizzle-orm';
import type { SchoolYear, TermName } from '#shared/domain/calendar/types.ts';
import type { Db } from '../store.ts';

/** Half days out at an earlier school, one term of one school year, and who said so. */
export interface EarlierDaysRecord {
  readonly schoolYear: SchoolYear;
  readonly term: TermName;
  readonly halfDays: number;
  readonly source: string;
}

/** A pupil's days at earlier schools, oldest year first. */
export async function readEarlierDays(db: Db, pupilId: string): Promise<readonly EarlierDaysRecord[]> {
  const { earlierHalfDays: table } = db.tables;
  return db
    .select({
      schoolYear: table.schoolYear,
      term: table.term,
      halfDays: table.halfDays,
      source: table.source,
    })
    .from(table)
    .where(eq(table.pupilId, pupilId))
    .orderBy(asc(table.schoolYear), asc(table.term));
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
