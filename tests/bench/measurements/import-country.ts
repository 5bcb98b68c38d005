import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { withPrograms } from '../support/bundle-programs.ts';
import { databaseMaker } from '../support/database-maker.ts';
import { importBySqlite } from '../support/import-by-sqlite.ts';
import { budget, measured, measurement, type Bench, type Measurement } from '../support/measurement.ts';
import { runNode } from '../support/run-node.ts';
import { withFolder } from '../support/temporary-folder.ts';
import { COUNTRY, writeCountry } from '../support/write-country.ts';

/** Files of a run: 10,000, 100,000 and a million exclusions. `FIRST_DAY_BENCH_FILES` is the most to take, for trials. */
const SIZES = [240, 2400, 24_000];
const NOW = '2026-01-21T12:00:00.000Z';
const PROGRAMS = ['import-country-once', 'bare-country-once'] as const;
/** What an import may take, however many files there are. */
const MEMORY_MB = 512;

interface Ours {
  readonly milliseconds: number;
  readonly processor: number;
  readonly peak: number;
  readonly totals: Readonly<Record<string, number>>;
}

interface Bare {
  readonly parser: number;
  readonly inserts: number;
}

/** The returns of a country: time and memory of the import as it grows, beside a bare parser and bare inserts. */
export const importCountry: Bench = {
  name: 'import-country',
  run: () =>
    withFolder((folder) =>
      withPrograms(
        PROGRAMS,
        async (pathOf) => {
          const most = Number(process.env['FIRST_DAY_BENCH_FILES'] ?? SIZES.at(-1));
          const freshDatabase = await databaseMaker(folder, NOW);
          const results: Measurement[] = [];
          for (const files of SIZES.filter((size) => size <= most)) {
            const inbox = join(folder, String(files));
            mkdirSync(inbox);
            const { exclusions, bytes } = writeCountry(inbox, files);
            const rounds = files > 5000 ? 1 : 3;
            const ours: Ours[] = [];
            const bare: number[] = [];
            const bySqlite: number[] = [];
            for (let round = 0; round < rounds; round += 1) {
              const filled = freshDatabase();
              const said = await runNode([pathOf('import-country-once'), inbox, filled, COUNTRY.code]);
              const one = JSON.parse(said) as Ours;
              if (one.totals['imported'] !== files) throw new Error(`Not all were imported: ${said}`);
              ours.push(one);
              const { parser, inserts } = JSON.parse(
                await runNode([pathOf('bare-country-once'), inbox, filled, freshDatabase()]),
              ) as Bare;
              bare.push(parser + inserts);
              const beside = importBySqlite(folder, filled, freshDatabase());
              if (beside !== undefined) bySqlite.push(beside);
              console.error(
                `  ${files} files: ${Math.round(one.milliseconds)} ms (${Math.round(one.processor)} ms of the processors); parser ${Math.round(parser)} ms, inserts ${Math.round(inserts)} ms; database ${Math.round(statSync(filled).size / 1e6)} MB`,
              );
            }
            const name = `import-country: ${exclusions.toLocaleString('en-GB')} exclusions, ${files.toLocaleString('en-GB')} files, ${Math.round(bytes / 1e6)} MB`;
            const times = ours.map(({ milliseconds }) => milliseconds);
            results.push(
              measurement(
                name,
                'ms',
                times,
                measured(
                  'bare parser over the same bytes, then the same rows inserted in one transaction',
                  bare,
                ),
              ),
              ...(bySqlite.length === 0
                ? []
                : [
                    measurement(
                      name,
                      'ms',
                      times,
                      measured('sqlite3 .import of the exclusions as one CSV', bySqlite),
                    ),
                  ]),
              measurement(
                `${name}, highest memory`,
                'MB',
                ours.map(({ peak }) => peak),
                budget('what an import may take', MEMORY_MB),
              ),
            );
          }
          return results;
        },
        { 'read-worker': 'src/main/receiving/read-worker.ts' },
      ),
    ),
};
