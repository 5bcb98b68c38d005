import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TEST_ADMINISTRATOR } from '../../builders/people.ts';
import { fileText, sentReturn, type SentExclusion } from '../../builders/return-authority.ts';
import { checkWhole } from '../check-whole.ts';
import { databaseIn, openAppIn } from '../open-app.ts';
import type { KillKind } from './kind.ts';

const TODAY = '2026-01-21';
const FILES = 120;
const EXCLUSIONS = 40;
const nameOf = (file: number): string => `return-${String(4000 + file)}.csv`;

/** Schools' returns one after another, each all or nothing. */
export const returnImportKills: KillKind = {
  kills: 15,
  async prepare(folder) {
    const app = await openAppIn(folder, TODAY);
    await app.must('setup.create-authority', {
      code: '201',
      name: 'Test Authority',
      administrator: TEST_ADMINISTRATOR,
    });
    await app.close();
    for (let file = 1; file <= FILES; file += 1) {
      const sent = Array.from({ length: EXCLUSIONS }, (_, at): SentExclusion => [
        file * 100 + at,
        'SUSP',
        '2025-11-10',
        4,
      ]);
      writeFileSync(
        join(folder, nameOf(file)),
        fileText(nameOf(file), sentReturn(sent, { estab: String(4000 + file) })),
      );
    }
  },
  async work(folder, done) {
    const app = await openAppIn(folder, TODAY);
    const { files } = await readBack(folder);
    for (let file = 1; file <= FILES; file += 1) {
      if (files.has(nameOf(file))) continue;
      const { fileId } = app.services.files.register(join(folder, nameOf(file)));
      const { files: outcomes } = await app.must('authority.import', { fileIds: [fileId] });
      assert.deepEqual(
        outcomes.map(({ outcome }) => outcome),
        ['imported'],
      );
      done(nameOf(file));
    }
    await app.close();
  },
  async check(folder, done, kills) {
    checkWhole(databaseIn(folder));
    const { files, exclusions, totals, audited } = await readBack(folder);
    assert.equal(exclusions, files.size * EXCLUSIONS, 'exclusions of whole returns');
    assert.equal(totals, files.size * EXCLUSIONS, 'the totals kept beside them');
    assert.equal(audited, files.size, 'rows in the audit trail');
    for (const one of done) assert.ok(files.has(one), `${one} was acknowledged and is gone`);
    assert.ok(files.size - done.length <= kills, 'more is there than was ever asked for');
  },
};

async function readBack(folder: string) {
  const app = await openAppIn(folder, TODAY);
  const found = await app.services.store.read(async (db) => ({
    returns: await db.select().from(db.tables.receivedReturns),
    exclusions: (await db.select().from(db.tables.receivedExclusions)).length,
    totals: await db.select().from(db.tables.receivedYearTotals),
    audit: await db.select().from(db.tables.audit),
  }));
  await app.close();
  return {
    files: new Set(found.returns.map(({ fileName }) => fileName)),
    exclusions: found.exclusions,
    totals: found.totals.reduce((sum, one) => sum + one.fixedPeriod, 0),
    audited: found.audit.filter(({ operation }) => operation === 'authority.import').length,
  };
}
