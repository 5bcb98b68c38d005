import { and, asc, count, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Db } from '../store.ts';

/** An agency or a team as kept; null where it was not entered. */
export type Agency = Db['tables']['agencies']['$inferSelect'];

/** The agencies of a school in the order of their names, or those that take referrals. */
export async function readAgencies(
  db: Db,
  schoolId: string,
  { ended = true, id }: { readonly ended?: boolean; readonly id?: string } = {},
): Promise<readonly Agency[]> {
  const { agencies } = db.tables;
  return db
    .select()
    .from(agencies)
    .where(
      and(
        eq(agencies.schoolId, schoolId),
        ended ? undefined : isNull(agencies.endedOn),
        id === undefined ? undefined : eq(agencies.id, id),
      ),
    )
    .orderBy(asc(agencies.nameKey), asc(agencies.id));
}

/** How many referrals to each of the agencies are open; those without any are not in the map. */
export async function countOpenReferrals(
  db: Db,
  agencyIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (agencyIds.length === 0) return new Map();
  const { referrals } = db.tables;
  const rows = await db
    .select({ agencyId: referrals.agencyId, open: count() })
    .from(referrals)
    .where(and(inArray(referrals.agencyId, [...agencyIds]), inArray(referrals.state, ['sent', 'accepted'])))
    .groupBy(referrals.agencyId);
  return new Map(rows.map(({ agencyId, open }) => [agencyId, open]));
}

/** Adds an agency, version 1; the database refuses a second one of the name that takes referrals. */
export async function insertAgency(db: Db, agency: Omit<Agency, 'version' | 'endedOn'>): Promise<void> {
  await db.insert(db.tables.agencies).values({ ...agency, version: 1 });
}

/** Changes an agency and gives it the next version. */
export async function updateAgency(
  db: Db,
  id: string,
  set: Partial<Omit<Agency, 'id' | 'schoolId' | 'version'>>,
): Promise<void> {
  const { agencies } = db.tables;
  await db
    .update(agencies)
    .set({ ...set, version: sql`${agencies.version} + 1` })
    .where(eq(agencies.id, id));
}
