import { rmSync } from 'node:fs';
import type { KeyDesk, OfficeDesk, OfficeStanding } from '../features/office-desk.ts';
import { backupsFolder } from '../backup/backup-places.ts';
import { listBackups } from '../backup/list-backups.ts';
import { newKeyFile, type PasswordCost } from '../security/keys/key-file.ts';
import { changeKeyFile, keepKeysOf, readKeyFiles, saveKeyFile } from '../security/keys/key-file-place.ts';
import { findWithoutSecret, type FoundKey } from '../security/keys/find-data-keys.ts';
import { PASSWORD_COST, type SystemKeyStore } from '../security/keys/slots.ts';
import { isDamage } from '../storage/is-damage.ts';
import { lookAtFile, opensWith } from '../storage/engines/look-at-file.ts';
import type { BackUpFirst } from '../storage/migrations/migrate-sqlite.ts';
import { prepareFolder } from '../storage/engines/prepare-folder.ts';
import { nextFileOf, removeDatabase } from '../storage/engines/rekey-database.ts';
import { openSqliteStore } from '../storage/engines/sqlite.ts';
import { StoreBusyError, StoreNotOpenError, StoreUnusableError, type Store } from '../storage/store.ts';
import type { AnyOffice } from './any-office.ts';
import { encryptOld, removePlain } from './encrypt-old.ts';
import { chooseSilently, type KeyChoice } from './key-choice.ts';
import { makeKeyDesk } from './key-desk.ts';
import { makeKey, type KeyMaker } from './key-entries.ts';
import { makeLateStore } from './late-store.ts';
import { runRekey } from './run-rekey.ts';

export interface OfficeOptions {
  readonly database: string;
  /** UTC ISO. */
  readonly now: () => string;
  readonly newId: () => string;
  /** Missing where the system has no key store that really encrypts. */
  readonly system?: SystemKeyStore | undefined;
  /** Of new password slots; tests make them cheap. */
  readonly cost?: PasswordCost;
  readonly rekey?: typeof runRekey;
  /** Done each time the database has become open and before anybody is answered from it. */
  readonly onOpen?: (store: Store) => Promise<void>;
  /** How a backup is made before the tables are brought to this version. */
  readonly backUp?: (key: string) => BackUpFirst;
}

/** The database of this PC with its keys. */
export interface Office extends AnyOffice {
  readonly keys: KeyDesk;
}

