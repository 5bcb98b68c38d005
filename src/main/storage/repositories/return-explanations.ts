import { and, eq, inArray } from 'drizzle-orm';
import type { Db } from '../store.ts';
import { groupRows } from './group-rows.ts';
import { inChunks } from './in-chunks.ts';

export type ExplanationRow = Db['tables']['returnExplanations']['$inferSelect'];

const IDS_PER_STATEMENT = 500;

/** What the school says about the queries of these exclusions, by exclusion. */
export async function explanationsOf(
  db: Db,
  exclusionIds: readonly string[],
): Promise<ReadonlyMap<string, readonly ExplanationRow[]>> {
  const { returnExplanations: t } = db.tables;
  const rows: ExplanationRow[] = [];
  for (const ids of inChunks(exclusionIds, IDS_PER_STATEMENT)) {
    const found = await db
      .select()
      .from(t)
      .where(inArray(t.exclusionId, [...ids]))
      .orderBy(t.rule);
    rows.push(...found);
  }
  return groupRows(rows, ({ exclusionId }) => exclusionId);
}

export async function findExplanation(
  db: Db,
  exclusionId: string,
  rule: string,
): Promise<ExplanationRow | undefined> {
  const { returnExplanations: t } = db.tables;
  const [row] = await db
    .select()
    .from(t)
    .where(and(eq(t.exclusionId, exclusionId), eq(t.rule, rule)));
  return row;
}

/** Writes an explanation in place of the one before. */
export async function writeExplanation(db: Db, row: ExplanationRow): Promise<void> {
  const { returnExplanations: t } = db.tables;
  await removeExplanation(db, row.exclusionId, row.rule);
  await db.insert(t).values(row);
}

export async function removeExplanation(db: Db, exclusionId: string, rule: string): Promise<void> {
  const { returnExplanations: t } = db.tables;
  await db.delete(t).where(and(eq(t.exclusionId, exclusionId), eq(t.rule, rule)));
}
