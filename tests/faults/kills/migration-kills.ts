import assert from 'node:assert/strict';
import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lookAtFile } from '#main/storage/engines/look-at-file.ts';
import { checkWhole, withDatabase } from '../check-whole.ts';
import { makeOldDatabase, NEWEST, OLD_VERSIONS, readOldDatabase } from '../old-databases.ts';
import { openAppIn } from '../open-app.ts';
import type { KillKind } from './kind.ts';

const NOW = '2025-11-12T12:00:00.000Z';
const DATABASES = 96;
const oldFile = (folder: string, version: number): string => join(folder, `version-${String(version)}.db`);
const versionOfTurn = (turn: number): number => OLD_VERSIONS[turn % OLD_VERSIONS.length] ?? 1;
const placeOf = (folder: string, turn: number): string => join(folder, `turn-${String(turn)}`);
const fileOf = (folder: string, turn: number): string => join(placeOf(folder, turn), 'first-day.db');

/** Databases of every older version, one after another, encrypted and brought to this one. */
export const migrationKills: KillKind = {
  kills: 16,
  async prepare(folder) {
    for (const version of OLD_VERSIONS) makeOldDatabase(oldFile(folder, version), version, NOW);
  },
  async work(folder, done) {
    for (let turn = 0; turn < DATABASES; turn += 1) {
      if (existsSync(placeOf(folder, turn))) continue;
      mkdirSync(`${placeOf(folder, turn)}.new`, { recursive: true });
      copyFileSync(
        oldFile(folder, versionOfTurn(turn)),
        join(`${placeOf(folder, turn)}.new`, 'first-day.db'),
      );
      renameSync(`${placeOf(folder, turn)}.new`, placeOf(folder, turn));
      const app = await openAppIn(placeOf(folder, turn), '2025-11-12');
      done(String(turn));
      await app.close();
    }
  },
  async check(folder, done) {
    const finished = new Set(done);
    for (const name of readdirSync(folder)) {
      const turn = Number(/^turn-(\d+)$/.exec(name)?.[1] ?? -1);
      const looked = join(folder, `${name}.looked-at`);
      if (turn < 0 || existsSync(looked)) continue;
      writeFileSync(looked, '');
      const file = fileOf(folder, turn);
      const before = look(oldFile(folder, versionOfTurn(turn)));
      const found = look(file);
      assert.equal(found.rows, before.rows, `rows of a database of version ${String(before.version)}`);
      assert.ok(found.version >= before.version && found.version <= NEWEST);
      if (finished.has(String(turn))) assert.equal(found.version, NEWEST, 'an upgrade that was acknowledged');
      if (found.version < NEWEST || lookAtFile(file) === 'plain') {
        // Opened again, it goes on from the step at which it was stopped.
        await (await openAppIn(placeOf(folder, turn), '2025-11-12')).close();
        assert.deepEqual(look(file), { version: NEWEST, rows: before.rows });
      }
      checkWhole(file);
      assert.ok(!existsSync(`${file}.plain`), 'nothing is left in clear');
    }
  },
};

const look = (file: string) => withDatabase(file, readOldDatabase);
