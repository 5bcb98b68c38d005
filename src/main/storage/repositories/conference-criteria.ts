import { DEFAULT_CONFERENCE_CRITERIA } from '#shared/domain/conference/default-criteria.ts';
import type { ConferenceCriterion } from '#shared/domain/conference/types.ts';
import type { Db } from '../store.ts';

/** Criteria as kept; version 0 while the authority has none of its own. */
export interface StoredConferenceCriteria {
  readonly criteria: readonly ConferenceCriterion[];
  readonly version: number;
}

/** Which pupils are put to the case conference: by the authority's own criteria, or those of the program. */
export async function readConferenceCriteria(db: Db): Promise<StoredConferenceCriteria> {
  const [row] = await db.select().from(db.tables.conferenceCriteria);
  return row === undefined
    ? { criteria: DEFAULT_CONFERENCE_CRITERIA, version: 0 }
    : { criteria: row.criteria, version: row.version };
}

/** Puts criteria in place of those there were. */
export async function writeConferenceCriteria(db: Db, set: StoredConferenceCriteria): Promise<void> {
  const { conferenceCriteria } = db.tables;
  const row = { criteria: set.criteria, version: set.version };
  await db
    .insert(conferenceCriteria)
    .values({ id: 1, ...row })
    .onConflictDoUpdate({ target: conferenceCriteria.id, set: row });
}
