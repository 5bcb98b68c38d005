import { and, asc, eq, inArray } from 'drizzle-orm';
import type { SchoolYear, TermName } from '#shared/domain/calendar/types.ts';
import type { Db } from '../store.ts';
import { inChunks } from './in-chunks.ts';
import { insertAll } from './insert-all.ts';

/** A grid as received, without its rows. */
export type RiskGrid = Db['tables']['riskGrids']['$inferSelect'];

export type RiskGridRow = Db['tables']['riskGridRows']['$inferSelect'];

/** A term of a school year. */
export interface GridTerm {
  readonly schoolYear: SchoolYear;
  readonly term: TermName;
}

export interface GridArrival {
  readonly grid: Omit<RiskGrid, 'current'>;
  readonly rows: readonly Omit<RiskGridRow, 'gridId' | 'position'>[];
}

/** What became of a grid that arrived; `other`: what it replaced, or what stood in its way. */
export interface KeptGrid {
  readonly outcome: 'imported' | 'replaced' | 'older' | 'duplicate';
  readonly other: RiskGrid | undefined;
}

/**
 * Keeps a grid: new, in place of an earlier one of the school and term, or not at all because it is a copy or earlier.
 * Of a grid that is replaced only the head stays, to know it again: its pupils' rows are not needed any more.
 */
export async function keepGrid(db: Db, { grid, rows }: GridArrival): Promise<KeptGrid> {
  const { riskGrids: g, riskGridRows } = db.tables;
  const [same] = await db.select().from(g).where(eq(g.sha256, grid.sha256)).limit(1);
  if (same !== undefined) return { outcome: 'duplicate', other: same };
  const [current] = await db
    .select()
    .from(g)
    .where(
      and(
        eq(g.laEstab, grid.laEstab),
        eq(g.schoolYear, grid.schoolYear),
        eq(g.term, grid.term),
        eq(g.current, true),
      ),
    );
  if (current !== undefined && current.madeAt > grid.madeAt) return { outcome: 'older', other: current };
  if (current !== undefined) {
    await db.delete(riskGridRows).where(eq(riskGridRows.gridId, current.id));
    await db.update(g).set({ current: false }).where(eq(g.id, current.id));
  }
  await db.insert(g).values({ ...grid, current: true });
  await insertAll(
    db,
    riskGridRows,
    rows.map((row, at) => ({ ...row, gridId: grid.id, position: at + 1 })),
  );
  return { outcome: current === undefined ? 'imported' : 'replaced', other: current };
}

/** The terms of which there are grids, the latest first. */
export async function gridTerms(db: Db): Promise<readonly GridTerm[]> {
  const { riskGrids: g } = db.tables;
  const rows = await db
    .selectDistinct({ schoolYear: g.schoolYear, term: g.term })
    .from(g)
    .where(eq(g.current, true));
  const order = ['summer', 'spring', 'autumn'];
  return rows.toSorted(
    (a, b) => b.schoolYear - a.schoolYear || order.indexOf(a.term) - order.indexOf(b.term),
  );
}

/** The grids of a term that count, by the name of the school. */
export async function gridsOfTerm(db: Db, { schoolYear, term }: GridTerm): Promise<readonly RiskGrid[]> {
  const { riskGrids: g } = db.tables;
  return db
    .select()
    .from(g)
    .where(and(eq(g.schoolYear, schoolYear), eq(g.term, term), eq(g.current, true)))
    .orderBy(asc(g.schoolName), asc(g.laEstab));
}

const GRIDS_AT_ONCE = 500;

/** The rows of grids, in the order of each. */
export async function gridRows(db: Db, gridIds: readonly string[]): Promise<readonly RiskGridRow[]> {
  const { riskGridRows: r } = db.tables;
  const found: RiskGridRow[] = [];
  for (const ids of inChunks(gridIds, GRIDS_AT_ONCE)) {
    found.push(
      ...(await db
        .select()
        .from(r)
        .where(inArray(r.gridId, [...ids]))
        .orderBy(asc(r.gridId), asc(r.position))),
    );
  }
  return found;
}
