import { eq } from 'drizzle-orm';
import { DEFAULT_CRITERIA } from '#shared/domain/support/default-criteria.ts';
import type { RiskCriteria } from '#shared/domain/support/types.ts';
import type { Db } from '../store.ts';

/** Criteria as kept; version 0 while the school has none of its own. */
export interface StoredCriteria extends RiskCriteria {
  readonly version: number;
}

/** What puts pupils of a school at risk: its own criteria, or those of the program. */
export async function readCriteria(db: Db, schoolId: string): Promise<StoredCriteria> {
  const { atRiskCriteria } = db.tables;
  const [row] = await db.select().from(atRiskCriteria).where(eq(atRiskCriteria.schoolId, schoolId));
  if (row === undefined) return { ...DEFAULT_CRITERIA, version: 0 };
  const { categories, criteria, version } = row;
  return { categories, criteria, version };
}

/** Puts a school's criteria in place of those it had. */
export async function writeCriteria(db: Db, schoolId: string, set: StoredCriteria): Promise<void> {
  const { atRiskCriteria } = db.tables;
  const row = { categories: set.categories, criteria: set.criteria, version: set.version };
  await db
    .insert(atRiskCriteria)
    .values({ schoolId, ...row })
    .onConflictDoUpdate({ target: atRiskCriteria.schoolId, set: row });
}
