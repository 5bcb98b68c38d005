import { asc, isNotNull } from 'drizzle-orm';
import type pg from 'pg';
import { readAuditHead } from '../../repositories/audit-rows.ts';
import { StoreUnusableError, type Db } from '../../store.ts';
import { canonicalRow, makeRowSum } from './canonical-row.ts';
import {
  beginProgress,
  endProgress,
  noteRows,
  prepareProgress,
  readProgress,
  rowsMoved,
} from './move-progress.ts';
import { AREA_TABLES, movedTables, type MovedTable } from './moved-tables.ts';
import { removeMoved } from './remove-moved.ts';
import { sourceRows } from './source-rows.ts';
import { insertRows, readRows } from './target-rows.ts';
import { toSharedRow, type Moving } from './to-shared-row.ts';

export interface MoveInOptions {
  /** The open file; nobody writes to it meanwhile. */
  readonly source: Db;
  /** Works as the owner of the shared database. */
  readonly client: pg.Client;
  readonly database: string;
  readonly moverId: string;
  /** UTC ISO. */
  readonly now: string;
  /** A move that was broken off is taken back and begun anew. */
  readonly again?: boolean;
  readonly say: (line: string) => void;
  /** Told after each table, for whoever watches; throws to stop between two steps. */
  readonly step?: (table: string, rows: number) => void;
}

export interface MovedTotal {
  readonly workspace: number;
  readonly rows: number;
  readonly tables: number;
  /** Whether a move that was broken off was gone on with. */
  readonly resumed: boolean;
}

/** The turn that every write of the app takes (`postgres.ts`), so that the guards count what is there. */
const TURN = 'SELECT pg_advisory_xact_lock(4705211981)';

/**
 * Moves all records of a file into a shared database, table by table and in steps that are whole each: killed at any
 * moment, it goes on where it was. It has been done once every table has as many rows as the file and the same SHA-256
 * over all of them. Throws `StoreUnusableError` with a sentence; what was moved until then stays for the next run.
 */
export async function moveIn(options: MoveInOptions): Promise<MovedTotal> {
  const { source, client, database, moverId, now, say, step, again = false } = options;
  await prepareProgress(client);
  const whose = await readWhose(source);
  const state = await stateOf(source);
  const found = await readProgress(client, whose.origin);
  const startOver = again && found !== undefined && found.doneAt === undefined;
  if (startOver) {
    await removeMoved(client, found.workspace, TURN);
    say(`What the move of ${found.startedAt.slice(0, 10)} had put there was taken out again.`);
  }
  const before = startOver ? undefined : found;
  if (before && before.state !== state)
    throw unusable(
      before.doneAt !== undefined
        ? `These records were moved on ${before.doneAt.slice(0, 10)}, and somebody has worked in this PC’s since. Nothing was moved.`
        : `The move was begun on ${before.startedAt.slice(0, 10)}, and somebody has worked in this PC’s records since. Run the same command again with --again: what was moved until then is taken out of the shared database, and the move begins anew.`,
    );
  if (!before) await checkFree(client, whose, source);
  const workspace = before?.workspace ?? (await beginProgress(client, { origin: whose.origin, state, now }));
  const schools = await knownSchools(client, source, before !== undefined);
  const moving: Moving = { workspace, database, schoolId: whose.schoolId, schools, moverId };
  const tables = movedTables.filter(({ key }) => whose.area || !AREA_TABLES.has(key));
  let total = 0;
  for (const table of tables) {
    await copyTable({ source, client, table, moving, step });
  }
  for (const table of tables) {
    const rows = await compareTable({ source, client, table, moving });
    if (rows > 0) say(`${table.name}: ${String(rows)} rows, the same in both.`);
    total += rows;
  }
  await compareChain(source, client, workspace);
  await endProgress(client, workspace, now);
  return { workspace, rows: total, tables: tables.length, resumed: before !== undefined };
}

interface OneTable {
  readonly source: Db;
  readonly client: pg.Client;
  readonly table: MovedTable;
  readonly moving: Moving;
  readonly step?: MoveInOptions['step'];
}

async function copyTable({ source, client, table, moving, step }: OneTable): Promise<void> {
  let done = await rowsMoved(client, moving.workspace, table.name);
  for await (const page of sourceRows(source, table, done)) {
    // A school that is known there stays as it is known.
    const rows = page
      .filter((row) => table.key !== 'schools' || !moving.schools.has(String(row['id'])))
      .map((row) => toSharedRow(table, row, moving));
    done += page.length;
    await client.query('BEGIN');
    try {
      await client.query(TURN);
      await insertRows(client, table, rows, {
        workspace: moving.workspace,
        schoolId: moving.schoolId && (moving.schools.get(moving.schoolId) ?? moving.schoolId),
      });
      await noteRows(client, moving.workspace, table.name, done);
      await client.query('COMMIT');
    } catch (error) {
      await client.query('ROLLBACK').catch(() => undefined);
      throw new StoreUnusableError(
        `Moving stopped at the table ${table.name}. What was moved until then is kept, and this PC’s records are as they were; run the same command again to go on.`,
        { cause: error },
      );
    }
    step?.(table.name, done);
  }
}

