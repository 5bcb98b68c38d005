import assert from 'node:assert/strict';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { OperationInput } from '#shared/contract/contract.ts';
import { checkWhole } from '../check-whole.ts';
import { databaseIn, openAppIn, type FaultApp } from '../open-app.ts';
import { TODAY } from '../small-school.ts';
import { shortFiles, smallDisk } from './shortage.ts';

const PAGE = 4096;
const MOST = 2000;

/**
 * `import-child PREPARED FOLDER STEP small-disk|short-files`: imports the pupil file of a prepared school again and again, the
 * disk running full STEP pages later each time, until there is room for all of it. Prints how often it was full, and the
 * sentences.
 */
const [prepared = '', disk = '', step = '1', how = ''] = process.argv.slice(2);
const shortage = how === 'small-disk' ? smallDisk(disk) : shortFiles();
const folder = join(disk, 'office');
const sentences = new Set<string>();
let full = 0;
for (let pages = 0; ; pages += Number(step)) {
  assert.ok(pages < MOST, 'at some point there is room');
  shortage.roomy();
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  cpSync(prepared, folder, { recursive: true });
  const app = await openAppIn(folder, TODAY);
  const input = await fileOf(app);
  const before = await countIn(app);
  // The backup that goes before an import is made while there is room: what is tried here is the import.
  const quiet = { progress: () => undefined, checkCancelled: () => undefined };
  assert.equal((await app.services.backups?.course.before('before-import', quiet))?.ok, true);
  shortage.allow(pages * PAGE);
  const result = await app.run('pupils.import', input);
  if (result.ok) {
    shortage.roomy();
    await app.close();
    break;
  }
  full += 1;
  sentences.add(`${result.error.code}: ${result.error.message}`);
  // Nothing came in, what was there can still be read on the full disk, and the program goes on once there is room.
  assert.deepEqual(await countIn(app), before);
  shortage.roomy();
  assert.equal((await app.run('pupils.import', input)).ok, true);
  assert.equal((await countIn(app)).pupils, before.pupils + 40);
  await app.close();
  checkWhole(databaseIn(folder));
}
process.stdout.write(JSON.stringify({ full, sentences: [...sentences] }));

async function fileOf(app: FaultApp): Promise<OperationInput<'pupils.import'>> {
  const { fileId } = app.services.files.register(join(folder, 'pupils.csv'), 'read');
  const { mapping } = await app.must('pupils.inspect-file', { fileId });
  return { fileId, ...(mapping ? { mapping } : {}) };
}

function countIn(app: FaultApp) {
  return app.services.store.read(async (db) => ({
    pupils: (await db.select().from(db.tables.pupils)).length,
    audit: (await db.select().from(db.tables.audit)).length,
  }));
}
