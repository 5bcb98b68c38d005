import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { APPLICATION_ID } from '../application-id.ts';
import { isDamage } from '../is-damage.ts';
import { openWithKey } from './open-connection.ts';

/** What lies at the place of a database, without opening it. */
export type FileLook = 'none' | 'empty' | 'plain' | 'foreign' | 'sealed';

const PLAIN_HEADER = 'SQLite format 3\0';
/** Where the file format of SQLite has the number of its program. */
const APPLICATION_ID_AT = 68;

/**
 * `plain`: a database of First Day that is not encrypted; `foreign`: another program's; `sealed`: anything else that has
 * contents. Only while no store is open.
 */
export function lookAtFile(file: string): FileLook {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found) return 'none';
  if (found.size === 0) return 'empty';
  const handle = openSync(file, 'r');
  try {
    const header = Buffer.alloc(APPLICATION_ID_AT + 4);
    readSync(handle, header, 0, header.length, 0);
    if (header.toString('latin1', 0, PLAIN_HEADER.length) !== PLAIN_HEADER) return 'sealed';
    return header.readUInt32BE(APPLICATION_ID_AT) === APPLICATION_ID ? 'plain' : 'foreign';
  } finally {
    closeSync(handle);
  }
}

/** Whether the key is the file's: false for another key, and for a file whose first page is damaged. */
export function opensWith(file: string, key: string): boolean {
  const connection = openWithKey(file, key, { fileMustExist: true });
  try {
    connection.prepare('SELECT count(*) FROM sqlite_schema').get();
    return true;
  } catch (error) {
    // A file that is locked, or on a disk that cannot be read or written, may well be ours: that shows when it is opened,
    // and must never be taken for damage.
    return !isDamage(error);
  } finally {
    connection.close();
  }
}
