import type pg from 'pg';
import { StoreUnusableError, type Db } from '../../store.ts';
import { inChain } from '../audit-chain.ts';
import { canonicalRow, makeRowSum, type Row } from './canonical-row.ts';
import { movedTables, type MovedTable } from './moved-tables.ts';
import { ownRows, type Owner } from './own-rows.ts';
import { CHUNK, parentsFirst, sourceRows } from './source-rows.ts';

export interface MoveOutOptions {
  /** Works as the owner of the shared database, in a transaction that sees one state of it. */
  readonly client: pg.Client;
  readonly owner: Owner;
  /** An empty database of this version, in a transaction. */
  readonly target: Db;
  /** Who is let in to the file, and the hash of their password; everybody else gets one that nobody knows. */
  readonly mover: { readonly id: string; readonly passwordHash: string };
  readonly nobodysHash: string;
  readonly say: (line: string) => void;
}

/**
 * Writes all records of a school or an authority into a file, and compares both as `moveIn` does. Gives the number of
 * rows. Throws `StoreUnusableError` where they are not the same: then the transaction is to be undone.
 */
export async function moveOut(options: MoveOutOptions): Promise<number> {
  const { client, owner, target, say } = options;
  const found = await ownRows(client, owner);
  let total = 0;
  for (const table of movedTables) {
    const rows = (found.get(table.name) ?? []).map((row) => toFileRow(table, row, options));
    const ordered = table.before ? parentsFirst(table, rows) : rows;
    for (let at = 0; at < ordered.length; at += CHUNK)
      await insert(target, table, ordered.slice(at, at + CHUNK));
    await compare(target, table, rows);
    if (rows.length > 0) say(`${table.name}: ${String(rows.length)} rows, the same in both.`);
    total += rows.length;
  }
  await writeHead(client, owner, target);
  return total;
}

function toFileRow(table: MovedTable, row: Row, { mover, nobodysHash }: MoveOutOptions): Row {
  if (table.key === 'workspace') return { ...row, id: 1 };
  if (table.key === 'audit') return { ...row, id: inChain(Number(row['id'])) };
  if (table.key !== 'users') return row;
  const moves = row['id'] === mover.id;
  return {
    ...row,
    loginRole: null,
    schoolId: null,
    passwordHash: moves ? mover.passwordHash : nobodysHash,
    mustChange: moves ? false : row['mustChange'],
  };
}

async function insert(target: Db, { source, columns }: MovedTable, rows: readonly Row[]): Promise<void> {
  const bare = rows.map((row) => columns.map(({ key }) => row[key]));
  target.insertPrepared?.(
    source,
    columns.map(({ key }) => key),
    bare,
  );
}

async function compare(target: Db, table: MovedTable, rows: readonly Row[]): Promise<void> {
  const there = makeRowSum();
  const own = makeRowSum();
  for (const row of rows) there.add(canonicalRow(table, row));
  for await (const page of sourceRows(target, table)) {
    for (const row of page) own.add(canonicalRow(table, row));
  }
  if (own.rows === there.rows && own.hash() === there.hash()) return;
  throw new StoreUnusableError(
    `The table ${table.name} is not the same in both: ${String(there.rows)} rows there, ${String(own.rows)} in the file. Nothing was kept in the file, and the shared database is as it was.`,
  );
}

/** Where the audit trail goes on; the server keeps it by itself, a file's program does. */
async function writeHead(client: pg.Client, { workspace }: Owner, target: Db): Promise<void> {
  const { rows } = await client.query<{ length: number; lastId: number; hash: string }>(
    'SELECT length, last_id AS "lastId", hash FROM audit_head WHERE id = $1',
    [workspace],
  );
  const [head] = rows;
  if (!head) return;
  await target.insert(target.tables.auditHead).values({ ...head, lastId: inChain(head.lastId), id: 1 });
}
