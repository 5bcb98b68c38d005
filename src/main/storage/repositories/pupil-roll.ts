import { eq, getTableColumns, sql, type SQL } from 'drizzle-orm';
import type { Db } from '../store.ts';
import { inChunks } from './in-chunks.ts';
import type { PupilRecord } from './pupils.ts';

/** Rows of one statement: 22 columns of 200 rows are 4,400 parameters, far under the engines' limits. */
const ROWS_PER_STATEMENT = 200;

/** Told after each statement how many rows are written so far; may throw to undo everything. */
export type WriteWatch = (written: number) => void;

/** Every pupil the school has ever had, in one query: what an import is compared with. */
export async function readRoll(db: Db, schoolId: string): Promise<readonly PupilRecord[]> {
  const { pupils } = db.tables;
  return db.select().from(pupils).where(eq(pupils.schoolId, schoolId));
}

export async function insertPupils(
  db: Db,
  rows: readonly PupilRecord[],
  watch: WriteWatch = () => undefined,
): Promise<void> {
  let written = 0;
  for (const chunk of inChunks(rows, ROWS_PER_STATEMENT)) {
    await db.insert(db.tables.pupils).values([...chunk]);
    written += chunk.length;
    watch(written);
  }
}

/** Writes the given state of pupils that exist already (by id), many to a statement. */
export async function updatePupils(
  db: Db,
  rows: readonly PupilRecord[],
  watch: WriteWatch = () => undefined,
): Promise<void> {
  const { pupils } = db.tables;
  const set: Record<string, SQL> = Object.fromEntries(
    Object.entries(getTableColumns(pupils))
      .filter(([key]) => key !== 'id' && key !== 'schoolId')
      .map(([key, column]) => [key, sql`excluded.${sql.identifier(column.name)}`]),
  );
  let written = 0;
  for (const chunk of inChunks(rows, ROWS_PER_STATEMENT)) {
    await db
      .insert(pupils)
      .values([...chunk])
      .onConflictDoUpdate({ target: pupils.id, set });
    written += chunk.length;
    watch(written);
  }
}
