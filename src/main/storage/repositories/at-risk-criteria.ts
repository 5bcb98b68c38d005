import { eq } from 'drizzle-orm';
import { DEFAULT_CRITERIA } from '#shared/domain/support/default-criteria.ts';
import { DEFAULT_PROCEDURE } from '#shared/domain/support/default-procedure.ts';
import type { GridCriteria } from '#shared/domain/support/types.ts';
import type { Db } from '../store.ts';

/** Criteria and procedure as kept; version 0 while the school has none of its own. */
export interface StoredCriteria extends GridCriteria {
  readonly version: number;
}

/** What puts pupils of a school at risk and how it works with them: its own, or that of the program. */
export async function readCriteria(db: Db, schoolId: string): Promise<StoredCriteria> {
  const { atRiskCriteria } = db.tables;
  const [row] = await db.select().from(atRiskCriteria).where(eq(atRiskCriteria.schoolId, schoolId));
  if (row === undefined) return { ...DEFAULT_CRITERIA, procedure: DEFAULT_PROCEDURE, version: 0 };
  const { categories, criteria, procedure, setBy, version } = row;
  return {
    categories,
    criteria,
    // Criteria that were saved before there were procedures.
    procedure: procedure ?? DEFAULT_PROCEDURE,
    ...(setBy === null ? {} : { setBy }),
    version,
  };
}

/** Puts a school's criteria and procedure in place of those it had. */
export async function writeCriteria(db: Db, schoolId: string, set: StoredCriteria): Promise<void> {
  const { atRiskCriteria } = db.tables;
  const { categories, criteria, procedure, setBy = null, version } = set;
  const row = { categories, criteria, procedure, setBy, version };
  await db
    .insert(atRiskCriteria)
    .values({ schoolId, ...row })
    .onConflictDoUpdate({ target: atRiskCriteria.schoolId, set: row });
}
