import assert from 'node:assert/strict';
import Database from 'better-sqlite3';
import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { openSqliteStore } from '#main/storage/engines/sqlite.ts';
import { checkWhole } from '../check-whole.ts';
import { makeOldDatabase, NEWEST, OLD_VERSIONS, readOldDatabase } from '../old-databases.ts';
import type { KillKind } from './kind.ts';

const NOW = '2025-11-12T12:00:00.000Z';
const DATABASES = 96;
const oldFile = (folder: string, version: number): string => join(folder, `version-${String(version)}.db`);
const versionOfTurn = (turn: number): number => OLD_VERSIONS[turn % OLD_VERSIONS.length] ?? 1;
const placeOf = (folder: string, turn: number): string => join(folder, `turn-${String(turn)}`);
const fileOf = (folder: string, turn: number): string => join(placeOf(folder, turn), 'first-day.db');

/** Databases of every older version, one after another, opened by this one. */
export const migrationKills: KillKind = {
  kills: 16,
  async prepare(folder) {
    for (const version of OLD_VERSIONS) makeOldDatabase(oldFile(folder, version), version, NOW);
    return Promise.resolve();
  },
  async work(folder, done) {
    for (let turn = 0; turn < DATABASES; turn += 1) {
      const file = fileOf(folder, turn);
      if (existsSync(placeOf(folder, turn))) continue;
      mkdirSync(`${placeOf(folder, turn)}.new`, { recursive: true });
      copyFileSync(
        oldFile(folder, versionOfTurn(turn)),
        join(`${placeOf(folder, turn)}.new`, 'first-day.db'),
      );
      renameSync(`${placeOf(folder, turn)}.new`, placeOf(folder, turn));
      const store = openSqliteStore(file, { now: NOW });
      done(String(turn));
      await store.close();
    }
  },
  async check(folder, done) {
    const finished = new Set(done);
    // Those looked at after an earlier kill are at the newest version, and quick to look at again.
    for (const name of readdirSync(folder)) {
      const turn = Number(/^turn-(\d+)$/.exec(name)?.[1] ?? -1);
      if (turn < 0) continue;
      const file = fileOf(folder, turn);
      const before = look(oldFile(folder, versionOfTurn(turn)));
      const found = look(file);
      assert.equal(found.rows, before.rows, `rows of a database of version ${String(before.version)}`);
      assert.ok(found.version >= before.version && found.version <= NEWEST);
      if (finished.has(String(turn))) assert.equal(found.version, NEWEST, 'an upgrade that was acknowledged');
      if (found.version < NEWEST) {
        // Opened again, it goes on from the step at which it was stopped.
        await openSqliteStore(file, { now: NOW }).close();
        assert.deepEqual(look(file), { version: NEWEST, rows: before.rows });
      }
      checkWhole(file);
    }
  },
};

function look(file: string) {
  const connection = new Database(file);
  try {
    return readOldDatabase(connection);
  } finally {
    connection.close();
  }
}
