import { existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backupsFolder, keyFileOf } from '#main/backup/backup-places.ts';
import type { Backup } from '#main/backup/list-backups.ts';
import { makeBackup, type BackupOrder } from '#main/backup/make-backup.ts';
import { withCopy } from '#main/backup/open-copy.ts';
import { unwatched } from '#main/backup/watch.ts';
import { openSqliteStore } from '#main/storage/engines/sqlite.ts';
import type { Store } from '#main/storage/store.ts';
import { must, NOW, seedPlaces } from './database.ts';
import { TEST_KEY } from './test-key.ts';

/** A database of its own folder, with a key file, as a school's PC has it. */
export interface BackupOffice {
  readonly folder: string;
  readonly database: string;
  /** Where its backups lie. */
  readonly place: string;
  open(): Store;
  /** Adds `count` pupils with names after `what`. */
  addPupils(what: string, count: number): Promise<void>;
  order(more?: Partial<BackupOrder>): BackupOrder;
  /** Makes a backup that is expected to go well. */
  backUp(now?: string, more?: Partial<BackupOrder>): Backup;
  /** Rows of a query in the database, or in another file with the same key. */
  query(sql: string, file?: string): unknown[];
  /** Names in the folder of backups. */
  names(): readonly string[];
}

export async function openBackupOffice(pupils = 5): Promise<BackupOffice> {
  const folder = mkdtempSync(join(tmpdir(), 'first-day-backups-'));
  const database = join(folder, 'first-day.db');
  const place = backupsFolder(database);
  const open = () => openSqliteStore(database, { now: NOW, key: TEST_KEY });
  const store = open();
  await seedPlaces(store, pupils, pupils);
  await store.close();
  writeFileSync(keyFileOf(database), '{"test":"keys"}');
  const order: BackupOffice['order'] = (more = {}) => ({
    database,
    key: TEST_KEY,
    reason: 'by-hand',
    now: NOW,
    program: '0.0.0-test',
    ...more,
  });
  return {
    folder,
    database,
    place,
    open,
    order,
    addPupils: async (what, count) => {
      const writing = open();
      await must(writing, async (db) => {
        for (let n = 1; n <= count; n += 1) await db.insert(db.tables.pupils).values(pupilRow(what, n));
      });
      await writing.close();
    },
    backUp: (now = NOW, more = {}) => {
      const made = makeBackup(order({ now, ...more }), unwatched);
      if (!made.ok) throw new Error(made.error.message);
      return made.value;
    },
    query: (sql, file = database) => withCopy(file, TEST_KEY, (copy) => copy.prepare(sql).raw().all()),
    names: () => (existsSync(place) ? readdirSync(place).toSorted() : []),
  };
}

/** A row of the table of pupils, named after `what`. */
export const pupilRow = (what: string, n: number) => ({
  id: `${what}-${String(n)}`,
  schoolId: 's',
  upn: `${what.slice(0, 1)}${String(n + what.length * 10_000).padStart(12, '0')}`,
  surname: what,
  forename: `Pupil ${String(n)}`,
  sex: 'F' as const,
  dob: '2011-02-17',
  inCare: false,
  searchText: '',
  version: 1,
  updatedAt: NOW,
});
