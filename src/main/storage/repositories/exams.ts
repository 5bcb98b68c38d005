import { and, asc, eq, inArray, or, type SQL } from 'drizzle-orm';
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

/** Whose sittings they are: the year group's of `ncYear` too. */
export interface Candidate {
  readonly id: string;
  readonly ncYear: string | null;
}

/** The sittings of one pupil: their own and those of the year group that they are in. One query. */
export async function readExamsOfPupil(
  db: Db,
  schoolId: string,
  pupil: Candidate,
): Promise<readonly StoredExam[]> {
  return (await readExamsOfPupils(db, schoolId, [pupil])).get(pupil.id) ?? [];
}

/** The same of several pupils (at most 500). One query. */
export async function readExamsOfPupils(
  db: Db,
  schoolId: string,
  pupils: readonly Candidate[],
): Promise<ReadonlyMap<string, readonly StoredExam[]>> {
  const { exams } = db.tables;
  const years = [...new Set(pupils.flatMap(({ ncYear }) => ncYear ?? []))];
  const ids = pupils.map(({ id }) => id);
  const all = await select(
    db,
    and(eq(exams.schoolId, schoolId), or(inArray(exams.pupilId, ids), inArray(exams.ncYear, years))),
  );
  const sits = ({ id, ncYear }: Candidate, exam: StoredExam) =>
    exam.pupilId === id || (ncYear !== null && exam.ncYear === ncYear);
  return new Map(pupils.map((pupil) => [pupil.id, all.filter((exam) => sits(pupil, exam))]));
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
