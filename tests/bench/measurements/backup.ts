import { copyFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { readBackup } from '#main/backup/list-backups.ts';
import { rehearsalFolder } from '#main/backup/rehearse-restore.ts';
import { runTaskInWorker } from '#main/backup/run-in-worker.ts';
import { unwatched } from '#main/backup/watch.ts';
import { openSqliteStore } from '#main/storage/engines/sqlite.ts';
import { insertAll } from '#main/storage/repositories/insert-all.ts';
import { pupilRow } from '../../builders/backup-office.ts';
import { NOW } from '../../builders/database.ts';
import { TEST_KEY } from '../../builders/test-key.ts';
import { budget, measured, measurement, type Bench } from '../support/measurement.ts';
import { takeTurns, timeOf } from '../support/take-turns.ts';

const PUPILS = 50_000;

/** A checked backup, and a restore's rehearsal, of a database of 50,000 pupils, beside a plain copy of its file. */
export const backup: Bench = {
  name: 'backup',
  run: async () => {
    const database = join(tmpdir(), 'backup-bench', 'first-day.db');
    await fill(database);
    let made = 0;
    let last = { name: '', bytes: 0, sha256: '' };
    let longestBlock = 0;
    const samples = await takeTurns(
      [
        async () => {
          made += 1;
          const now = new Date(Date.parse(NOW) + made * 60_000).toISOString();
          const order = { database, key: TEST_KEY, reason: 'by-hand' as const, now, program: 'bench' };
          const watch = blocks();
          const time = await timeOf(async () => {
            const answer = await runTaskInWorker('make', order, unwatched);
            if (!answer.ok) throw new Error(answer.error.message);
            last = {
              name: answer.value.folder,
              bytes: answer.value.about.bytes,
              sha256: answer.value.about.sha256,
            };
          });
          longestBlock = watch();
          return { backup: time, block: longestBlock, size: last.bytes / 1_048_576 };
        },
        async () => {
          const copy = `${database}.copy`;
          const time = await timeOf(() => copyFileSync(database, copy));
          rmSync(copy);
          return { copy: time, 'file size': statSync(database).size / 1_048_576 };
        },
      ],
      { warmUps: 1, rounds: 7, limit: 60 },
    );
    const rehearsed = await rehearse(database, last.name);
    return [
      measurement(
        'backup: made, checked and thinned, 50,000 pupils',
        'ms',
        samples('backup'),
        measured('a plain copy of the file', samples('copy')),
      ),
      measurement('backup: size', 'MB', samples('size'), measured('the database', samples('file size'))),
      measurement(
        'backup: longest block of main meanwhile',
        'ms',
        samples('block'),
        budget('a budget of 50 ms', 50),
      ),
      measurement(
        'backup: rehearsal of a restore',
        'ms',
        rehearsed,
        measured('a plain copy of the file', samples('copy')),
      ),
    ];
  },
};

async function fill(database: string): Promise<void> {
  const store = openSqliteStore(database, { now: NOW, key: TEST_KEY });
  const rows = Array.from({ length: PUPILS }, (_, at) => pupilRow('Bench', at + 1));
  await store.write(async (db) => {
    await db
      .insert(db.tables.schools)
      .values({ id: 's', laEstab: '2014001', urn: null, name: 'Test High School', phase: 'secondary' });
    for (let from = 0; from < rows.length; from += 1000)
      await insertAll(db, db.tables.pupils, rows.slice(from, from + 1000));
  });
  await store.close();
}

/** The longest time, in milliseconds, in which this thread could not turn to anything else; stops when asked. */
function blocks(): () => number {
  let longest = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last - 5);
    last = now;
  }, 5);
  return () => {
    clearInterval(timer);
    return Math.max(longest, 0.1);
  };
}

async function rehearse(database: string, folder: string): Promise<readonly number[]> {
  const found = readBackup(dirname(folder), basename(folder));
  if (!found) throw new Error('The backup is gone.');
  const order = {
    backup: found,
    backupKey: TEST_KEY,
    key: TEST_KEY,
    folder: rehearsalFolder(database),
    now: NOW,
  };
  const samples: number[] = [];
  for (let round = 0; round < 3; round += 1)
    samples.push(await timeOf(() => runTaskInWorker('rehearse', order, unwatched)));
  return samples;
}
