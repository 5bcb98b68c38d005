import { openTestApp } from '../../builders/app.ts';
import { setUpSchool } from '../../builders/school.ts';
import { databaseMaker } from '../support/database-maker.ts';
import { insertImported } from '../support/imported-rows.ts';
import { inventPupils } from '../support/invent-pupils.ts';
import { measured, measurement, type Bench } from '../support/measurement.ts';
import { writeCsv, writeCtf } from '../support/pupil-files.ts';
import { readImported } from '../support/read-imported.ts';
import { rateOf, takeTurns, type Turn } from '../support/take-turns.ts';
import { withFolder } from '../support/temporary-folder.ts';

const PUPILS = 2000;
const NOW = '2025-11-12T12:00:00.000Z';
const KINDS = ['ctf', 'csv'] as const;
const INSERTS = 'the same rows inserted by the bare driver';

/** A whole school's roll from its two usual files, into a database that has none yet. */
export const importPupils: Bench = {
  name: 'import-pupils',
  run: () =>
    withFolder(async (folder) => {
      const pupils = inventPupils(PUPILS);
      const files = { ctf: writeCtf(folder, pupils), csv: writeCsv(folder, pupils) };
      const imported = await readImported(files.ctf);
      const freshDatabase = await databaseMaker(folder, NOW);
      const samples = await takeTurns(
        [
          ...KINDS.map((kind): Turn => async () => {
            const { preview, done } = await importFile(files[kind]);
            return { [`${kind} preview`]: preview, [`${kind} import`]: done };
          }),
          async () => ({ inserts: (PUPILS / insertImported(freshDatabase(), imported)) * 1000 }),
        ],
        { warmUps: 2, rounds: 9, limit: 40 },
      );
      const yardstick = measured(INSERTS, samples('inserts'));
      return KINDS.flatMap((kind) =>
        ['preview', 'import'].map((step) =>
          measurement(
            `import-pupils: ${kind.toUpperCase()}, ${step}`,
            'rows/s',
            samples(`${kind} ${step}`),
            yardstick,
          ),
        ),
      );
    }),
};

async function importFile(path: string): Promise<{ readonly preview: number; readonly done: number }> {
  const app = openTestApp();
  try {
    await setUpSchool(app);
    const fileId = app.fileId(path);
    const preview = await rateOf(PUPILS, () => app.must('pupils.preview-import', { fileId }));
    const done = await rateOf(PUPILS, async () => {
      const { counts } = await app.must('pupils.import', { fileId });
      if (counts.new !== PUPILS) throw new Error(`${String(counts.new)} pupils were imported`);
    });
    return { preview, done };
  } finally {
    await app.close();
  }
}
