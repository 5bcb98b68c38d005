import { eq, ne } from 'drizzle-orm';
import type { Db } from '../store.ts';
import type { PupilRecord } from './pupils.ts';
import type { School } from './workspace.ts';

/** A pupil of another school who is on record here. */
export interface Visitor extends Pick<
  PupilRecord,
  'id' | 'forename' | 'surname' | 'upn' | 'ncYear' | 'schoolId'
> {
  readonly schoolName: string;
}

/** Pupils of other schools than the given one, by surname and forename. */
export async function readVisitors(db: Db, homeSchoolId: string): Promise<readonly Visitor[]> {
  const { pupils, schools } = db.tables;
  return db
    .select({
      id: pupils.id,
      forename: pupils.forename,
      surname: pupils.surname,
      upn: pupils.upn,
      ncYear: pupils.ncYear,
      schoolId: pupils.schoolId,
      schoolName: schools.name,
    })
    .from(pupils)
    .innerJoin(schools, eq(schools.id, pupils.schoolId))
    .where(ne(pupils.schoolId, homeSchoolId))
    .orderBy(pupils.surname, pupils.forename, pupils.id);
}

/** Every school that this database knows but the given one, by name. */
export async function readOtherSchools(db: Db, homeSchoolId: string): Promise<readonly School[]> {
  const { schools } = db.tables;
  return db.select().from(schools).where(ne(schools.id, homeSchoolId)).orderBy(schools.name, schools.id);
}

/** Pupils with this number, at whatever school: a pupil keeps it from school to school. */
export async function findByUpn(db: Db, upn: string): Promise<readonly PupilRecord[]> {
  const { pupils } = db.tables;
  return db.select().from(pupils).where(eq(pupils.upn, upn));
}

/** The school with this id or DfE number, or undefined. */
export async function findSchool(
  db: Db,
  by: { readonly id: string } | { readonly laEstab: string },
): Promise<School | undefined> {
  const { schools } = db.tables;
  const [row] = await db
    .select()
    .from(schools)
    .where('id' in by ? eq(schools.id, by.id) : eq(schools.laEstab, by.laEstab));
  return row;
}
