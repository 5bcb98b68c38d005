import { asc } from 'drizzle-orm';
import { expect } from 'vitest';
import type { PupilRecord } from '#main/storage/repositories/pupils.ts';
import type { Db } from '#main/storage/store.ts';
import { openTestApp, type TestApp } from './app.ts';
import { writePupilCsv, type CsvPupil } from './pupil-csv.ts';
import { setUpSchool } from './school.ts';

type AuditRecord = Db['tables']['audit']['$inferSelect'];

/** An application with one school, for tests of importing pupils; it believes in Wed 12 November 2025. */
export interface ImportApp extends TestApp {
  /** Writes a CSV and gives its opaque id, as if a person had chosen it. */
  csv(pupils: readonly CsvPupil[], name?: string): string;
  roll(): Promise<readonly PupilRecord[]>;
  audit(): Promise<readonly AuditRecord[]>;
  /** Fails the test when `work` changes the roll or the audit trail. */
  withoutWriting(work: () => Promise<unknown>): Promise<void>;
}

export async function openImportApp(): Promise<ImportApp> {
  const app = openTestApp('2025-11-12');
  await setUpSchool(app);
  const { store } = app.services;
  const roll = () =>
    store.read((db) => db.select().from(db.tables.pupils).orderBy(asc(db.tables.pupils.upn)));
  const audit = () => store.read((db) => db.select().from(db.tables.audit).orderBy(asc(db.tables.audit.id)));
  return {
    ...app,
    csv: (pupils, name) => app.fileId(writePupilCsv(app.folder, pupils, name)),
    roll,
    audit,
    withoutWriting: async (work) => {
      const before = { roll: await roll(), audit: await audit() };
      await work();
      expect({ roll: await roll(), audit: await audit() }).toEqual(before);
    },
  };
}
