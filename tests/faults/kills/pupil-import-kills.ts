import assert from 'node:assert/strict';
import { join } from 'node:path';
import { csvPupil, writePupilCsv } from '../../builders/pupil-csv.ts';
import { setUpSchool } from '../../builders/school.ts';
import { checkWhole } from '../check-whole.ts';
import { databaseIn, openAppIn } from '../open-app.ts';
import type { KillKind } from './kind.ts';

const TODAY = '2025-11-12';
const FILES = 60;
const PUPILS = 120;
const nameOf = (file: number): string => `pupils-${String(file)}.csv`;

/** Pupil files one after another, each all or nothing. */
export const pupilImportKills: KillKind = {
  kills: 15,
  async prepare(folder) {
    const app = await openAppIn(folder, TODAY);
    await setUpSchool(app);
    await app.close();
    for (let file = 1; file <= FILES; file += 1) {
      const pupils = Array.from({ length: PUPILS }, (_, at) => csvPupil(file * 1000 + at));
      writePupilCsv(folder, pupils, nameOf(file));
    }
  },
  async work(folder, done) {
    const app = await openAppIn(folder, TODAY);
    const { imported } = await readBack(folder);
    for (let file = imported + 1; file <= FILES; file += 1) {
      const { fileId } = app.services.files.register(join(folder, nameOf(file)));
      const { mapping } = await app.must('pupils.inspect-file', { fileId });
      await app.must('pupils.import', { fileId, ...(mapping ? { mapping } : {}) });
      done(nameOf(file));
    }
    await app.close();
  },
  async check(folder, done, kills) {
    checkWhole(databaseIn(folder));
    const { imported, pupils, audited, files } = await readBack(folder);
    assert.equal(pupils, imported * PUPILS, 'pupils of whole files');
    assert.equal(audited, imported * (PUPILS + 1), 'rows in the audit trail of whole files');
    for (const one of done) assert.ok(files.has(one), `${one} was acknowledged and is gone`);
    assert.ok(imported - done.length <= kills, 'more is there than was ever asked for');
  },
};

async function readBack(folder: string) {
  const app = await openAppIn(folder, TODAY);
  const { pupils, audit } = await app.services.store.read(async (db) => ({
    pupils: (await db.select().from(db.tables.pupils)).length,
    audit: await db.select().from(db.tables.audit),
  }));
  await app.close();
  const text = JSON.stringify(audit);
  const names = Array.from({ length: FILES }, (_, at) => nameOf(at + 1)).filter((name) =>
    text.includes(`"${name}"`),
  );
  return { pupils, audited: audit.length, imported: names.length, files: new Set(names) };
}
