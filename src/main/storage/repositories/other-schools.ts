import { asc, ne } from 'drizzle-orm';
import type { Db } from '../store.ts';

/** Every school this database knows but the given one, by name. */
export async function readOtherSchools(
  db: Db,
  schoolId: string,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const { schools } = db.tables;
  return db
    .select({ id: schools.id, name: schools.name })
    .from(schools)
    .where(ne(schools.id, schoolId))
    .orderBy(asc(schools.name), asc(schools.id));
}
