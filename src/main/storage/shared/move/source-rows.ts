import { sql } from 'drizzle-orm';
import type { Db } from '../../store.ts';
import type { Row } from './canonical-row.ts';
import type { MovedTable } from './moved-tables.ts';

/** Rows at a time: of a table with long texts some megabytes. */
export const CHUNK = 500;

/** All rows of a table of a file, in an order that stays the same, those that others of the table refer to first. */
export async function* sourceRows(db: Db, table: MovedTable, from = 0): AsyncGenerator<readonly Row[]> {
  if (table.before) {
    const all = parentsFirst(table, await readPage(db, table));
    for (let at = from; at < all.length; at += CHUNK) yield all.slice(at, at + CHUNK);
    return;
  }
  for (let at = from; ; at += CHUNK) {
    const page = await readPage(db, table, at);
    if (page.length > 0) yield page;
    if (page.length < CHUNK) return;
  }
}

async function readPage(db: Db, { source, primary }: MovedTable, at?: number): Promise<readonly Row[]> {
  const order = primary.map(({ name }) => sql.identifier(name));
  const query = db
    .select()
    .from(source)
    .orderBy(sql.join(order, sql`, `));
  return at === undefined ? query : query.limit(CHUNK).offset(at);
}

/** In an order in which each row comes after the one of the same table that it refers to. */
export function parentsFirst({ primary, before: refers }: MovedTable, rows: readonly Row[]): readonly Row[] {
  const id = primary[0]?.key ?? 'id';
  const before = refers?.key ?? '';
  const byId = new Map(rows.map((row) => [row[id], row]));
  const done = new Set<unknown>();
  const ordered: Row[] = [];
  for (const row of rows) {
    // Back to the first of its line, then forth again.
    const line: Row[] = [];
    for (let one: Row | undefined = row; one && !done.has(one[id]); one = byId.get(one[before])) {
      done.add(one[id]);
      line.push(one);
    }
    ordered.push(...line.toReversed());
  }
  return ordered;
}
