import { copyFileSync, existsSync, rmSync, statSync, truncateSync } from 'node:fs';
import { openWithKey } from '../../storage/engines/open-connection.ts';
import type { Connection } from '../../storage/engines/connection.ts';
import { isDamage } from '../is-damage.ts';
import { tableNames } from '../database-facts.ts';

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
  let connection: Connection | undefined;
  try {
    connection = openWithKey(copy, key, { fileMustExist: true });
    if (tableNames(connection).length > 0) return connection;
  } catch (error) {
    if (!isDamage(error)) {
      connection?.close();
      throw error;
    }
  }
  connection?.close();
  return undefined;
}
