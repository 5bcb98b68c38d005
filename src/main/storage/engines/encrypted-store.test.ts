import { existsSync, readFileSync, renameSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { newDatabaseFile, NOW, openStore, seedPlaces } from '../../../../tests/builders/database.ts';
import { TEST_KEY } from '../../../../tests/builders/test-key.ts';
import { StoreBusyError, StoreReplacedError, StoreUnusableError, type Store } from '../store.ts';
import { openWithKey } from './open-connection.ts';
import { openSqliteStore } from './sqlite.ts';
import { swapDatabase } from './swap-database.ts';

const OTHER_KEY = 'f'.repeat(64);

let file: string;
beforeEach(() => {
  file = newDatabaseFile();
});

const pupils = (store: Store) => store.read(async (db) => (await db.select().from(db.tables.pupils)).length);

/** A closed database with so many pupils; gives its path. */
async function databaseWith(count: number, path = newDatabaseFile()): Promise<string> {
  const store = openStore(path);
  await seedPlaces(store, count, 2);
  await store.close();
  return path;
}

describe('an encrypted store', () => {
  it('leaves nothing of a record in the file or its WAL, and no WAL once it is closed', async () => {
    const store = openStore(file);
    await seedPlaces(store, 3, 2);
    for (const part of ['', '-wal']) {
      const bytes = readFileSync(file + part);
      expect(bytes.length).toBeGreaterThan(4096);
      expect(bytes.includes('Surname1')).toBe(false);
      expect(bytes.includes('SQLite format')).toBe(false);
    }
    await store.close();
    expect(existsSync(`${file}-wal`)).toBe(false);
    const again = openStore(file);
    expect(await pupils(again)).toBe(3);
    await again.close();
  });

  it('opens with no other key, and leaves the file as it was', async () => {
    await databaseWith(1, file);
    const before = readFileSync(file);
    expect(() => openSqliteStore(file, { now: NOW, key: OTHER_KEY })).toThrow(StoreUnusableError);
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('refuses to read and to write once another file lies in its place', async () => {
    await databaseWith(1, file);
    const store = openStore(file);
    const next = await databaseWith(2);
    renameSync(next, file);
    await expect(pupils(store)).rejects.toThrow(StoreReplacedError);
    await expect(seedPlaces(store, 1, 1)).rejects.toThrow(StoreReplacedError);
    await store.close();
    const there = openStore(file);
    expect(await pupils(there)).toBe(2);
    await there.close();
  });
});

describe('swapping a database', () => {
  it('puts the next one in its place and keeps the old one when asked', async () => {
    await databaseWith(1, file);
    swapDatabase(file, await databaseWith(2), { key: TEST_KEY, keepAs: `${file}.old` });
    for (const [path, count] of [
      [file, 2],
      [`${file}.old`, 1],
    ] as const) {
      const store = openStore(path);
      expect(await pupils(store)).toBe(count);
      await store.close();
    }
  });

  it('changes nothing while another program has the database open', async () => {
    await databaseWith(1, file);
    const other = openStore(file);
    expect(() => swapDatabase(file, '/nowhere', { key: TEST_KEY })).toThrow();
    const next = await databaseWith(2);
    expect(() => swapDatabase(file, next, { key: TEST_KEY, keepAs: `${file}.old` })).toThrow(StoreBusyError);
    expect(existsSync(`${file}.old`)).toBe(false);
    expect(await pupils(other)).toBe(1);
    await other.close();
  });

  it('leaves no part of a damaged one that the next would read as its own', async () => {
    await databaseWith(1, file);
    const open = openStore(file);
    await seedPlaces(open, 0, 3).catch(() => undefined);
    const copy = `${file}.copy`;
    renameSync(file, copy);
    renameSync(`${file}-wal`, `${copy}-wal`);
    swapDatabase(copy, await databaseWith(2), { key: undefined, keepAs: `${copy}.damaged` });
    expect(existsSync(`${copy}-wal`)).toBe(false);
    expect(existsSync(`${copy}.damaged-wal`)).toBe(true);
    const check = openWithKey(copy, TEST_KEY);
    expect(check.pragma('integrity_check', { simple: true })).toBe('ok');
    check.close();
    await open.close();
  });
});
