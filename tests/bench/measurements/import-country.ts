import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { withPrograms } from '../support/bundle-programs.ts';
import { databaseMaker } from '../support/database-maker.ts';
import { importBySqlite } from '../support/import-by-sqlite.ts';
import { budget, measured, measurement, type Bench, type Measurement } from '../support/measurement.ts';
import { runNode } from '../support/run-node.ts';
import { withFolder } from '../support/temporary-folder.ts';
import { COUNTRY, writeCountry } from '../support/write-country.ts';

interface Size {
  readonly files: number;
  /** Exclusions of a file on average; a million in 24,000 files unless said. */
  readonly aFile?: number;
  readonly rounds: number;
  /** Milliseconds that it may take. */
  readonly budget?: number;
}

/** A large authority, and the country: 10,000, 100,000 and a million exclusions. */
const SIZES: readonly Size[] = [
  { files: 150, aFile: 20_000 / 150, rounds: 3, budget: 5000 },
  { files: 240, rounds: 3 },
  { files: 2400, rounds: 3 },
  { files: 24_000, rounds: 1 },
];
const NOW = '2026-01-21T12:00:00.000Z';
/** What an import may take, however many files there are. */
const MEMORY_MB = 512;

interface Ours {
  readonly milliseconds: number;
  /** Milliseconds of all processors: on a busy machine nearer to the truth. */
  readonly processor: number;
  readonly peak: number;
  readonly totals: Readonly<Record<string, number>>;
}

interface Bare {
  readonly parser: number;
  readonly inserts: number;
}

interface Place {
  readonly folder: string;
  readonly freshDatabase: () => string;
  readonly pathOf: (name: string) => string;
}

/**
 * Returns of many schools, half XML and half CSV: time and memory of the import as it grows, beside a bare parser and bare
 * inserts one after the other. `FIRST_DAY_BENCH_FILES` is the most files to take, for trials.
 */
export const importCountry: Bench = {
  name: 'import-country',
  run: () =>
    withFolder((folder) =>
      withPrograms(
        ['import-country-once', 'bare-country-once'],
        async (pathOf) => {
          const most = Number(process.env['FIRST_DAY_BENCH_FILES'] ?? SIZES.at(-1)?.files);
          const freshDatabase = await databaseMaker(folder, NOW);
          const results: Measurement[] = [];
          for (const size of SIZES.filter(({ files }) => files <= most)) {
            results.push(...(await measureSize({ folder, freshDatabase, pathOf }, size)));
          }
          return results;
        },
        { 'read-worker': 'src/main/receiving/read-worker.ts' },
      ),
    ),
};

async function measureSize(place: Place, size: Size): Promise<readonly Measurement[]> {
  const inbox = join(place.folder, `inbox-${size.files}`);
  mkdirSync(inbox);
  const { exclusions, bytes } = writeCountry(inbox, size.files, size.aFile);
  const rounds: Awaited<ReturnType<typeof measureOnce>>[] = [];
  for (let round = 0; round < size.rounds; round += 1)
    rounds.push(await measureOnce(place, inbox, size.files));
  rmSync(inbox, { recursive: true });
  const count = (number: number) => number.toLocaleString('en-GB');
  const name = `import-country: ${count(exclusions)} exclusions, ${count(size.files)} files, ${Math.round(bytes / 1e6)} MB`;
  const times = rounds.map(({ ours }) => ours.milliseconds);
  const bySqlite = rounds.flatMap(({ beside }) => beside ?? []);
  return [
    measurement(
      name,
      'ms',
      times,
      measured(
        'bare parser over the same bytes, then the same rows inserted in one transaction',
        rounds.map(({ bare }) => bare.parser + bare.inserts),
      ),
    ),
    ...(size.budget === undefined ? [] : [measurement(name, 'ms', times, budget('budget', size.budget))]),
    ...(bySqlite.length === 0
      ? []
      : [measurement(name, 'ms', times, measured('sqlite3 .import of the exclusions as one CSV', bySqlite))]),
    measurement(
      `${name}, highest memory`,
      'MB',
      rounds.map(({ ours }) => ours.peak),
      budget('what an import may take', MEMORY_MB),
    ),
  ];
}

async function measureOnce({ folder, freshDatabase, pathOf }: Place, inbox: string, files: number) {
  const filled = freshDatabase();
  const said = await runNode([pathOf('import-country-once'), inbox, filled, COUNTRY.code]);
  const ours = JSON.parse(said) as Ours;
  if (ours.totals['imported'] !== files) throw new Error(`Not all were imported: ${said}`);
  const empty = freshDatabase();
  const bare = JSON.parse(await runNode([pathOf('bare-country-once'), inbox, filled, empty])) as Bare;
  const plain = freshDatabase();
  const beside = importBySqlite(folder, filled, plain);
  for (const file of [filled, empty, plain]) rmSync(file, { force: true });
  console.error(
    `  ${files} files: ${Math.round(ours.milliseconds)} ms (${Math.round(ours.processor)} ms of the processors); parser ${Math.round(bare.parser)} ms, inserts ${Math.round(bare.inserts)} ms`,
  );
  return { ours, bare, beside };
}
