import { copyFileSync, existsSync, rmSync, statSync, truncateSync } from 'node:fs';
import { eq as sameId } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { databaseFacts, tableNames } from '#main/backup/database-facts.ts';
import type { Backup } from '#main/backup/list-backups.ts';
import { withCopy } from '#main/backup/open-copy.ts';
import { recoverDatabase, recoveryFolder, type Recovered } from '#main/backup/salvage/recover-database.ts';
import { tableColumns } from '#main/backup/table-columns.ts';
import { unwatched } from '#main/backup/watch.ts';
import { must, NOW } from '../builders/database.ts';
import { openBackupOffice, type BackupOffice } from '../builders/backup-office.ts';
import { flipBit, PAGE } from '../builders/flip-bit.ts';
import { TEST_KEY } from '../builders/test-key.ts';
import { runs } from '../builders/runs.ts';

let office: BackupOffice;
let backup: Backup;
let whole: string;

type Rows = ReadonlyMap<string, string>;

/** Every row of every table, by table and key. */
function rowsOf(file: string): ReadonlyMap<string, Rows> {
  return withCopy(file, TEST_KEY, (copy) => {
    const tables = tableNames(copy).map((table): [string, Rows] => {
      const key = (tableColumns(copy, table)?.key ?? []).map((name) => `"${name}"`).join(', ');
      const rows = copy.prepare(`SELECT json_array(${key}), * FROM "${table}"`).raw().all();
      return [
        table,
        new Map(
          rows.map((row) => [String((row as unknown[])[0]), JSON.stringify((row as unknown[]).slice(1))]),
        ),
      ];
    });
    return new Map(tables);
  });
}

/** A backup, then work: some pupils added, changed and removed, others as they were. */
beforeAll(async () => {
  office = await openBackupOffice(120);
  await office.addPupils('Early', 300);
  backup = office.backUp('2025-11-12T10:00:00.000Z');
  await office.addPupils('Late', 60);
  const store = office.open();
  await must(store, async (db) => {
    const { pupils, audit } = db.tables;
    for (const [id, forename] of [
      ['Early-7', 'Renamed'],
      ['p3', 'Renamed'],
    ] as const) {
      await db.update(pupils).set({ forename }).where(sameId(pupils.id, id));
    }
    for (const id of ['Early-20', 'Early-250']) await db.delete(pupils).where(sameId(pupils.id, id));
    for (let n = 1; n <= 200; n += 1) {
      await db.insert(audit).values({
        at: NOW,
        userName: 'Ada',
        role: 'decider',
        operation: `row ${String(n)}`,
        subjectType: 'pupil',
        subjectId: 'p1',
        detail: null,
      });
    }
  });
  await store.close();
  whole = `${office.database}.whole`;
  copyFileSync(office.database, whole);
});

function damage(how: (file: string) => void): void {
  for (const part of ['', '-wal', '-shm']) rmSync(office.database + part, { force: true });
  copyFileSync(whole, office.database);
  how(office.database);
}

function recover(withBackup = true): Recovered {
  const answer = recoverDatabase(
    {
      damaged: office.database,
      key: TEST_KEY,
      backup: withBackup ? backup : undefined,
      backupKey: TEST_KEY,
      folder: recoveryFolder(office.database),
      now: NOW,
    },
    unwatched,
  );
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value;
}

