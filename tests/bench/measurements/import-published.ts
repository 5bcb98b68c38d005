import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openTestApp } from '../../builders/app.ts';
import { publishedFile } from '../../builders/published-file.ts';
import { databaseMaker } from '../support/database-maker.ts';
import { budget, measured, measurement, type Bench } from '../support/measurement.ts';
import { openRaw, rawInserter, rawRows, type RawRow } from '../support/raw-database.ts';
import { rateOf, takeTurns, timeOf } from '../support/take-turns.ts';
import { withFolder } from '../support/temporary-folder.ts';
import { TEST_ADMINISTRATOR } from '../../builders/people.ts';

/** A quarter of the file of all schools since 2006/07, which has some 400,000 lines and 85 MB. */
const LINES = 100_000;
const TODAY = '2025-11-12';

/** The school-level file of the Department's open data, made long by repeating its lines for other schools and years. */
export const importPublished: Bench = {
  name: 'import-published',
  run: () =>
    withFolder(async (folder) => {
      const path = join(folder, 'schools.csv');
      writeFileSync(path, longFile());
      const rows = await importFile(path, ({ database }) => rawRows(database, 'published_figures'));
      const freshDatabase = await databaseMaker(folder, `${TODAY}T12:00:00.000Z`);
      const samples = await takeTurns(
        [
          () => importFile(path, async ({ rate, list }) => ({ import: rate, list: await list() })),
          async () => ({ bare: await insertRaw(freshDatabase(), rows) }),
        ],
        { warmUps: 1, rounds: 5, limit: 60 },
      );
      return [
        measurement(
          `import-published: ${LINES.toLocaleString('en-GB')} lines of all schools`,
          'rows/s',
          samples('import'),
          measured('the same rows inserted by the bare driver, in one transaction', samples('bare')),
        ),
        measurement(
          'import-published: the list of files, with them',
          'ms',
          samples('list'),
          budget('a budget of 20 ms', 20),
        ),
      ];
    }),
};

function longFile(): string {
  const [heading = '', ...lines] = publishedFile('ees_school_level_preview_2024-25_autumn')
    .toString('utf8')
    .trim()
    .split(/\r?\n/);
  const written = Array.from({ length: LINES }, (_, at) => {
    const cells = (lines[at % lines.length] ?? '').split(',');
    const [year, school] = [2006 + (at % 19), Math.floor(at / 19)];
    cells[0] = 'Academic year';
    cells[1] = `${year}${String((year + 1) % 100).padStart(2, '0')}`;
    cells[11] = String(2_012_000 + school);
    return cells.join(',');
  });
  return [heading, ...written].join('\n');
}

async function importFile<T>(
  path: string,
  look: (imported: {
    readonly database: string;
    readonly rate: number;
    readonly list: () => Promise<number>;
  }) => T | Promise<T>,
): Promise<T> {
  const app = openTestApp(TODAY);
  try {
    await app.must('setup.create-authority', {
      code: '201',
      name: 'Measured',
      administrator: TEST_ADMINISTRATOR,
    });
    const fileIds = [app.fileId(path)];
    const rate = await rateOf(LINES, async () => {
      const { files } = await app.must('authority.import-published', { fileIds }, 'authority');
      if (files[0]?.outcome !== 'imported') throw new Error(files[0]?.message ?? 'nothing came back');
    });
    const list = () => timeOf(() => app.must('authority.published', {}, 'authority'));
    return await look({ database: app.services.store.location, rate, list });
  } finally {
    await app.close();
  }
}

async function insertRaw(file: string, rows: readonly RawRow[]): Promise<number> {
  const database = openRaw(file);
  try {
    const [first] = rows;
    if (first === undefined) throw new Error('There is nothing to insert.');
    database.pragma('foreign_keys = OFF');
    const insert = rawInserter(database, 'published_figures', first);
    const all = database.transaction(() => {
      for (const row of rows) insert(row);
    });
    return await rateOf(rows.length, all);
  } finally {
    database.close();
  }
}
