import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { PublishedLevel, PublishedLine } from '#shared/domain/comparators/types.ts';
import type { Db } from '../store.ts';
import { insertAll } from './insert-all.ts';

export type PublishedFile = Db['tables']['publishedFiles']['$inferSelect'];

/** The imported file with this content, whatever its name. */
export async function findPublished(db: Db, sha256: string): Promise<PublishedFile | undefined> {
  const { publishedFiles } = db.tables;
  const [row] = await db.select().from(publishedFiles).where(eq(publishedFiles.sha256, sha256));
  return row;
}

export async function insertPublishedFile(db: Db, file: PublishedFile): Promise<void> {
  await db.insert(db.tables.publishedFiles).values(file);
}

/** Lines of a file whose row is there already, in any number. */
export const insertPublishedLines = (
  db: Db,
  fileId: string,
  lines: readonly PublishedLine[],
): Promise<void> =>
  insertAll(
    db,
    db.tables.publishedFigures,
    lines.map((line) => ({ fileId, ...line })),
  );

/** How many lines a file had, and its layout, once it was read to its end. */
export async function closePublishedFile(
  db: Db,
  id: string,
  what: Pick<PublishedFile, 'layout' | 'lines'>,
): Promise<void> {
  const { publishedFiles } = db.tables;
  await db.update(publishedFiles).set(what).where(eq(publishedFiles.id, id));
}

/** Takes a file and its lines out again; undefined when there is none. */
export async function removePublishedFile(db: Db, id: string): Promise<PublishedFile | undefined> {
  const { publishedFiles, publishedFigures } = db.tables;
  await db.delete(publishedFigures).where(eq(publishedFigures.fileId, id));
  const [row] = await db.delete(publishedFiles).where(eq(publishedFiles.id, id)).returning();
  return row;
}

/** Imported files, the newest first, each with the levels and years its lines are of. */
export async function listPublished(db: Db) {
  const { publishedFiles: f, publishedFigures: p } = db.tables;
  const files = await db.select().from(f).orderBy(desc(f.importedAt), f.fileName);
  const spans = await db
    .select({
      fileId: p.fileId,
      level: p.level,
      lines: sql<number>`count(*)`.mapWith(Number),
      from: sql<number>`min(${p.schoolYear})`.mapWith(Number),
      to: sql<number>`max(${p.schoolYear})`.mapWith(Number),
    })
    .from(p)
    .groupBy(p.fileId, p.level);
  return files.map((file) => ({ file, spans: spans.filter(({ fileId }) => fileId === file.id) }));
}

/** A line with the file it stands in. */
export interface SourcedLine extends PublishedLine {
  readonly fileId: string;
  readonly fileName: string;
  readonly layout: string;
  readonly importedAt: string;
}

/** Lines of areas of one level, those of files imported later first; narrowed by year and type of school where given. */
export async function linesOf(
  db: Db,
  level: PublishedLevel,
  areaCodes: readonly string[],
  { schoolYear, schoolType }: { readonly schoolYear?: number; readonly schoolType?: string } = {},
): Promise<readonly SourcedLine[]> {
  if (areaCodes.length === 0) return [];
  const { publishedFiles: f, publishedFigures: p } = db.tables;
  const rows = await db
    .select({ line: p, fileName: f.fileName, layout: f.layout, importedAt: f.importedAt })
    .from(p)
    .innerJoin(f, eq(f.id, p.fileId))
    .where(
      and(
        eq(p.level, level),
        inArray(p.areaCode, [...areaCodes]),
        schoolYear === undefined ? undefined : eq(p.schoolYear, schoolYear),
        schoolType === undefined ? undefined : eq(p.schoolType, schoolType),
      ),
    )
    .orderBy(desc(f.importedAt), p.fileId, p.position);
  return rows.map(({ line, ...file }) => ({ ...line, ...file }));
}

/** The region an authority is in, as published files say; undefined where none does. */
export async function publishedRegionOf(db: Db, la: string): Promise<string | undefined> {
  const { publishedFigures: p } = db.tables;
  const [row] = await db
    .select({ region: p.regionCode })
    .from(p)
    .where(and(eq(p.level, 'authority'), eq(p.areaCode, la), sql`${p.regionCode} <> ''`))
    .limit(1);
  return row?.region;
}
