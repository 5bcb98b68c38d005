import { eq, isNull, max } from 'drizzle-orm';
import type { Db } from '../store.ts';

/** What is known of a school (by its DfE number) or, without one, of the authority of a shared database. */
export interface FoundWorkspace {
  /** Its number; undefined where it works elsewhere, or not at all. */
  readonly workspace: number | undefined;
  /** Also of a school that is known by name alone. */
  readonly schoolId: string | undefined;
  /** It is an authority's, too. */
  readonly area: boolean;
}

/** As the owner, who sees all of them. */
export async function findWorkspace(db: Db, laEstab: string | undefined): Promise<FoundWorkspace> {
  const { workspace, schools } = db.tables;
  if (laEstab === undefined) {
    const [row] = await db.select({ id: workspace.id }).from(workspace).where(isNull(workspace.homeSchoolId));
    return { workspace: row?.id, schoolId: undefined, area: row !== undefined };
  }
  const [row] = await db
    .select({ schoolId: schools.id, workspace: workspace.id, authority: workspace.authorityCode })
    .from(schools)
    .leftJoin(workspace, eq(workspace.homeSchoolId, schools.id))
    .where(eq(schools.laEstab, laEstab));
  return {
    workspace: row?.workspace ?? undefined,
    schoolId: row?.schoolId,
    area: typeof row?.authority === 'string',
  };
}

/** The number that the next school gets: 1 in an empty database. */
export async function nextWorkspace(db: Db): Promise<number> {
  const { workspace } = db.tables;
  const [row] = await db.select({ last: max(workspace.id) }).from(workspace);
  return (row?.last ?? 0) + 1;
}

/** The workspace of a local authority, which has no school. */
export async function writeAuthority(
  db: Db,
  {
    number,
    code,
    name,
    now,
  }: { readonly number: number; readonly code: string; readonly name: string; readonly now: string },
): Promise<void> {
  await db.insert(db.tables.workspace).values({
    id: number,
    authorityCode: code,
    authorityName: name,
    demonstration: false,
    lunchtimesInReturn: false,
    createdAt: now,
  });
}
