import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { audit } from './measurements/audit.ts';
import { availability } from './measurements/availability.ts';
import { backup } from './measurements/backup.ts';
import { board } from './measurements/board.ts';
import { boardWindow } from './measurements/board-window.ts';
import { cli } from './measurements/cli.ts';
import { compare } from './measurements/compare.ts';
import { demonstration } from './measurements/demonstration.ts';
import { encryption } from './measurements/encryption.ts';
import { forecast } from './measurements/forecast.ts';
import { importCountry } from './measurements/import-country.ts';
import { importPupils } from './measurements/import-pupils.ts';
import { importPublished } from './measurements/import-published.ts';
import { importReturns } from './measurements/import-returns.ts';
import { interactive } from './measurements/interactive.ts';
import { memory } from './measurements/memory.ts';
import { planner } from './measurements/planner.ts';
import { plannerWindow } from './measurements/planner-window.ts';
import { preview } from './measurements/preview.ts';
import { searchPupils } from './measurements/search-pupils.ts';
import { searchNationalSchools } from './measurements/search-schools.ts';
import { shared, sharedArea } from './measurements/shared.ts';
import { start } from './measurements/start.ts';
import { today } from './measurements/today.ts';
import type { Measurement } from './support/measurement.ts';
import { projectRoot } from './support/run-node.ts';
import { withFolder } from './support/temporary-folder.ts';
import { table } from './support/table.ts';

const BENCHES = [
  start,
  demonstration,
  importPupils,
  importReturns,
  importPublished,
  importCountry,
  compare,
  searchPupils,
  encryption,
  interactive,
  searchNationalSchools,
  preview,
  board,
  boardWindow,
  availability,
  forecast,
  today,
  planner,
  plannerWindow,
  backup,
  memory,
  cli,
  audit,
  shared,
  sharedArea,
];

const names = process.argv.slice(2);
const unknown = names.filter((name) => !BENCHES.some((bench) => bench.name === name));
if (unknown.length > 0) {
  console.error(`There is no measurement called ${unknown.join(', ')}.`);
  console.error(`There are: ${BENCHES.map(({ name }) => name).join(', ')}.`);
  process.exitCode = 2;
} else {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
  await withFolder((folder) => {
    // Everything temporary goes into one folder, which is gone afterwards even when somebody stops the measuring.
    Object.assign(process.env, { TMPDIR: folder, TEMP: folder, TMP: folder });
    return measureAll(BENCHES.filter(({ name }) => names.length === 0 || names.includes(name)));
  });
}

/** One bench that cannot run does not take the others with it, but the command fails. */
async function measureAll(benches: typeof BENCHES): Promise<void> {
  const results: Measurement[] = [];
  for (const bench of benches) {
    const started = performance.now();
    try {
      results.push(...(await bench.run()));
      console.error(`${bench.name}: ${((performance.now() - started) / 1000).toFixed(0)} s`);
    } catch (error) {
      console.error(`${bench.name} could not be measured:`, error);
      process.exitCode = 1;
    }
  }
  writeFileSync(join(projectRoot, 'bench-results.json'), `${JSON.stringify(results, null, 2)}\n`);
  console.log(`\n${table(results)}\nWritten to bench-results.json.`);
}
