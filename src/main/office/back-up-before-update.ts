import { makeBackup } from '../backup/make-backup.ts';
import { unwatched } from '../backup/watch.ts';
import type { BackUpFirst } from '../storage/migrations/migrate-sqlite.ts';
import { StoreUnusableError } from '../storage/store.ts';

/** Makes and checks a backup before the tables are brought to this version; if that fails, they are not touched. */
export const backUpBeforeUpdate =
  (program: string) =>
  (key: string): BackUpFirst =>
  (_connection, database, _version, now) => {
    const made = makeBackup({ database, key, reason: 'before-migration', now, program }, unwatched);
    if (!made.ok) throw new StoreUnusableError(`${made.error.message} The database was not updated.`);
    return made.value.folder;
  };