/** Nothing is touched before `start`. */
export function makeOffice(options: OfficeOptions): Office {
  const { database, now, newId, system, cost = PASSWORD_COST, rekey = runRekey } = options;
  const maker: KeyMaker = { newId, now, system, cost };
  const late = makeLateStore(database);
  let standing: OfficeStanding = { state: 'opening' };
  let found: FoundKey | undefined;

  const become = (next: OfficeStanding): OfficeStanding => {
    standing = next;
    if (next.state !== 'open') late.giveUp();
    return next;
  };

  /** Opens with a key that is known to be the file's. */
  async function openWith(key: FoundKey): Promise<OfficeStanding> {
    found = key;
    try {
      const store = openSqliteStore(database, {
        now: now(),
        key: key.key,
        backUp: options.backUp?.(key.key),
      });
      tidy(database, key);
      await options.onOpen?.(store);
      late.open(store);
      return become({ state: 'open' });
    } catch (error) {
      return become(failure(error));
    }
  }

  async function openChosen(choice: KeyChoice): Promise<OfficeStanding> {
    if (choice.kind === 'opens') return openWith(choice.found);
    if (choice.kind === 'none') return become({ state: 'needs-key' });
    found = choice.found;
    return become({ state: 'damaged', why: 'The file was found, but it cannot be read with its key.' });
  }

  async function start(): Promise<OfficeStanding> {
    prepareFolder(database);
    removeDatabase(nextFileOf(database));
    const keyFiles = readKeyFiles(database);
    const look = lookAtFile(database);
    if (look === 'foreign') {
      const why = `The file ${database} belongs to another program. It was left as it is. Choose another folder.`;
      return become({ state: 'unusable', why });
    }
    if (look === 'plain') return openWith(await encryptOld(database, maker));
    if (look === 'sealed') {
      if (keyFiles.length > 0) return openChosen(chooseSilently(database, keyFiles, system));
      const why = `The file ${database} is not a First Day database, or its keys (${database}.keys) are missing or damaged. It was left as it is.`;
      return become({ state: 'damaged', why });
    }
    // Never a new and empty one where there has been one: it would look as if nothing had ever been recorded.
    if (hasBackups(database)) {
      const how = look === 'none' ? 'missing' : 'empty';
      return become({
        state: 'damaged',
        why: `The file ${database} is ${how}, though backups of it are there.`,
      });
    }
    // Made before the file it is for, so a power cut between the two leaves a key without a file.
    const unused = keyFiles.flatMap((keys) => findWithoutSecret(keys, undefined))[0];
    if (unused) return openWith(unused);
    if (keyFiles.length > 0)
      return become({ state: 'damaged', why: `The file ${database} is missing, though its keys are there.` });
    return openWith(await makeFirstKey());
  }

  /** Of an empty database: anybody can open it until it has a first person, or for good when it is a demonstration. */
  async function makeFirstKey(): Promise<FoundKey> {
    const databaseId = newId();
    const { key, entry } = await makeKey(databaseId, maker, { open: true });
    saveKeyFile(database, newKeyFile(databaseId, [entry]));
    return { keyId: entry.id, key };
  }

  const place = (): { readonly file: string; readonly key: string } => {
    if (!found) throw new StoreNotOpenError('The database is not open.');
    return { file: database, key: found.key };
  };

  async function whileClosed<T>(work: (at: ReturnType<typeof place>) => Promise<T>): Promise<T> {
    const at = place();
    await late.close();
    standing = { state: 'opening' };
    try {
      return await work(at);
    } finally {
      // Whatever lies there now: the work may have put another file and other keys in its place.
      const choice = chooseSilently(database, readKeyFiles(database), system);
      // Under another key it waits for somebody who has that one.
      const still = choice.kind === 'none' && found && opensWith(database, found.key) ? found : undefined;
      await openChosen(still ? { kind: 'opens', found: still } : choice);
    }
  }

  async function foundDamaged(why: string): Promise<void> {
    if (standing.state === 'damaged') return;
    await late.close();
    become({ state: 'damaged', why });
  }

  const startAgain = guarded(start, become);
  const desk: OfficeDesk = {
    file: database,
    standing: () => standing,
    place,
    whileClosed,
    foundDamaged,
    reopen: () => startAgain(),
  };
  const keys = makeKeyDesk({
    database,
    maker,
    store: late.store,
    rekey,
    found: () => found,
    take: (key) => (found = key),
    standing: () => standing,
    openChosen,
    whileClosed,
  });
  return {
    store: late.store,
    desk,
    keys,
    jobPlace: () => ({ kind: 'file', ...place() }),
    start: startAgain,
    close: () => late.store.close(),
  };
}

const hasBackups = (database: string): boolean => listBackups(backupsFolder(database)).length > 0;

/** Failures on the way to an open database become a standing. */
const guarded =
  (start: () => Promise<OfficeStanding>, become: (standing: OfficeStanding) => OfficeStanding) =>
  async (): Promise<OfficeStanding> => {
    try {
      return await start();
    } catch (error) {
      return become(failure(error));
    }
  };

/** Throws what is a fault of the program. */
function failure(error: unknown): OfficeStanding {
  if (isDamage(error)) return { state: 'damaged', why: 'The file cannot be read throughout.' };
  if (error instanceof StoreBusyError)
    return {
      state: 'unusable',
      why: 'Another program has the database open. Close it, then start First Day again.',
    };
  if (error instanceof StoreUnusableError) return { state: 'unusable', why: error.message };
  throw error;
}

/** What a change of the key or a restored backup left behind: keys that are not in use, and what was in clear. */
function tidy(database: string, { keyId, key }: FoundKey): void {
  removePlain(database, key);
  keepKeysOf(database, keyId);
  const twoKeys = readKeyFiles(database).some(({ keys }) => keys.length > 1);
  if (twoKeys)
    changeKeyFile(database, (file) => ({ ...file, keys: file.keys.filter(({ id }) => id === keyId) }));
  rmSync(`${database}.keys.part`, { force: true });
}
