import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { parseKeyFile, writeKeyFile, type KeyFile } from './key-file.ts';
import { syncFile, syncFolder } from '../../storage/engines/sync-disk.ts';
import { dirname } from 'node:path';

/** Where the keys of a database lie, and the second copy of them. */
export const keyFileOf = (database: string): string => `${database}.keys`;
export const secondKeyFileOf = (database: string): string => `${database}.keys.bak`;

/** Every copy of the keys of a database that can be read, the first one first. */
export const readKeyFiles = (database: string): readonly KeyFile[] =>
  [keyFileOf(database), secondKeyFileOf(database)].flatMap((path) => readOne(path) ?? []);

/** The keys of a database: from the second copy when the first is missing or damaged; undefined without either. */
export function readKeyFile(database: string): KeyFile | undefined {
  return readOne(keyFileOf(database)) ?? readOne(secondKeyFileOf(database));
}

/** A key file anywhere, such as in a backup; undefined when it is missing or damaged. */
export function readOne(path: string): KeyFile | undefined {
  try {
    return existsSync(path) ? parseKeyFile(readFileSync(path, 'utf8')) : undefined;
  } catch {
    return undefined;
  }
}

/** Writes both copies, one after the other and each whole, so that a power cut leaves a good one. */
export function saveKeyFile(database: string, file: KeyFile): void {
  for (const path of [keyFileOf(database), secondKeyFileOf(database)]) writeCopy(path, file);
}

/**
 * Puts the keys of a database that is about to take this one's place into the second copy alone: before the swap the
 * first one opens what lies there, after it the second. `keepKeysOf` or `saveKeyFile` ends that.
 */
export const announceKeyFile = (database: string, file: KeyFile): void =>
  writeCopy(secondKeyFileOf(database), file);

/** After a start: both copies become the one that has the key the database is under, if a power cut left two. */
export function keepKeysOf(database: string, keyId: string): void {
  const has = ({ keys }: KeyFile): boolean => keys.some(({ id }) => id === keyId);
  const files = readKeyFiles(database);
  const holder = files.find(has);
  if (holder && !files.every(has)) saveKeyFile(database, holder);
}

function writeCopy(path: string, file: KeyFile): void {
  writeFileSync(`${path}.part`, writeKeyFile(file), { mode: 0o600 });
  syncFile(`${path}.part`);
  renameSync(`${path}.part`, path);
  syncFolder(dirname(path));
}

/** Reads, changes and writes in one go: what another program wrote a moment ago is kept. Throws when there is none. */
export function changeKeyFile(database: string, change: (file: KeyFile) => KeyFile): KeyFile {
  const file = readKeyFile(database);
  if (!file) throw new Error('There is no key file.');
  const changed = change(file);
  saveKeyFile(database, changed);
  return changed;
}
