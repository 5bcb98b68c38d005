import { asc, inArray } from 'drizzle-orm';
import { ISSUED_STATES } from '#shared/domain/exclusions/issued-states.ts';
import type { Db } from '../store.ts';

/** The schools of which this database has issued exclusions, in order of id. */
export async function readSchoolsWithExclusions(db: Db): Promise<readonly string[]> {
  const { exclusions } = db.tables;
  const rows = await db
    .selectDistinct({ schoolId: exclusions.schoolId })
    .from(exclusions)
    .where(inArray(exclusions.state, ISSUED_STATES))
    .orderBy(asc(exclusions.schoolId));
  return rows.map(({ schoolId }) => schoolId);
}
