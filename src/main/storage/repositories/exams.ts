import { and, asc, eq, or, type SQL } from 'drizzle-orm';
import type { Examination } from '#shared/domain/duties/types.ts';
import type { Db } from '../store.ts';

/** A sitting as kept: of one pupil (`pupilId`) or of a year group (`ncYear`), never both. */
export interface StoredExam extends Examination {
  readonly id: string;
  readonly pupilId: string | null;
  readonly ncYear: string | null;
}

/** All sittings of a school, of year groups and of single pupils, in order of their days. */
export const readExams = (db: Db, schoolId: string): Promise<readonly StoredExam[]> =>
  select(db, eq(db.tables.exams.schoolId, schoolId));

/** The sittings of one pupil: their own and those of the year group that they are in (`ncYear`). One query. */
export function readExamsOfPupil(
  db: Db,
  schoolId: string,
  pupil: { readonly id: string; readonly ncYear: string | null },
): Promise<readonly StoredExam[]> {
  const { exams } = db.tables;
  return select(
    db,
    and(
      eq(exams.schoolId, schoolId),
      or(eq(exams.pupilId, pupil.id), pupil.ncYear === null ? undefined : eq(exams.ncYear, pupil.ncYear)),
    ),
  );
}

async function select(db: Db, where: SQL | undefined): Promise<readonly StoredExam[]> {
  const { exams } = db.tables;
  return db
    .select({
      id: exams.id,
      pupilId: exams.pupilId,
      ncYear: exams.ncYear,
      kind: exams.kind,
      name: exams.name,
      date: exams.date,
      slot: exams.slot,
    })
    .from(exams)
    .where(where)
    .orderBy(asc(exams.date), asc(exams.slot), asc(exams.name), asc(exams.id));
}

/** One sitting of a school; undefined when there is none of that id. */
export async function readExam(db: Db, schoolId: string, id: string): Promise<StoredExam | undefined> {
  const { exams } = db.tables;
  return (await select(db, and(eq(exams.schoolId, schoolId), eq(exams.id, id))))[0];
}

/** Adds a sitting. */
export async function insertExam(db: Db, schoolId: string, exam: StoredExam): Promise<void> {
  await db.insert(db.tables.exams).values({ schoolId, ...exam });
}

/** Removes a sitting; the audit trail keeps that it was there. */
export async function deleteExam(db: Db, id: string): Promise<void> {
  const { exams } = db.tables;
  await db.delete(exams).where(eq(exams.id, id));
}
