import { copyFileSync, existsSync, rmSync, statSync, truncateSync } from 'node:fs';
import { openWithKey } from '../../storage/engines/open-connection.ts';
import type { Connection } from '../../storage/engines/connection.ts';
import { isDamage } from '../../storage/is-damage.ts';

/** A file that was cut off is lengthened to this many times what is left of it until SQLite looks at the rest. */
const LENGTHENED = [1, 2, 8, 40];

const PAGE = 4096;

/**
 * Opens a copy of a damaged database (the file itself stays as it is): with its log first, without it when that does not
 * help, and lengthened when it was cut off. Undefined when its first page or its list of tables cannot be read: then no
 * row can be found in it.
 */
export function openDamaged(damaged: string, copy: string, key: string): Connection | undefined {
  if (!existsSync(damaged) || statSync(damaged).size < PAGE) return undefined;
  for (const withLog of [true, false]) {
    for (const times of LENGTHENED) {
      if (!withLog && !existsSync(`${damaged}-wal`)) continue;
      copyWith(damaged, copy, withLog, times);
      const connection = tryOpen(copy, key);
      if (connection) return connection;
    }
  }
  return undefined;
}

function copyWith(damaged: string, copy: string, withLog: boolean, times: number): void {
  for (const part of ['', '-wal', '-shm', '-journal']) rmSync(copy + part, { force: true });
  copyFileSync(damaged, copy);
  if (withLog && existsSync(`${damaged}-wal`)) copyFileSync(`${damaged}-wal`, `${copy}-wal`);
  const pages = Math.ceil(statSync(damaged).size / PAGE);
  if (times > 1 || statSync(damaged).size % PAGE !== 0) truncateSync(copy, pages * times * PAGE);
}

function tryOpen(copy: string, key: string): Connection | undefined {
  const connection = openWithKey(copy, key, { fileMustExist: true });
  try {
    if (hasTables(connection)) return connection;
    // SQLite then takes what it read of the list of tables before the place that is damaged; the first try still fails.
    connection.unsafeMode(true);
    connection.pragma('writable_schema = ON');
    if (hasTables(connection) || hasTables(connection)) return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
  connection.close();
  return undefined;
}

function hasTables(connection: Connection): boolean {
  try {
    return connection.prepare(`SELECT count(*) FROM pragma_table_info('workspace')`).pluck().get() !== 0;
  } catch (error) {
    if (isDamage(error)) return false;
    throw error;
  }
}
