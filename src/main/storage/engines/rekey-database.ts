import type Database from 'better-sqlite3';
import { rmSync } from 'node:fs';
import { openPlainAsItIs, openWithKey } from './open-connection.ts';
import { swapDatabase } from './swap-database.ts';

export interface RekeyOrder {
  readonly file: string;
  /** The present key; `plain` when the file has none yet. */
  readonly key: string;
  readonly nextKey: string;
  /** Where the file with the present key goes; undefined removes it. */
  readonly keepAs?: string | undefined;
}

/** The points between which a power cut may come; tests stop at each. */
export const REKEY_STEPS = ['held', 'copied', 'encrypted', 'checked', 'swapped'] as const;
export type RekeyStep = (typeof REKEY_STEPS)[number];

/** Where the copy is made; what a power cut left there is made again. */
export const nextFileOf = (file: string): string => `${file}.next`;

/**
 * Gives a database another key: a copy beside it is encrypted with the new key and checked (every page, every table's
 * rows), then takes its place. Nobody else can have it open. At every moment the file is whole, with the old key or with
 * the new. Takes some seconds for 100 MB and stops the thread it runs in. Throws `StoreBusyError` with nothing changed.
 */
export function rekeyDatabase(
  { file, key, nextKey, keepAs }: RekeyOrder,
  step: (step: RekeyStep) => void = () => undefined,
): void {
  const next = nextFileOf(file);
  removeDatabase(next);
  swapDatabase(file, next, {
    key,
    keepAs,
    build: (held) => {
      step('held');
      held.prepare('VACUUM INTO ?').run(next);
      step('copied');
      encrypt(next, key, nextKey);
      step('encrypted');
      checkCopy(held, next, nextKey);
      step('checked');
    },
  });
  step('swapped');
}

/** In place; only for a file that may be lost. */
export function encrypt(file: string, key: string, nextKey: string): void {
  const copy = key === 'plain' ? openPlainAsItIs(file) : openWithKey(file, key);
  try {
    copy.pragma('journal_mode = DELETE');
    copy.pragma(`cipher = 'chacha20'`);
    copy.pragma(`rekey = 'raw:${nextKey}'`);
  } finally {
    copy.close();
  }
}

/** Throws when the copy is not, to the last row, what it was made from. */
function checkCopy(from: Database.Database, file: string, key: string): void {
  const copy = openWithKey(file, key, { readonly: true });
  try {
    const integrity = copy.pragma('integrity_check', { simple: true });
    if (integrity !== 'ok') throw new Error('The copy with the new key is damaged.');
    if (outline(copy) !== outline(from)) throw new Error('The copy with the new key is not complete.');
  } finally {
    copy.close();
  }
}

/** Versions and the number of each table's rows. */
function outline(connection: Database.Database): string {
  const names = connection
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`)
    .pluck()
    .all();
  const counts = names.map((name) => [
    name,
    connection
      .prepare(`SELECT count(*) FROM "${String(name)}"`)
      .pluck()
      .get(),
  ]);
  const versions = ['application_id', 'user_version'].map((pragma) =>
    connection.pragma(pragma, { simple: true }),
  );
  return JSON.stringify([versions, counts]);
}

/** A database file with all that may lie beside it. */
export function removeDatabase(file: string): void {
  for (const part of ['', '-wal', '-shm', '-journal']) rmSync(file + part, { force: true });
}
