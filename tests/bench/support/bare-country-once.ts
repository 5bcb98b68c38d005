// What `import-country-once.ts` is held against: `node bare-country-once.ts FOLDER FILLED EMPTY` lets a bare parser run
// over the same bytes (saxes over XML; over CSV the bare scanner of this program, which is quicker than csv-parse), then
// puts the same rows into the empty database with prepared statements in one transaction. Prints milliseconds of both.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';
import { splitRows } from '#main/exchange/csv-rows.ts';
import { createProblemList } from '#main/exchange/file-problems.ts';
import { peakMemory } from './peak-memory.ts';
import { openRaw, rawInserter, type RawRow } from './raw-database.ts';

const [folder = '', filled = '', empty = ''] = process.argv.slice(2);
const ROWS_AT_ONCE = 50_000;

const parsing = performance.now();
let parsed = 0;
for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
  if (!/\.(xml|csv)$/.test(name)) continue;
  const text = readFileSync(join(folder, name), 'utf8');
  parsed += 1;
  if (name.endsWith('.xml')) new SaxesParser({ xmlns: false }).write(text).close();
  else splitRows(text, ',', createProblemList());
}
const parser = performance.now() - parsing;

const source = openRaw(filled);
const target = openRaw(empty);
let inserts = 0;
let rows = 0;
const timed = (work: () => void) => {
  const started = performance.now();
  work();
  inserts += performance.now() - started;
};
timed(() => target.exec('BEGIN IMMEDIATE'));
for (const table of ['received_returns', 'received_exclusions']) {
  let insert: ((row: RawRow) => void) | undefined;
  let some: RawRow[] = [];
  const flush = () => {
    const [first] = some;
    if (first === undefined) return;
    insert ??= rawInserter(target, table, first);
    const ready = insert;
    timed(() => some.forEach(ready));
    rows += some.length;
    some = [];
  };
  // Read a stretch at a time, so that reading them is not counted.
  for (const row of source.prepare<[], RawRow>(`SELECT * FROM ${table} ORDER BY rowid`).iterate()) {
    some.push(row);
    if (some.length >= ROWS_AT_ONCE) flush();
  }
  flush();
}
timed(() => target.exec('COMMIT'));
source.close();
target.close();
process.stdout.write(JSON.stringify({ parser, inserts, parsed, rows, peak: peakMemory() }));
