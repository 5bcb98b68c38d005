import type pg from 'pg';
import { StoreUnusableError } from '../../store.ts';
import { transactionsOf } from './move-progress.ts';
import { movedTables } from './moved-tables.ts';

/** Schools stay: another school may name one by now, and whoever moves again finds it by its number. */
const STAYS = 'schools';

/**
 * Takes out of the shared database what a move that was not finished has put there, as its owner and in one transaction:
 * nobody has worked with it, for nobody could sign in. Rows are known by the transactions that made them. Throws
 * `StoreUnusableError` where these are not on record, or where something else refers to a row by now.
 */
export async function removeMoved(client: pg.Client, workspace: number, turn: string): Promise<void> {
  const transactions = await transactionsOf(client, workspace);
  if (transactions === undefined)
    throw unusable('It was begun by an older version of First Day, which did not note what it put there.');
  const tables = movedTables.filter(({ name }) => name !== STAYS).toReversed();
  await client.query('BEGIN');
  try {
    await client.query(turn);
    // What is never removed otherwise (the audit trail, places, people) has guards of its own.
    for (const { name } of tables) await client.query(`ALTER TABLE public."${name}" DISABLE TRIGGER USER`);
    await client.query('DELETE FROM audit_head WHERE id = $1', [workspace]);
    for (const { name } of tables)
      await client.query(`DELETE FROM public."${name}" WHERE xmin::text::bigint = ANY ($1::bigint[])`, [
        transactions,
      ]);
    for (const { name } of tables) await client.query(`ALTER TABLE public."${name}" ENABLE TRIGGER USER`);
    await client.query('DELETE FROM rights.moved_rows WHERE workspace = $1', [workspace]);
    await client.query('DELETE FROM rights.moves WHERE workspace = $1', [workspace]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw unusable('The server refused it.', error);
  }
}

const unusable = (why: string, cause?: unknown): StoreUnusableError =>
  new StoreUnusableError(
    `What was moved could not be taken out of the shared database again. ${why} Restore it from its backup of before the move, then move again. This PC’s records are as they were.`,
    { cause },
  );