/** What is told of every table is what is there: each row as it was, or as the backup has it, or counted as not there. */
function checkTold({ file, salvaged }: Recovered): void {
  const now = rowsOf(whole);
  const then = rowsOf(`${backup.folder}/first-day.db`);
  const found = rowsOf(file);
  for (const merged of salvaged?.tables ?? []) {
    const was = now.get(merged.table) ?? new Map<string, string>();
    const before = then.get(merged.table) ?? new Map<string, string>();
    const has = found.get(merged.table) ?? new Map<string, string>();
    const orphans = salvaged?.orphans[merged.table] ?? 0;
    let older = 0;
    for (const [key, row] of has) {
      if (row === was.get(key)) continue;
      // Anything else is the backup's form, and counted as such.
      if (merged.table === 'audit_head') continue;
      expect(row).toBe(before.get(key));
      older += 1;
    }
    expect(older).toBeLessThanOrEqual(merged.keptOlder);
    const gone = [...was.keys()].filter((key) => !has.has(key)).length;
    expect(gone).toBeLessThanOrEqual(merged.lost + orphans + merged.gaveWay);
    if (!merged.certain) continue;
    expect(gone).toBe(merged.lost + orphans + merged.gaveWay);
    expect([...has.keys()].filter((key) => !was.has(key))).toEqual([]);
  }
}

describe('a damaged database', () => {
  it('that is whole after all is recovered to the last row', () => {
    damage(() => undefined);
    const recovered = recover();
    checkTold(recovered);
    expect(rowsOf(recovered.file)).toEqual(rowsOf(whole));
    expect(recovered.salvaged?.tables.find(({ table }) => table === 'pupils')).toEqual({
      table: 'pupils',
      same: 416,
      newer: 2,
      added: 60,
      keptOlder: 0,
      lost: 0,
      removed: 2,
      gaveWay: 0,
      certain: true,
    });
  });

  it('tells truly what was recovered, after any bits of any pages were changed', () => {
    const pages = statSync(whole).size / PAGE;
    const damages = fc.array(
      fc.record({ page: fc.integer({ min: 2, max: pages }), offset: fc.nat(PAGE - 1), bit: fc.nat(7) }),
      { minLength: 1, maxLength: 8 },
    );
    let tried = 0;
    fc.assert(
      fc.property(damages, (bits) => {
        damage((file) => {
          for (const { page, offset, bit } of bits) flipBit(file, page, offset, bit);
        });
        checkTold(recover());
        tried += 1;
      }),
      { numRuns: runs(15) },
    );
    expect(tried).toBe(runs(15));
  });

  it('keeps references and triggers', () => {
    damage((file) => {
      for (let page = 10; page < 40; page += 3) flipBit(file, page);
    });
    const { file } = recover();
    expect(office.query('SELECT count(*) FROM pragma_foreign_key_check', file)).toEqual([[0]]);
    const triggers = `SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY name`;
    expect(office.query(triggers, file)).toEqual(office.query(triggers, whole));
  });

  it('that was cut off gives what is left of it', () => {
    damage((file) => truncateSync(file, Math.floor(statSync(file).size * 0.7)));
    const recovered = recover();
    expect(recovered.salvaged).toBeDefined();
    checkTold(recovered);
  });

  it('without its first page, with nothing in it, or gone, gives the backup alone', () => {
    for (const how of [
      (file: string) => flipBit(file, 1),
      (file: string) => truncateSync(file, 0),
      (file: string) => rmSync(file),
    ]) {
      damage(how);
      const recovered = recover();
      expect(recovered.salvaged).toBeUndefined();
      expect(recovered.facts.rows).toEqual(backup.about.rows);
    }
  });

  it('without any backup gives what can be read of it', () => {
    damage((file) => flipBit(file, 30));
    const recovered = recover(false);
    const was = rowsOf(whole);
    for (const [table, rows] of rowsOf(recovered.file)) {
      for (const [key, row] of rows) if (table !== 'audit_head') expect(row).toBe(was.get(table)?.get(key));
    }
    expect(withCopy(recovered.file, TEST_KEY, (copy) => databaseFacts(copy).rows['pupils'])).toBeGreaterThan(
      300,
    );
  });

  it('stays as it is, byte for byte', () => {
    damage((file) => flipBit(file, 30));
    const before = statSync(office.database);
    recover();
    expect(statSync(office.database).mtimeMs).toBe(before.mtimeMs);
    expect(existsSync(`${office.database}-wal`)).toBe(false);
  });
});
