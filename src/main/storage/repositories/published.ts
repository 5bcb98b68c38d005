import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { PublishedLevel, PublishedLine } from '#shared/domain/comparators/types.ts';
import type { Db } from '../store.ts';
import { insertRows } from './insert-rows.ts';

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

const LINE_COLUMNS = [
  'fileId',
  'position',
  'schoolYear',
  'timeSpan',
  'level',
  'areaCode',
  'areaName',
  'schoolType',
  'breakdown',
  'regionCode',
  'figures',
] as const;

/** Lines of a file whose row is there already, in any number. */
export const insertPublishedLines = (
  db: Db,
  fileId: string,
  lines: readonly PublishedLine[],
): Promise<void> =>
  insertRows(db, db.tables.publishedFigures, {
    columns: LINE_COLUMNS,
    values: lines.map((line) => [
      fileId,
      line.position,
      line.schoolYear,
      line.timeSpan,
      line.level,
      line.areaCode,
      line.areaName,
      line.schoolType,
      line.breakdown,
      line.regionCode,
      line.figures,
    ]),
  });

/** How many lines a file had, and its layout, once it was read to its end. */
export async function closePublishedFile(
  db: Db,
  id: string,
  what: Pick<PublishedFile, 'layout' | 'lines' | 'levels'>,
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

/** Imported files, the newest first. */
export async function listPublished(db: Db): Promise<readonly PublishedFile[]> {
  const { publishedFiles: f } = db.tables;
  return db.select().from(f).orderBy(desc(f.importedAt), f.fileName);
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
