import {
  and,
  asc,
  count,
  eq,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  ne,
  or,
  sql,
  type SQL,
} from 'drizzle-orm';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import type { Db } from '../store.ts';
import { ERASED_UPN } from './retention.ts';

/** A pupil as kept; null where the school has not said. */
export type PupilRecord = Db['tables']['pupils']['$inferSelect'];

export interface PupilFilter {
  readonly schoolId: string;
  /** Folded words (see `searchWords`), each of which must begin a word of the pupil's search text. */
  readonly words: readonly string[];
  readonly ncYear?: string | undefined;
  readonly roll: 'current' | 'left' | 'all';
  /** The day on which being on the roll is judged. */
  readonly today: IsoDate;
}

/** The pupil's search text has a word that begins so; `word` folded as the text is. */
export function startsAWord(db: Db, word: string): SQL {
  const pattern = `% ${word.replace(/[\\%_]/g, '\\$&')}%`;
  return sql`${db.tables.pupils.searchText} LIKE ${pattern} ESCAPE '\\'`;
}

/**
 * On the roll unless the last day has passed or the status says previous pupil (P). The last day itself still
 * counts: a pupil can be excluded on it.
 */
function rollCondition(db: Db, roll: PupilFilter['roll'], today: IsoDate): SQL | undefined {
  const { leavingDate, enrolStatus } = db.tables.pupils;
  if (roll === 'all') return undefined;
  return roll === 'left'
    ? or(lt(leavingDate, today), eq(enrolStatus, 'P'))
    : and(or(isNull(leavingDate), gte(leavingDate, today)), or(isNull(enrolStatus), ne(enrolStatus, 'P')));
}

/**
 * Pupils of one school, written so that no index on the school is used: nearly every row is of that school. The index
 * of the roll has all that is asked, in the order of the list: a page ends where it is full, and no other row is read.
 */
const ofSchool = (db: Db, schoolId: string): SQL => sql`${db.tables.pupils.schoolId} || '' = ${schoolId}`;

/** Erased pupils are figures, and nobody to be listed. */
const notErased = (db: Db): SQL => sql`substr(${db.tables.pupils.upn}, 1, 1) <> ${ERASED_UPN}`;

function filterCondition(db: Db, { schoolId, words, ncYear, roll, today }: PupilFilter): SQL | undefined {
  const { pupils } = db.tables;
  return and(
    ofSchool(db, schoolId),
    notErased(db),
    rollCondition(db, roll, today),
    ncYear === undefined ? undefined : eq(pupils.ncYear, ncYear),
    ...words.map((word) => startsAWord(db, word)),
  );
}

/** One page of the pupils that match, in register order (the search text begins with the folded surname). */
export async function listPupils(
  db: Db,
  filter: PupilFilter,
  page: { readonly offset: number; readonly limit: number },
): Promise<readonly PupilRecord[]> {
  const { pupils } = db.tables;
  return db
    .select()
    .from(pupils)
    .where(filterCondition(db, filter))
    .orderBy(asc(pupils.searchText), asc(pupils.id))
    .limit(page.limit)
    .offset(page.offset);
}

/** How many pupils match. */
export async function countPupils(db: Db, filter: PupilFilter): Promise<number> {
  const { pupils } = db.tables;
  const [counted] = await db.select({ total: count() }).from(pupils).where(filterCondition(db, filter));
  return counted?.total ?? 0;
}

/** The year groups of a school's pupils, in the order of their texts. One short query for each. */
export async function ncYearsOf(
  db: Db,
  { schoolId, roll, today }: Pick<PupilFilter, 'schoolId' | 'roll' | 'today'>,
): Promise<readonly string[]> {
  const { pupils } = db.tables;
  const years: string[] = [];
  // From one to the next in the index of years: to read every pupil's takes as long as the search itself.
  for (;;) {
    const last = years.at(-1);
    const [next] = await db
      .select({ ncYear: pupils.ncYear })
      .from(pupils)
      .where(
        and(
          eq(pupils.schoolId, schoolId),
          last === undefined ? isNotNull(pupils.ncYear) : gt(pupils.ncYear, last),
          rollCondition(db, roll, today),
        ),
      )
      .orderBy(asc(pupils.ncYear))
      .limit(1);
    if (next === undefined || next.ncYear === null) return years;
    years.push(next.ncYear);
  }
}

/** One pupil of the school, or undefined. */
export async function findPupil(db: Db, schoolId: string, pupilId: string): Promise<PupilRecord | undefined> {
  const { pupils } = db.tables;
  const [row] = await db
    .select()
    .from(pupils)
    .where(and(eq(pupils.id, pupilId), eq(pupils.schoolId, schoolId)));
  return row;
}

/** Those of the given pupils (at most 500) who are of the school, in no order. One query. */
export async function findPupils(
  db: Db,
  schoolId: string,
  pupilIds: readonly string[],
): Promise<readonly PupilRecord[]> {
  const { pupils } = db.tables;
  // Asked for the school besides, SQLite goes through the whole roll by its index.
  const rows = await db
    .select()
    .from(pupils)
    .where(inArray(pupils.id, [...pupilIds]));
  return rows.filter((pupil) => pupil.schoolId === schoolId);
}

/** A pupil of whatever school, with the school's phase; undefined when there is none of that id. */
export async function findPupilOfAnySchool(
  db: Db,
  pupilId: string,
): Promise<(PupilRecord & { readonly phase: string }) | undefined> {
  const { pupils, schools } = db.tables;
  const [row] = await db
    .select()
    .from(pupils)
    .innerJoin(schools, eq(schools.id, pupils.schoolId))
    .where(eq(pupils.id, pupilId));
  return row && { ...row.pupils, phase: row.schools.phase };
}

/** Names of pupils of whatever school, by id; ids that do not exist are left out. */
export async function readNamesOfAnySchool(
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const { pupils } = db.tables;
  const rows = await db
    .select({ id: pupils.id, forename: pupils.forename, surname: pupils.surname })
    .from(pupils)
    .where(inArray(pupils.id, [...new Set(ids)]));
  return new Map(rows.map(({ id, forename, surname }) => [id, `${forename} ${surname}`]));
}

/** Those of the given pupils who are of the school: id, name and form. */
export async function readPupilNames(
  db: Db,
  schoolId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { readonly name: string; readonly form: string | null }>> {
  if (ids.length === 0) return new Map();
  const { pupils } = db.tables;
  const rows = await db
    .select({
      id: pupils.id,
      schoolId: pupils.schoolId,
      forename: pupils.forename,
      surname: pupils.surname,
      form: pupils.form,
    })
    .from(pupils)
    .where(inArray(pupils.id, [...ids]));
  return new Map(
    rows
      .filter((pupil) => pupil.schoolId === schoolId)
      .map(({ id, forename, surname, form }) => [id, { name: `${forename} ${surname}`, form }]),
  );
}
