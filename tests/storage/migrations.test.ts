import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Migration } from '#main/storage/migrations/migration.ts';
import { migrateSqlite } from '#main/storage/migrations/migrate-sqlite.ts';
import { sqliteMigrations } from '#main/storage/migrations/sqlite/sqlite-migrations.ts';
import { notLocalDisk } from '#main/storage/engines/local-disk.ts';
import { openConnection } from '#main/storage/engines/open-connection.ts';
import { StoreUnusableError } from '#main/storage/store.ts';
import {
  ADDED_TO_PLACES,
  ADDED_TO_RECEIVED,
  ADDED_TO_STAYS,
  RECEIVED_ADDED,
  VERSION_TWO_QUERIES,
  versionTwoRows,
} from './version-2-rows.ts';
import { NOW, newDatabaseFile, openStore, seedPlaces } from '../builders/database.ts';
import { TEST_KEY } from '../builders/test-key.ts';

const open = (file: string) => openConnection(file, TEST_KEY);

const migrate = (file: string, migrations: readonly Migration[]) =>
  migrateSqlite(file, open, NOW, { migrations });

const query = (file: string, sql: string): unknown[] => {
  const connection = open(file);
  try {
    return connection.prepare(sql).raw().all();
  } finally {
    connection.close();
  }
};

const versionOf = (file: string) => query(file, 'PRAGMA user_version')[0];

const backupsOf = (file: string) =>
  readdirSync(dirname(file)).filter((name) => /\.before-v.*\.bak$/.test(name));

const addColumn: Migration = { name: 'add-note', statements: ['ALTER TABLE pupils ADD COLUMN note TEXT'] };

async function seededFile(): Promise<string> {
  const file = newDatabaseFile();
  const store = openStore(file);
  await seedPlaces(store, 3, 2);
  await store.close();
  return file;
}

describe('migrating a database', () => {
  it('upgrades data in place after backing it up, and the backup opens as it was', async () => {
    const file = await seededFile();
    migrate(file, [...sqliteMigrations, addColumn]);
    expect(versionOf(file)).toEqual([sqliteMigrations.length + 1]);
    expect(query(file, 'SELECT count(*), count(note) FROM pupils')).toEqual([[3, 0]]);
    const [backup] = backupsOf(file);
    expect(versionOf(join(dirname(file), backup ?? 'none'))).toEqual([sqliteMigrations.length]);
  });

  it('does nothing, and makes no backup, when the file is up to date', async () => {
    const file = await seededFile();
    migrate(file, sqliteMigrations);
    expect(backupsOf(file)).toEqual([]);
  });

  it('rolls back a failing step whole and keeps the steps before it', async () => {
    const file = await seededFile();
    const broken: Migration = {
      name: 'broken',
      statements: ['ALTER TABLE pupils ADD COLUMN other TEXT', 'INSERT INTO nowhere VALUES (1)'],
    };
    expect(() => migrate(file, [...sqliteMigrations, addColumn, broken])).toThrow(
      new RegExp(`stopped at step ${String(sqliteMigrations.length + 2)} \\(broken\\)`),
    );
    expect(versionOf(file)).toEqual([sqliteMigrations.length + 1]);
    const columns = query(file, "SELECT name FROM pragma_table_info('pupils')").flat();
    expect(columns).toContain('note');
    expect(columns).not.toContain('other');
  });

  it('stops a step that would silently lose rows', async () => {
    const file = await seededFile();
    const losing: Migration = { name: 'losing', statements: ["DELETE FROM placements WHERE id = 'm3'"] };
    expect(() => migrate(file, [...sqliteMigrations, losing])).toThrow(StoreUnusableError);
    expect(query(file, 'SELECT count(*) FROM placements')).toEqual([[3]]);
    migrate(file, [...sqliteMigrations, { ...losing, mayShrink: ['placements'] }]);
    expect(query(file, 'SELECT count(*) FROM placements')).toEqual([[2]]);
  });

  it('rebuilds a parent table without touching its children', async () => {
    const file = await seededFile();
    const rebuild: Migration = {
      name: 'rebuild',
      statements: [
        'CREATE TABLE new_providers AS SELECT * FROM providers',
        'DROP TABLE providers',
        'CREATE TABLE providers (id TEXT PRIMARY KEY, school_id TEXT, kind TEXT, name TEXT, active INTEGER, week_capacity INTEGER, school_share INTEGER, version INTEGER)',
        'INSERT INTO providers SELECT id, school_id, kind, name, active, week_capacity, school_share, version FROM new_providers',
        'DROP TABLE new_providers',
      ],
    };
    migrate(file, [...sqliteMigrations, rebuild]);
    expect(query(file, 'SELECT count(*) FROM provider_sessions')).toEqual([[1]]);
  });

  it('stops a step that would leave broken references', async () => {
    const file = await seededFile();
    const orphaning: Migration = {
      name: 'orphaning',
      statements: ["UPDATE placements SET provider_id = 'gone'"],
    };
    expect(() => migrate(file, [...sqliteMigrations, orphaning])).toThrow(StoreUnusableError);
    expect(query(file, 'SELECT DISTINCT provider_id FROM placements')).toEqual([['pru']]);
  });

  it('refuses a newer database, another program’s, and a file that is none, and leaves them alone', async () => {
    const newer = await seededFile();
    query(newer, 'SELECT 1');
    open(newer).pragma('user_version = 99');
    expect(() => migrate(newer, sqliteMigrations)).toThrow(/newer version/);

    const foreign = newDatabaseFile();
    open(foreign).exec('CREATE TABLE t (x)');
    expect(() => migrate(foreign, sqliteMigrations)).toThrow(/another program/);
    expect(query(foreign, 'SELECT name FROM sqlite_schema')).toEqual([['t']]);

    const text = newDatabaseFile();
    writeFileSync(text, 'This is a letter to parents, not a database. '.repeat(50));
    expect(() => openStore(text)).toThrow(/not a First Day database|damaged/);
    expect(existsSync(`${text}-wal`)).toBe(false);
  });
});