/** Throws unless the shared database has just the file's rows. Gives how many. */
async function compareTable({ source, client, table, moving }: OneTable): Promise<number> {
  const own = makeRowSum();
  const there = makeRowSum();
  for await (const page of sourceRows(source, table)) {
    const rows = page
      .filter((row) => table.key !== 'schools' || !moving.schools.has(String(row['id'])))
      .map((row) => toSharedRow(table, row, moving));
    for (const row of rows) own.add(canonicalRow(table, row));
    for (const row of await readRows(client, table, rows)) there.add(canonicalRow(table, row));
  }
  if (own.rows === there.rows && own.hash() === there.hash()) return own.rows;
  throw unusable(
    `The table ${table.name} is not the same in both: ${String(own.rows)} rows here, ${String(there.rows)} of them there. The move is not finished.`,
  );
}

async function compareChain(source: Db, client: pg.Client, workspace: number): Promise<void> {
  const own = await readAuditHead(source);
  const { rows } = await client.query<{ length: number; hash: string }>(
    'SELECT length, hash FROM audit_head WHERE id = $1',
    [workspace],
  );
  const [there] = rows;
  if (own?.length !== there?.length || own?.hash !== there?.hash)
    throw unusable('The audit trail does not end in both as it should. The move is not finished.');
}

interface Whose {
  readonly origin: string;
  readonly schoolId: string | undefined;
  readonly area: boolean;
}

async function readWhose(source: Db): Promise<Whose> {
  const { workspace, schools } = source.tables;
  const [row] = await source.select().from(workspace);
  if (!row) throw unusable('There is nothing to move: this database is not set up.');
  if (row.demonstration) throw unusable('A demonstration is not moved: nobody in it is real.');
  const all = await source.select().from(schools);
  const school = all.find(({ id }) => id === row.homeSchoolId);
  const origin = school?.laEstab ?? row.authorityCode;
  if (!origin) throw unusable('This database does not say whose it is.');
  return { origin, schoolId: school?.id, area: row.authorityCode !== null };
}

/** Changes with every command: the end of the audit trail. */
async function stateOf(source: Db): Promise<string> {
  const head = await readAuditHead(source);
  return head ? `${String(head.length)} ${head.hash}` : 'no trail';
}

/** Schools that the shared database has already, under an id of its own. */
async function knownSchools(
  client: pg.Client,
  source: Db,
  resumed: boolean,
): Promise<ReadonlyMap<string, string>> {
  const { schools } = source.tables;
  const own = await source
    .select({ id: schools.id, laEstab: schools.laEstab })
    .from(schools)
    .orderBy(asc(schools.id));
  const { rows } = await client.query<{ id: string; laEstab: string }>(
    'SELECT id, la_estab AS "laEstab" FROM schools WHERE la_estab = ANY ($1::text[])',
    [own.map(({ laEstab }) => laEstab)],
  );
  const there = new Map(rows.map(({ id, laEstab }) => [laEstab, id]));
  // What an earlier run moved has the same id in both.
  return new Map(
    own.flatMap(({ id, laEstab }): [string, string][] => {
      const known = there.get(laEstab);
      return known === undefined || (resumed && known === id) ? [] : [[id, known]];
    }),
  );
}

async function checkFree(client: pg.Client, { origin, schoolId, area }: Whose, source: Db): Promise<void> {
  const { rows } = await client.query<{ school: boolean; area: boolean }>(
    `SELECT EXISTS (SELECT 1 FROM workspace w JOIN schools s ON s.id = w.home_school_id WHERE s.la_estab = $1) AS school,
       EXISTS (SELECT 1 FROM workspace WHERE authority_code IS NOT NULL) AS area`,
    [origin],
  );
  if (schoolId !== undefined && rows[0]?.school === true)
    throw unusable('The shared database has records of this school already.');
  if (area && rows[0]?.area === true)
    throw unusable('The shared database has an authority’s records already.');
  const { users } = source.tables;
  const own = await source
    .select({ name: users.name, folded: users.foldedName })
    .from(users)
    .where(isNotNull(users.id));
  const { rows: taken } = await client.query<{ folded: string }>(
    'SELECT folded_name AS folded FROM users WHERE folded_name = ANY ($1::text[])',
    [own.map(({ folded }) => folded)],
  );
  const same = own.filter(({ folded }) => taken.some((one) => one.folded === folded)).map(({ name }) => name);
  if (same.length > 0)
    throw unusable(
      `Somebody of another school in the shared database has the same name: ${same.join(', ')}. Give them a middle name or an initial under People, then move.`,
    );
}

const unusable = (sentence: string): StoreUnusableError =>
  new StoreUnusableError(`${sentence} This PC’s records are as they were.`);
