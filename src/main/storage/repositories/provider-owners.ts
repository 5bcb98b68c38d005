import { and, eq, inArray } from 'drizzle-orm';
import type { Db } from '../store.ts';

/** Which of these providers are a school's. */
export async function providersOfSchool(
  db: Db,
  schoolId: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const { providers } = db.tables;
  const rows = await db
    .select({ id: providers.id })
    .from(providers)
    .where(and(eq(providers.schoolId, schoolId), inArray(providers.id, [...ids])));
  return new Set(rows.map(({ id }) => id));
}
