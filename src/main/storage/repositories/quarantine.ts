import { desc, eq, inArray, sql } from 'drizzle-orm';
import type { Db } from '../store.ts';
import { inChunks } from './in-chunks.ts';

export type QuarantinedFile = Db['tables']['quarantinedFiles']['$inferSelect'];

const AT_ONCE = 500;

/** Keeps a refused file; one of the same content is refused once more and keeps its id. Gives the id. */
export async function keepQuarantined(db: Db, file: Omit<QuarantinedFile, 'attempts'>): Promise<string> {
  const { quarantinedFiles: q } = db.tables;
  const { fileName, message, problems, refusedAt, refusedBy } = file;
  const [row] = await db
    .insert(q)
    .values({ ...file, attempts: 1 })
    .onConflictDoUpdate({
      target: q.sha256,
      set: { fileName, message, problems, refusedAt, refusedBy, attempts: sql`${q.attempts} + 1` },
    })
    .returning({ id: q.id });
  return row?.id ?? file.id;
}

/** Lets go of files that have been taken, or that somebody discards. */
export async function dropQuarantined(db: Db, by: { readonly sha256: readonly string[] }): Promise<void> {
  const { quarantinedFiles: q } = db.tables;
  for (const contents of inChunks(by.sha256, AT_ONCE))
    await db.delete(q).where(inArray(q.sha256, [...contents]));
}

/** The refused files without their contents, the last refused first. */
export async function listQuarantined(db: Db) {
  const { quarantinedFiles: q } = db.tables;
  return db
    .select({
      id: q.id,
      fileName: q.fileName,
      size: q.size,
      kept: sql<number>`CASE WHEN ${q.content} IS NULL THEN 0 ELSE 1 END`.mapWith(Number),
      message: q.message,
      problems: q.problems,
      attempts: q.attempts,
      refusedAt: q.refusedAt,
      refusedBy: q.refusedBy,
    })
    .from(q)
    .orderBy(desc(q.refusedAt), q.fileName);
}

export async function findQuarantined(db: Db, id: string): Promise<QuarantinedFile | undefined> {
  const { quarantinedFiles: q } = db.tables;
  const [row] = await db.select().from(q).where(eq(q.id, id));
  return row;
}
