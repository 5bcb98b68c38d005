import { and, inArray } from 'drizzle-orm';
import type { Db } from '../store.ts';
import { bookableBy } from './bookable-by.ts';

/** At which of these providers a school may book. */
export async function providersOfSchool(
  db: Db,
  schoolId: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const { providers } = db.tables;
  const rows = await db
    .select({ id: providers.id })
    .from(providers)
    .where(and(bookableBy(db, schoolId), inArray(providers.id, [...ids])));
  return new Set(rows.map(({ id }) => id));
}
