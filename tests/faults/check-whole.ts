import assert from 'node:assert/strict';
import type Database from 'better-sqlite3';
import { chooseSilently } from '#main/office/key-choice.ts';
import { readKeyFiles } from '#main/security/keys/key-file-place.ts';
import { lookAtFile } from '#main/storage/engines/look-at-file.ts';
import { verifyAudit } from '#main/security/verify-audit.ts';
import { openPlainAsItIs, openWithKey } from '#main/storage/engines/open-connection.ts';
import { openAppIn } from './open-app.ts';

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

/** Opens a folder's database as the program does; throws unless its audit trail is one unbroken chain. */
export async function checkAudit(folder: string): Promise<void> {
  const app = await openAppIn(folder, '2025-11-12');
  const { found, findings } = await verifyAudit(app.services.store);
  await app.close();
  assert.equal(found, 0, JSON.stringify(findings));
}

/** Throws unless every page, index and reference of a database is sound. */
export const checkWhole = (file: string): void =>
  withDatabase(file, (connection) => {
    assert.equal(connection.pragma('integrity_check', { simple: true }), 'ok');
    assert.deepEqual(connection.pragma('foreign_key_check'), []);
  });
