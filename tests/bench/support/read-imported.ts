import { openTestApp } from '../../builders/app.ts';
import { setUpSchool } from '../../builders/school.ts';
import type { ImportedRows } from './imported-rows.ts';
import { rawRows } from './raw-database.ts';

/** Imports the pupil file once to learn which rows it makes. */
export async function readImported(path: string): Promise<ImportedRows> {
  const app = openTestApp();
  try {
    await setUpSchool(app);
    await app.must('pupils.import', { fileId: app.fileId(path) });
    const { location } = app.services.store;
    return { schools: rawRows(location, 'schools'), pupils: rawRows(location, 'pupils') };
  } finally {
    await app.close();
  }
}
