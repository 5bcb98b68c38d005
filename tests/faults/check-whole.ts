import assert from 'node:assert/strict';
import Database from 'better-sqlite3';
import { databaseIn } from './open-app.ts';

/** Opens the database of a folder as it lies there, and throws unless every page, index and reference is sound. */
export function checkWhole(file: string): void {
  const connection = new Database(file);
  try {
    assert.equal(connection.pragma('integrity_check', { simple: true }), 'ok');
    assert.deepEqual(connection.pragma('foreign_key_check'), []);
  } finally {
    connection.close();
  }
}

export const checkFolder = (folder: string): void => checkWhole(databaseIn(folder));
