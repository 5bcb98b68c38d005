import type Database from 'better-sqlite3';
import { constants, copyFileSync, existsSync, linkSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { StoreBusyError } from '../store.ts';
import { isBusy } from './is-busy.ts';
import { openPlainAsItIs, openWithKey } from './open-connection.ts';
import { syncFile, syncFolder } from './sync-disk.ts';

export interface SwapOptions {
  /** The key of the file that is to be replaced; `plain` when it has none; undefined when nobody can open it. */
  readonly key: string | undefined;
  /** Where the replaced file goes; undefined removes it. Must not exist. On the same disk. */
  readonly keepAs?: string | undefined;
  /** Makes `next` from the held database, which nobody can write to meanwhile; left out when `next` is there already. */
  readonly build?: (held: Database.Database) => void;
}

/**
 * Puts the database `next` in the place of `file`, which is held exclusively meanwhile: no other program can be in the
 * middle of a write, and none that opened the old one writes to the new one. `next` must be whole, closed and checked.
 * At every moment `file` is the old database or the new one, whole. Throws `StoreBusyError`, with nothing changed, when
 * another program has the old one open.
 */
export function swapDatabase(file: string, next: string, { key, keepAs, build }: SwapOptions): void {
  const held = key === undefined || !existsSync(file) ? undefined : holdAlone(file, key);
  try {
    if (held) build?.(held);
    if (existsSync(`${next}-wal`)) throw new Error('The next database is not closed: it still has a WAL.');
    syncFile(next);
    if (keepAs !== undefined && existsSync(file)) keepToo(file, keepAs);
    // Only a file that could not be opened has one now. The new database must not find it: it would read it as its own.
    if (!held) for (const part of ['-wal', '-shm', '-journal']) setAside(file, part, keepAs);
    // Windows renames no file that is open, and lets nobody else have it open either.
    if (process.platform === 'win32') held?.close();
    renameOver(next, file);
    syncFolder(dirname(file));
  } finally {
    held?.close();
  }
}

/** Alone with the database: everything in the one file, no WAL, and everybody else waits until the connection is closed. */
function holdAlone(file: string, key: string): Database.Database {
  const connection = key === 'plain' ? openPlainAsItIs(file) : openWithKey(file, key, { timeout: 5000 });
  try {
    // Fails while anybody else has it open.
    const mode = connection.pragma('journal_mode = DELETE', { simple: true });
    // Once taken, the lock is kept from transaction to transaction.
    connection.pragma('locking_mode = EXCLUSIVE');
    connection.exec('BEGIN EXCLUSIVE; COMMIT');
    // Somebody may have come in between the two and taken the WAL up again.
    if (mode !== 'delete' || connection.pragma('journal_mode', { simple: true }) !== 'delete') {
      throw new StoreBusyError('Another program has the database open.');
    }
    return connection;
  } catch (error) {
    connection.close();
    if (isBusy(error)) throw new StoreBusyError('Another program has the database open.', { cause: error });
    throw error;
  }
}

/** A second name for the same file, so that there is no moment without a database; a copy where disks have no such names. */
function keepToo(file: string, keepAs: string): void {
  try {
    linkSync(file, keepAs);
  } catch (error) {
    if (existsSync(keepAs)) throw error;
    copyFileSync(file, keepAs, constants.COPYFILE_EXCL);
    syncFile(keepAs);
  }
}

function setAside(file: string, part: string, keepAs: string | undefined): void {
  if (!existsSync(file + part)) return;
  if (keepAs === undefined) rmSync(file + part);
  else renameSync(file + part, keepAs + part);
}

/** A virus scanner may have the file open for a moment; Windows then refuses to rename it. */
function renameOver(from: string, to: string): void {
  for (let attempt = 1; ; attempt += 1) {
    try {
      renameSync(from, to);
      return;
    } catch (error) {
      const busy =
        error instanceof Error &&
        'code' in error &&
        ['EPERM', 'EBUSY', 'EACCES'].includes(String(error.code));
      if (!busy || process.platform !== 'win32') throw error;
      if (attempt === 20)
        throw new StoreBusyError('Another program has the database open.', { cause: error });
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
    }
  }
}