describe('the upgrade to duties and letters', () => {
  /** A database as version 2 left it, filled by hand. */
  function versionTwoFile(): string {
    const file = newDatabaseFile();
    migrate(file, sqliteMigrations.slice(0, 2));
    const connection = open(file);
    for (const statement of versionTwoRows('sqlite')) connection.exec(statement);
    connection.close();
    return file;
  }

  it('keeps drafts, every kind of issued exclusion, lunchtimes, places, received returns and the trail', () => {
    const file = versionTwoFile();
    const before = VERSION_TWO_QUERIES.map((sql) => query(file, sql));
    migrate(file, sqliteMigrations);
    expect(versionOf(file)).toEqual([sqliteMigrations.length]);
    expect(VERSION_TWO_QUERIES.map((sql) => query(file, sql))).toEqual(before);
    expect(before.every((rows) => rows.length > 0)).toBe(true);
    expect(query(file, 'SELECT count(*), sum(given_back) FROM exclusion_half_days')).toEqual([[4, 0]]);
    expect(ADDED_TO_RECEIVED.flatMap((sql) => query(file, sql))).toEqual(RECEIVED_ADDED);
    expect(query(file, 'SELECT DISTINCT decided_on, follows_id, stopped_on FROM exclusions')).toEqual([
      [null, null, null],
    ]);
    expect(query(file, 'PRAGMA foreign_key_check')).toEqual([]);
    expect(query(file, 'PRAGMA integrity_check')).toEqual([['ok']]);
  });

  it('has every trigger again, those of the tables that were rebuilt included', () => {
    const file = versionTwoFile();
    const triggers = () => query(file, "SELECT name FROM sqlite_schema WHERE type = 'trigger'").flat();
    const before = triggers();
    migrate(file, sqliteMigrations);
    expect(triggers()).toEqual(expect.arrayContaining(before));
    const fails = (sql: string, why: RegExp) => {
      const connection = open(file);
      try {
        expect(() => connection.exec(sql)).toThrow(why);
      } finally {
        connection.close();
      }
    };
    fails("DELETE FROM exclusions WHERE id = 'fixed'", /issued exclusions are kept/);
    fails("UPDATE exclusions SET state = 'draft' WHERE id = 'permanent'", /cannot become a draft/);
    fails(
      "INSERT INTO exclusion_half_days VALUES ('permanent', 'p1', '2025-06-03', 'am', 0)",
      /UNIQUE constraint failed: exclusion_half_days\.pupil_id/,
    );
    fails("INSERT INTO exclusion_half_days VALUES ('fixed', 'p1', '2025-06-03', 'am', 1)", /UNIQUE/);
    fails('DELETE FROM places', /kept/);
    expect(query(file, "DELETE FROM exclusion_reasons WHERE exclusion_id = 'draft' RETURNING 1")).toEqual([]);
    expect(query(file, "DELETE FROM exclusions WHERE id = 'draft' RETURNING id")).toEqual([['draft']]);
  });
});

describe('the upgrade to stays', () => {
  it('gives every stay its purpose, school, group and days, and every place its school, cancelled ones too', () => {
    const file = newDatabaseFile();
    migrate(file, sqliteMigrations.slice(0, 2));
    const connection = open(file);
    for (const statement of versionTwoRows('sqlite')) connection.exec(statement);
    connection.close();
    migrate(file, sqliteMigrations);
    expect(query(file, ADDED_TO_STAYS)).toEqual([
      ['empty', 'exclusion', 's', 'long-term', '2025-06-04', '2025-06-04', null],
      ['m', 'exclusion', 's', 'secondary', '2025-06-03', '2025-06-03', null],
    ]);
    expect(query(file, ADDED_TO_PLACES)).toEqual([
      ['booked', 's', 'booked', null, null],
      ['cancelled', 's', 'cancelled', 'other', null],
    ]);
    expect(query(file, 'SELECT rules, week_capacity, school_share FROM providers')).toEqual([
      [null, null, null],
    ]);
  });
});

describe('where the database may be', () => {
  const mounts = '/dev/sda1 / ext4 rw 0 0\nserver:/home /home/share nfs4 rw 0 0\n//s/c /mnt/c cifs rw 0 0\n';

  it.each([
    ['\\\\server\\office\\first-day.db', true],
    ['//server/office/first-day.db', true],
    ['/home/share/office/first-day.db', true],
    ['/mnt/c/first-day.db', true],
    ['/home/shared/first-day.db', false],
    ['/home/office/first-day.db', false],
  ])('%s on a network: %s', (path, onNetwork) => {
    expect(notLocalDisk(path, mounts) !== undefined).toBe(onNetwork);
  });
});
