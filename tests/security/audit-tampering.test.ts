import type Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeAudit } from '#main/security/audit.ts';
import { verifyAudit } from '#main/security/verify-audit.ts';
import { openConnection } from '#main/storage/engines/open-connection.ts';
import { openSqliteStore } from '#main/storage/engines/sqlite.ts';
import { readAuditHead } from '#main/storage/repositories/audit-rows.ts';
import type { Store } from '#main/storage/store.ts';
import type { KnownHead } from '#shared/domain/audit/types.ts';
import { newDatabaseFile, NOW } from '../builders/database.ts';
import { TEST_KEY } from '../builders/test-key.ts';

const OLDER = 6;

/** Rows 7 (the beginning of the chain) to 40. */
const LAST = 40;

let file: string;
let raw: Database.Database;
let store: Store;
let backup: KnownHead;

beforeEach(async () => {
  file = newDatabaseFile();
  store = openSqliteStore(file, { now: NOW, key: TEST_KEY });
  raw = openConnection(file, TEST_KEY);
  const insert = raw.prepare(
    `INSERT INTO audit (at, user_name, role, operation, detail) VALUES (?, 'Old', 'recorder', 'pupils.import', '{"a":1}')`,
  );
  for (let n = 0; n < OLDER; n += 1) insert.run(NOW);
  const ada = { userName: 'Ada', role: 'administrator', userId: 'u1' } as const;
  backup = await store.write(async (db) => {
    let at30: KnownHead | undefined;
    for (let n = OLDER + 2; n <= LAST; n += 1) {
      await writeAudit(db, ada, 'exclusions.save-draft', NOW, [
        {
          subjectType: 'exclusion',
          subjectId: `x${n}`,
          pupilId: `p${n}`,
          detail: { n, reason: 'Threw a chair' },
        },
      ]);
      const head = n === 30 ? await readAuditHead(db) : undefined;
      if (head) at30 = { name: 'b1', at: NOW, ...head };
    }
    if (at30 === undefined) throw new Error('There is no row 30.');
    return at30;
  });
  const triggers = raw
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'audit'`)
    .pluck();
  for (const name of triggers.all()) raw.exec(`DROP TRIGGER ${String(name)}`);
});

afterEach(async () => {
  raw.close();
  await store.close();
});

const verify = () => verifyAudit({ read: store.read, heads: [backup] });

const places = async () =>
  (await verify()).findings.map(({ kind, rowId, toId }) => [kind, rowId, toId ?? rowId]);

describe('the verification of the audit trail', () => {
  it('finds nothing in a whole one', async () => {
    expect(await verify()).toMatchObject({ rows: LAST - OLDER, older: OLDER, found: 0, findings: [] });
  });

  it.each([
    ['at', `'2020-01-01T00:00:00.000Z'`],
    ['user_name', `'Bob'`],
    ['role', `'recorder'`],
    ['operation', `'exclusions.issue'`],
    ['subject_type', `'pupil'`],
    ['subject_id', `'x1'`],
    ['user_id', `NULL`],
    ['outcome', `'seen'`],
    ['pupil_id', `'p1'`],
    ['detail_hash', `'${'a'.repeat(64)}'`],
    ['prev_hash', `'${'b'.repeat(64)}'`],
    ['hash', `'${'c'.repeat(64)}'`],
  ])('finds an altered %s, in the first, a middle and the last row', async (column, value) => {
    for (const id of [OLDER + 2, 20, LAST]) {
      const before: unknown = raw.prepare(`SELECT ${column} FROM audit WHERE id = ?`).pluck().get(id);
      raw.exec(`UPDATE audit SET ${column} = ${value} WHERE id = ${id}`);
      const { findings } = await verify();
      expect([id, ...new Set(findings.map(({ rowId }) => rowId))]).toEqual([id, id]);
      raw.prepare(`UPDATE audit SET ${column} = ? WHERE id = ?`).run(before, id);
    }
  });

  it.each([
    ['detail', `'{"n":21,"reason":"Threw a chair"}'`],
    ['detail', `'{"n":20,'`],
    ['salt', `'00'`],
  ])('finds an altered %s', async (column, value) => {
    raw.exec(`UPDATE audit SET ${column} = ${value} WHERE id = 20`);
    expect(await places()).toEqual([['detail-altered', 20, 20]]);
  });

  it('finds a detail that is gone without an erasure, and one that was added', async () => {
    raw.exec('UPDATE audit SET detail = NULL, salt = NULL WHERE id = 20');
    raw.exec('UPDATE audit SET detail = NULL WHERE id = 21');
    expect(await places()).toEqual([
      ['detail-missing', 20, 20],
      ['detail-missing', 21, 21],
    ]);
  });

  it('finds an altered id', async () => {
    raw.exec('UPDATE audit SET id = 99 WHERE id = 40');
    expect((await places()).length).toBeGreaterThan(0);
  });

  it('finds rows that were removed at the beginning, in the middle and at the end', async () => {
    raw.exec('DELETE FROM audit WHERE id = 20 OR id IN (25, 26)');
    expect(await places()).toEqual([
      ['missing', 20, 20],
      ['missing', 25, 26],
    ]);
    raw.exec(`DELETE FROM audit WHERE id = ${LAST}`);
    expect((await places()).at(-1)).toEqual(['tail-missing', LAST, LAST]);
  });

  it('finds that the beginning of the chain is gone', async () => {
    raw.exec(`DELETE FROM audit WHERE id <= ${OLDER + 3}`);
    expect(await places()).toEqual([['missing', 1, OLDER + 3]]);
  });

  it('finds that all of it is gone', async () => {
    raw.exec('DELETE FROM audit');
    expect(await places()).toEqual([
      ['tail-missing', 1, LAST],
      ['backup', 30, 30],
    ]);
  });

  it('finds two rows that changed places, near and far', async () => {
    raw.exec('UPDATE audit SET id = -1 WHERE id = 20');
    raw.exec('UPDATE audit SET id = 20 WHERE id = 21');
    raw.exec('UPDATE audit SET id = 21 WHERE id = -1');
    expect(await places()).toEqual([
      ['order', 20, 20],
      ['order', 21, 21],
    ]);
    raw.exec('UPDATE audit SET id = -1 WHERE id = 10');
    raw.exec('UPDATE audit SET id = 10 WHERE id = 35');
    raw.exec('UPDATE audit SET id = 35 WHERE id = -1');
    expect((await places()).map(([kind, id]) => [kind, id])).toEqual([
      ['order', 10],
      ['order', 20],
      ['order', 21],
      ['order', 35],
    ]);
  });

  it('finds a row that was put in, with a hash and without', async () => {
    raw.exec('DELETE FROM audit WHERE id = 20');
    raw.exec(
      `INSERT INTO audit (id, at, user_name, role, operation) VALUES (20, '${NOW}', 'Eve', 'decider', 'x')`,
    );
    expect(await places()).toEqual([
      ['inserted', 20, 20],
      ['missing', 20, 20],
    ]);
    raw.exec(
      `INSERT INTO audit (id, at, user_name, role, operation) VALUES (77, '${NOW}', 'Eve', 'decider', 'x')`,
    );
    expect((await places()).at(-1)).toEqual(['inserted', 77, 77]);
  });

  it('finds a row with a hash that was put after the end, and goes on behind it', async () => {
    raw.exec(
      `INSERT INTO audit (id, at, user_name, role, operation, prev_hash, hash) SELECT 41, at, 'Eve', role, operation, hash, '${'d'.repeat(64)}' FROM audit WHERE id = 40`,
    );
    expect((await places()).map(([, id]) => id)).toContain(41);
    await store.write((db) =>
      writeAudit(db, { userName: 'Ada', role: 'administrator' }, 'x', NOW, [
        { subjectType: 'a', subjectId: 'b' },
      ]),
    );
    expect(await places()).toEqual([['inserted', 41, 41]]);
  });

  it.each(['hash', 'last_id', 'length'])('finds an altered %s of the end of the chain', async (column) => {
    raw.exec(`UPDATE audit_head SET ${column} = ${column === 'hash' ? `'x'` : `${column} - 1`}`);
    expect((await verify()).found).toBeGreaterThan(0);
  });

  it('finds that the end of the chain is gone', async () => {
    raw.exec('DELETE FROM audit_head');
    expect(await places()).toEqual([['head', 0, 0]]);
  });

  it('finds older rows that were altered, removed or put in', async () => {
    raw.exec(`UPDATE audit SET user_name = 'Bob' WHERE id = 3`);
    expect(await places()).toEqual([['older-altered', 1, OLDER]]);
    raw.exec(`UPDATE audit SET user_name = 'Old' WHERE id = 3`);
    expect(await places()).toEqual([]);
    raw.exec(`DELETE FROM audit WHERE id = 6`);
    expect(await places()).toEqual([['older-altered', 1, OLDER]]);
  });

  it('finds a tail that was written anew with true hashes, by the end of the chain', async () => {
    await forgeFrom(25, false);
    expect(await places()).toContainEqual(['head', LAST, LAST]);
  });

  it('finds a tail that was written anew with the end of the chain, by what a backup says of it', async () => {
    await forgeFrom(25, true);
    expect(await places()).toEqual([['backup', 30, 30]]);
    expect((await verifyAudit({ read: store.read })).found).toBe(0);
  });

  it('finds one row that was written anew with a true hash', async () => {
    const head = raw.prepare('SELECT * FROM audit_head').get();
    const tail = raw.prepare('SELECT * FROM audit WHERE id > 25').all();
    raw.exec('DELETE FROM audit WHERE id >= 25');
    setHead(24);
    await store.write((db) =>
      writeAudit(db, { userName: 'Eve', role: 'decider' }, 'x', NOW, [{ subjectType: 'a', subjectId: 'b' }]),
    );
    putBack(tail as Record<string, unknown>[]);
    const { length, last_id, hash } = head as Record<string, unknown>;
    raw.prepare('UPDATE audit_head SET length = ?, last_id = ?, hash = ?').run(length, last_id, hash);
    expect(await places()).toEqual([['replaced', 25, 25]]);
  });

  it('takes no offence at a backup that a later restore gave up', async () => {
    raw.exec('DELETE FROM audit WHERE id >= 28');
    setHead(27);
    await store.write((db) =>
      writeAudit(db, { userName: 'Ada', role: 'administrator' }, 'backups.restore', NOW, [
        { subjectType: 'backup', subjectId: 'b0' },
      ]),
    );
    expect((await verify()).found).toBe(0);
  });
});

function setHead(id: number): void {
  raw
    .prepare(
      'UPDATE audit_head SET length = ?, last_id = ?, hash = (SELECT hash FROM audit WHERE id = audit_head.id * ?)',
    )
    .run(id - OLDER, id, id);
}

/** Somebody with the program writes rows from `id` on with true hashes, in place of those that were there. */
async function forgeFrom(id: number, withHead: boolean): Promise<void> {
  const head = raw.prepare('SELECT length, last_id, hash FROM audit_head').get() as Record<string, unknown>;
  raw.exec(`DELETE FROM audit WHERE id >= ${id}`);
  setHead(id - 1);
  for (let n = id; n <= LAST; n += 1) {
    await store.write((db) =>
      writeAudit(db, { userName: 'Eve', role: 'decider' }, 'x', NOW, [{ subjectType: 'a', subjectId: 'b' }]),
    );
  }
  if (!withHead) raw.prepare('UPDATE audit_head SET hash = ?').run(head['hash']);
}

function putBack(rows: readonly Record<string, unknown>[]): void {
  for (const row of rows) {
    const names = Object.keys(row);
    raw
      .prepare(`INSERT INTO audit (${names.join()}) VALUES (${names.map(() => '?').join()})`)
      .run(names.map((name) => row[name]));
  }
}
