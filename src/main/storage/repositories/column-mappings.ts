import { eq } from 'drizzle-orm';
import type { Db } from '../store.ts';

export type ColumnMappingRow = Db['tables']['columnMappings']['$inferSelect'];

/** Every sender's columns, by the headings of the sender's files. */
export async function readMappings(db: Db): Promise<ReadonlyMap<string, ColumnMappingRow['columns']>> {
  const { columnMappings: m } = db.tables;
  const rows = await db.select({ headings: m.headings, columns: m.columns }).from(m);
  return new Map(rows.map(({ headings, columns }) => [headings, columns]));
}

export async function findMapping(db: Db, headings: string): Promise<ColumnMappingRow | undefined> {
  const { columnMappings: m } = db.tables;
  const [row] = await db.select().from(m).where(eq(m.headings, headings));
  return row;
}

/** Keeps what the columns hold; files with the same headings have one mapping, the last that was saved. Gives its id. */
export async function saveMapping(db: Db, row: ColumnMappingRow): Promise<string> {
  const { columnMappings: m } = db.tables;
  const { name, columns, savedBy, savedAt } = row;
  const [saved] = await db
    .insert(m)
    .values(row)
    .onConflictDoUpdate({ target: m.headings, set: { name, columns, savedBy, savedAt } })
    .returning({ id: m.id });
  return saved?.id ?? row.id;
}
