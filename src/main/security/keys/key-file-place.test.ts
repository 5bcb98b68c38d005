import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { newDatabaseFile } from '../../../../tests/builders/database.ts';
import { newKeyFile } from './key-file.ts';
import { changeKeyFile, keyFileOf, readKeyFile, saveKeyFile, secondKeyFileOf } from './key-file-place.ts';

const NOW = '2025-11-12T12:00:00.000Z';
const file = newKeyFile('database-1', [{ id: 'key-1', madeAt: NOW, slots: [] }]);

let database: string;
beforeEach(() => {
  database = newDatabaseFile();
});

describe('the key file beside a database', () => {
  it('is there twice, the same', () => {
    saveKeyFile(database, file);
    expect(readFileSync(keyFileOf(database), 'utf8')).toBe(readFileSync(secondKeyFileOf(database), 'utf8'));
    expect(readKeyFile(database)).toEqual(file);
  });

  it.each([
    ['is missing', (path: string) => rmSync(path)],
    ['is empty', (path: string) => truncateSync(path, 0)],
    ['was written half', (path: string) => truncateSync(path, readFileSync(path).length / 2)],
    ['was overwritten', (path: string) => writeFileSync(path, 'a letter to parents')],
  ])(
    'is read from the second copy when the first %s, and from the first when the second does',
    (_, spoil) => {
      for (const path of [keyFileOf(database), secondKeyFileOf(database)]) {
        saveKeyFile(database, file);
        spoil(path);
        expect(readKeyFile(database)).toEqual(file);
      }
      spoil(keyFileOf(database));
      expect(readKeyFile(database)).toBeUndefined();
    },
  );

  it('is changed from what is on the disk, and both copies with it', () => {
    saveKeyFile(database, file);
    rmSync(keyFileOf(database));
    changeKeyFile(database, (before) => ({ ...before, databaseId: 'database-2' }));
    expect(readFileSync(keyFileOf(database), 'utf8')).toBe(readFileSync(secondKeyFileOf(database), 'utf8'));
    expect(readKeyFile(database)?.databaseId).toBe('database-2');
    expect(() => changeKeyFile(newDatabaseFile(), (before) => before)).toThrow('no key file');
  });
});
