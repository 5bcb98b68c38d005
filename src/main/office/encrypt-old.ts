import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { findWithoutSecret, type FoundKey } from '../security/keys/find-data-keys.ts';
import { newKeyFile } from '../security/keys/key-file.ts';
import { keyFileOf, readKeyFile, saveKeyFile, secondKeyFileOf } from '../security/keys/key-file-place.ts';
import { lookAtFile } from '../storage/engines/look-at-file.ts';
import { encrypt, rekeyDatabase, type RekeyStep } from '../storage/engines/rekey-database.ts';
import { makeKey, type KeyMaker } from './key-entries.ts';

const plainFileOf = (database: string): string => `${database}.plain`;

/**
 * Encrypts a database from before there were keys: its key is made and written first, then a checked copy takes its
 * place, then the plain file and the plain copies of earlier updates go. May be stopped anywhere and begun again.
 */
export async function encryptOld(
  database: string,
  maker: KeyMaker,
  step: (step: RekeyStep | 'keys-written' | 'plain-removed') => void = () => undefined,
): Promise<FoundKey> {
  const found = await keyFor(database, maker);
  step('keys-written');
  rmSync(plainFileOf(database), { force: true });
  rekeyDatabase({ file: database, key: 'plain', nextKey: found.key, keepAs: plainFileOf(database) }, step);
  removePlain(database, found.key);
  step('plain-removed');
  return found;
}

/** Its key file, if a first attempt has written one; else a new one. */
async function keyFor(database: string, maker: KeyMaker): Promise<FoundKey> {
  const before = readKeyFile(database);
  const [found] = before ? findWithoutSecret(before, maker.system) : [];
  if (found) return found;
  // Keys of another database, which this file has replaced: they may open its backups.
  const aside = `-${maker.now().replaceAll(/\D/g, '')}.old`;
  for (const path of [keyFileOf(database), secondKeyFileOf(database)])
    if (existsSync(path)) renameSync(path, path + aside);
  const databaseId = maker.newId();
  const { key, entry } = await makeKey(databaseId, maker, openersOf(maker));
  saveKeyFile(database, newKeyFile(databaseId, [entry]));
  return { keyId: entry.id, key };
}

/** This account alone where the system can keep a key; else anybody, until there is a first person with a password. */
const openersOf = ({ system }: KeyMaker) => (system ? { thisAccount: true } : { open: true });

/** What is left in clear once the database is encrypted: the file it was, and the copies from before updates. */
export function removePlain(database: string, key: string): void {
  overwrite(plainFileOf(database));
  const folder = dirname(database);
  const copies = readdirSync(folder).filter(
    (name) => name.startsWith(`${basename(database)}.before-v`) && name.endsWith('.bak'),
  );
  for (const copy of copies.map((name) => join(folder, name)))
    if (lookAtFile(copy) === 'plain') encrypt(copy, 'plain', key);
}

/** Written over before it is removed. On a disk without moving parts the old blocks may stay until they are used again. */
function overwrite(path: string): void {
  if (!existsSync(path)) return;
  const zeros = Buffer.alloc(1024 * 1024);
  const handle = openSync(path, 'r+');
  try {
    for (let left = statSync(path).size; left > 0; left -= zeros.length)
      writeSync(handle, zeros, 0, Math.min(left, zeros.length));
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  rmSync(path);
}
