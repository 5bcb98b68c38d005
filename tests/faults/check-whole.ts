import assert from 'node:assert/strict';
import type Database from 'better-sqlite3';
import { chooseSilently } from '#main/office/key-choice.ts';
import { readKeyFiles } from '#main/security/keys/key-file-place.ts';
import { lookAtFile } from '#main/storage/engines/look-at-file.ts';
import { openPlainAsItIs, openWithKey } from '#main/storage/engines/open-connection.ts';

/** Opens a database as it lies there, encrypted or not yet, with a key that lies beside it. */
export function withDatabase<T>(file: string, work: (connection: Database.Database) => T): T {
  const connection = open(file);
  try {
    return work(connection);
  } finally {
    connection.close();
  }
}

function open(file: string): Database.Database {
  if (lookAtFile(file) === 'plain') return openPlainAsItIs(file);
  const choice = chooseSilently(file, readKeyFiles(file), undefined);
  assert.equal(choice.kind, 'opens', 'a key beside the database opens it');
  return openWithKey(file, choice.kind === 'opens' ? choice.found.key : '');
}

/** Throws unless every page, index and reference of a database is sound. */
export const checkWhole = (file: string): void =>
  withDatabase(file, (connection) => {
    assert.equal(connection.pragma('integrity_check', { simple: true }), 'ok');
    assert.deepEqual(connection.pragma('foreign_key_check'), []);
  });
