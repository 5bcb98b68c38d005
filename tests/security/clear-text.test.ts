import { mkdtempSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeBackup } from '#main/backup/make-backup.ts';
import { unwatched } from '#main/backup/watch.ts';
import { openFileLog } from '#main/app/file-log.ts';
import { findClearText } from '../builders/find-clear-text.ts';
import { openKeyedApp, type KeyedApp } from '../builders/keyed-app.ts';
import { NOW } from '../builders/database.ts';

/** Everything that says who a pupil is, of this school, of others and of received returns. */
const secretsOf = (app: KeyedApp): Promise<readonly string[]> =>
  app.services.store.read(async (db) => {
    const t = db.tables;
    const pupils = await db.select().from(t.pupils);
    const received = await db.select({ upn: t.receivedExclusions.upn }).from(t.receivedExclusions);
    return [
      ...pupils.flatMap(({ upn, surname, forename }) => [
        upn ?? '',
        surname,
        `${forename} ${surname}`,
        `${surname}, ${forename}`,
      ]),
      ...received.map(({ upn }) => upn),
    ];
  });

it('leaves no pupil’s name or number in clear, in any file of the data folder', async () => {
  const app = await openKeyedApp();
  const log = openFileLog(join(app.folder, 'logs'));
  await app.must('setup.load-demonstration', { seed: 1 });
  const secrets = await secretsOf(app);
  expect(new Set(secrets).size).toBeGreaterThan(3000);
  // An error that quotes a record, and one of the program: the log has where, never what.
  log.error('pupils.save failed, reference 12345678', new Error(`UNIQUE failed: ${secrets[0] ?? ''}`));
  const place = app.office.desk.place();
  const backup = makeBackup(
    { database: place.file, key: place.key, reason: 'by-hand', now: NOW, program: '0.0.0-test' },
    unwatched,
  );
  expect(backup.ok).toBe(true);
  const files = readdirSync(app.folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name);
  for (const name of ['first-day.db', 'first-day.db-wal', 'first-day.db.keys', 'first-day.log', 'about.json'])
    expect(files).toContain(name);
  expect(statSync(join(app.folder, 'first-day.db-wal')).size).toBeGreaterThan(4096);
  expect(findClearText(app.folder, secrets)).toEqual([]);
  await app.close();
});

it('would be found if it were there, in either encoding and in any case', () => {
  const folder = mkdtempSync(join(tmpdir(), 'first-day-clear-'));
  writeFileSync(join(folder, 'one'), 'xx Amara OKAFOR-Brown, A123456789012');
  writeFileSync(join(folder, 'two'), Buffer.from('.Niamh O’Rourke', 'utf16le'));
  writeFileSync(
    join(folder, 'three'),
    Buffer.concat([Buffer.from('.'), Buffer.from('a123456789012', 'utf16le')]),
  );
  const found = findClearText(folder, ['Okafor-Brown', 'A123456789012', 'Niamh O', 'Somebody Else']);
  expect(new Set(found.map((one) => one.replace(/^.*[\\/]/, '')))).toEqual(
    new Set(['one: a123456789012', 'one: okafor-brown', 'three: a123456789012', 'two: niamh o']),
  );
});
