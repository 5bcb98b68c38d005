import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const PLAIN_TABLE = `CREATE TABLE plain_exclusions AS SELECT * FROM received_exclusions WHERE 0;
CREATE UNIQUE INDEX plain_key ON plain_exclusions (return_id, position);
CREATE INDEX plain_start ON plain_exclusions (start_date);
CREATE INDEX plain_school ON plain_exclusions (la_estab, school_year);`;

/**
 * How long the program `sqlite3` takes to import the exclusions of a filled database, written as one CSV, into an empty
 * one, in milliseconds; undefined where the program is not there.
 */
export function importBySqlite(folder: string, filled: string, empty: string): number | undefined {
  const csv = join(folder, 'exclusions.csv');
  const written = spawnSync('sqlite3', [
    filled,
    '.mode csv',
    `.once ${csv}`,
    'SELECT * FROM received_exclusions',
  ]);
  if (written.error !== undefined || written.status !== 0) return undefined;
  // A table of the same columns and indexes that is not strict: the program knows no other empty value than an empty text.
  spawnSync('sqlite3', [empty, PLAIN_TABLE]);
  const started = performance.now();
  const read = spawnSync('sqlite3', [empty, `.import --csv ${csv} plain_exclusions`]);
  return read.status === 0 ? performance.now() - started : undefined;
}
