import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { backupsFolder } from '#main/backup/backup-places.ts';
import { listBackups } from '#main/backup/list-backups.ts';
import { makeBackup } from '#main/backup/make-backup.ts';
import { unwatched } from '#main/backup/watch.ts';
import { checkWhole } from '../check-whole.ts';
import { databaseIn, openAppIn } from '../open-app.ts';
import { TODAY } from '../small-school.ts';
import { shortFiles } from './shortage.ts';

const PAGE = 4096;
const MOST = 5000;

/**
 * `backup-child FOLDER STEP`: makes a backup of a prepared school again and again, the disk running full STEP pages later
 * each time, until there is room for all of it. Prints how often it was full, and the sentences.
 */
const [folder = '', step = '1'] = process.argv.slice(2);
const shortage = shortFiles();
const app = await openAppIn(folder, TODAY);
const { file, key } = app.office.desk.place();
await app.close();
const order = { database: file, key, reason: 'by-hand', program: '0.0.0-test' } as const;
const first = makeBackup({ ...order, now: `${TODAY}T08:00:00.000Z` }, unwatched);
assert.ok(first.ok);
const sentences = new Set<string>();
let full = 0;
for (let pages = 0; ; pages += Number(step)) {
  assert.ok(pages < MOST, 'at some point there is room');
  shortage.allow(pages * PAGE);
  const made = makeBackup({ ...order, now: `${TODAY}T12:00:00.000Z` }, unwatched);
  shortage.roomy();
  const names = listBackups(backupsFolder(file)).map(({ name }) => name);
  assert.ok(names.includes(first.value.name), 'the older backup is as it was');
  assert.equal(existsSync(first.value.folder), true);
  if (made.ok) break;
  full += 1;
  sentences.add(`${made.error.code}: ${made.error.message}`);
  assert.equal(names.length, 1, 'half a backup never has the name of one');
  assert.equal(readdirSync(backupsFolder(file)).filter((name) => name.endsWith('.part')).length, 0);
}
checkWhole(databaseIn(folder));
process.stdout.write(JSON.stringify({ full, sentences: [...sentences] }));
