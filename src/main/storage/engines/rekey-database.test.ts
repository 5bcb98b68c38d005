import { existsSync, readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { newDatabaseFile, NOW, openStore, seedPlaces } from '../../../../tests/builders/database.ts';
import { TEST_KEY } from '../../../../tests/builders/test-key.ts';
import { StoreBusyError } from '../store.ts';
import { lookAtFile, opensWith } from './look-at-file.ts';
import { openPlain } from './open-connection.ts';
import { nextFileOf, REKEY_STEPS, rekeyDatabase } from './rekey-database.ts';
import { makeSqliteStore, openSqliteStore } from './sqlite.ts';

const NEXT_KEY = 'a1'.repeat(32);

let file: string;
beforeEach(async () => {
  file = newDatabaseFile();
  const store = openStore(file);
  await seedPlaces(store, 3, 2);
  await store.close();
});

async function pupilsWith(key: string): Promise<number> {
  const store = openSqliteStore(file, { now: NOW, key });
  const rows = await store.read((db) => db.select().from(db.tables.pupils));
  await store.close();
  return rows.length;
}

describe('changing the key of a database', () => {
  it('leaves the same records, which only the new key opens', async () => {
    rekeyDatabase({ file, key: TEST_KEY, nextKey: NEXT_KEY });
    expect(opensWith(file, TEST_KEY)).toBe(false);
    expect(await pupilsWith(NEXT_KEY)).toBe(3);
    expect(existsSync(nextFileOf(file))).toBe(false);
  });

  it.each(REKEY_STEPS)(
    'leaves a whole database when it is stopped at “%s”, and can be done again',
    async (at) => {
      const stop = (step: string) => {
        if (step === at) throw new Error('power cut');
      };
      expect(() => rekeyDatabase({ file, key: TEST_KEY, nextKey: NEXT_KEY }, stop)).toThrow('power cut');
      const key = at === 'swapped' ? NEXT_KEY : TEST_KEY;
      expect(await pupilsWith(key)).toBe(3);
      const third = 'b2'.repeat(32);
      rekeyDatabase({ file, key, nextKey: third });
      expect(await pupilsWith(third)).toBe(3);
    },
  );

  it('is refused, with nothing changed, while another program has the database open', async () => {
    const other = openStore(file);
    expect(() => rekeyDatabase({ file, key: TEST_KEY, nextKey: NEXT_KEY })).toThrow(StoreBusyError);
    await other.close();
    expect(await pupilsWith(TEST_KEY)).toBe(3);
  });

  it('encrypts a database that was never encrypted', async () => {
    const plain = newDatabaseFile();
    const store = makeSqliteStore(plain, NOW, openPlain);
    await seedPlaces(store, 2, 2);
    await store.close();
    expect(lookAtFile(plain)).toBe('plain');
    expect(readFileSync(plain).includes('Surname1')).toBe(true);
    rekeyDatabase({ file: plain, key: 'plain', nextKey: NEXT_KEY, keepAs: `${plain}.plain` });
    expect(lookAtFile(plain)).toBe('sealed');
    expect(readFileSync(plain).includes('Surname1')).toBe(false);
    expect(opensWith(plain, NEXT_KEY)).toBe(true);
    expect(lookAtFile(`${plain}.plain`)).toBe('plain');
  });
});
