import type pg from 'pg';

/** How far a move has come, kept in the shared database in the same step as the rows. */
export interface MoveProgress {
  readonly workspace: number;
  /** What the file held when the move began; another value later: somebody worked in it since. */
  readonly state: string;
  readonly startedAt: string;
  readonly doneAt: string | undefined;
}

export async function prepareProgress(client: pg.Client): Promise<void> {
  await client.query(
    `CREATE TABLE IF NOT EXISTS rights.moves (origin text PRIMARY KEY, workspace integer NOT NULL UNIQUE,
       state text NOT NULL, started_at text NOT NULL, done_at text)`,
  );
  await client.query(
    `CREATE TABLE IF NOT EXISTS rights.moved_rows (workspace integer NOT NULL, table_name text NOT NULL,
       rows integer NOT NULL, PRIMARY KEY (workspace, table_name))`,
  );
  await client.query(
    `ALTER TABLE rights.moved_rows ADD COLUMN IF NOT EXISTS transactions bigint[] NOT NULL DEFAULT '{}'`,
  );
}

/** `origin`: the school's DfE number or the authority's code. */
export async function readProgress(client: pg.Client, origin: string): Promise<MoveProgress | undefined> {
  const { rows } = await client.query<{
    workspace: number;
    state: string;
    startedAt: string;
    doneAt: string | null;
  }>(
    'SELECT workspace, state, started_at AS "startedAt", done_at AS "doneAt" FROM rights.moves WHERE origin = $1',
    [origin],
  );
  const [row] = rows;
  return row ? { ...row, doneAt: row.doneAt ?? undefined } : undefined;
}

/** Takes the next number for the school; nobody else gets it. */
export async function beginProgress(
  client: pg.Client,
  { origin, state, now }: { readonly origin: string; readonly state: string; readonly now: string },
): Promise<number> {
  const { rows } = await client.query<{ workspace: number }>(
    `INSERT INTO rights.moves (origin, workspace, state, started_at)
     SELECT $1, 1 + greatest((SELECT coalesce(max(id), 0) FROM workspace), (SELECT coalesce(max(workspace), 0) FROM rights.moves)), $2, $3
     RETURNING workspace`,
    [origin, state, now],
  );
  return rows[0]?.workspace ?? 1;
}

export async function rowsMoved(client: pg.Client, workspace: number, table: string): Promise<number> {
  const { rows } = await client.query<{ rows: number }>(
    'SELECT rows FROM rights.moved_rows WHERE workspace = $1 AND table_name = $2',
    [workspace, table],
  );
  return rows[0]?.rows ?? 0;
}

export async function noteRows(
  client: pg.Client,
  workspace: number,
  table: string,
  rows: number,
): Promise<void> {
  await client.query(
    `INSERT INTO rights.moved_rows (workspace, table_name, rows, transactions)
     VALUES ($1, $2, $3, ARRAY[pg_current_xact_id()::xid::text::bigint])
     ON CONFLICT (workspace, table_name) DO UPDATE SET rows = excluded.rows,
       transactions = CASE WHEN moved_rows.rows > 0 AND moved_rows.transactions = '{}' THEN '{}'
         ELSE moved_rows.transactions || excluded.transactions END`,
    [workspace, table, rows],
  );
}

/**
 * The transactions that put rows there, by the number that each row has of its own; undefined where a table has rows of
 * which it is not known.
 */
export async function transactionsOf(
  client: pg.Client,
  workspace: number,
): Promise<readonly number[] | undefined> {
  const { rows } = await client.query<{ rows: number; transactions: readonly string[] }>(
    'SELECT rows, transactions FROM rights.moved_rows WHERE workspace = $1',
    [workspace],
  );
  if (rows.some((table) => table.rows > 0 && table.transactions.length === 0)) return undefined;
  return rows.flatMap(({ transactions }) => transactions.map(Number));
}

export async function endProgress(client: pg.Client, workspace: number, now: string): Promise<void> {
  await client.query('UPDATE rights.moves SET done_at = $2 WHERE workspace = $1', [workspace, now]);
}
