import { and, eq, gte, notInArray, sql } from 'drizzle-orm';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import type { Db } from '../store.ts';

/**
 * Pupils of a school with at least so many exclusions issued that start on or after a day, those that were cancelled left
 * out. Whether each still takes a day is not looked at: see `countedExclusions`.
 */
export async function pupilsExcludedOften(
  db: Db,
  schoolId: string,
  { from, times }: { readonly from: IsoDate; readonly times: number },
): Promise<readonly string[]> {
  const { exclusions } = db.tables;
  const rows = await db
    .select({ pupilId: exclusions.pupilId })
    .from(exclusions)
    .where(
      and(
        eq(exclusions.schoolId, schoolId),
        gte(exclusions.startDate, from),
        notInArray(exclusions.state, ['draft', 'cancelled']),
      ),
    )
    .groupBy(exclusions.pupilId)
    .having(sql`count(*) >= ${times}`);
  return rows.map(({ pupilId }) => pupilId);
}
