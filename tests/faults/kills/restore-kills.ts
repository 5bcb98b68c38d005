import assert from 'node:assert/strict';
import { backupsFolder } from '#main/backup/backup-places.ts';
import { listBackups } from '#main/backup/list-backups.ts';
import { makeBackup } from '#main/backup/make-backup.ts';
import { unwatched } from '#main/backup/watch.ts';
import { checkAudit, checkWhole } from '../check-whole.ts';
import { databaseIn, openAppIn } from '../open-app.ts';
import { makeSmallSchool, providersIn, saveProvider, TODAY } from '../small-school.ts';
import type { KillKind } from './kind.ts';

/** Backups of so many states, each with a provider more than the one before. */
const STATES = 3;

/** One backup after another is put in the place of the database. */
export const restoreKills: KillKind = {
  kills: 15,
  async prepare(folder) {
    await makeSmallSchool(folder);
    for (let n = 1; n <= STATES; n += 1) {
      const app = await openAppIn(folder, TODAY);
      await saveProvider(app, n);
      const { file: database, key } = app.office.desk.place();
      await app.close();
      const made = makeBackup(
        { database, key, reason: 'by-hand', now: `${TODAY}T0${String(n)}:00:00.000Z`, program: 'test' },
        unwatched,
      );
      if (!made.ok) throw new Error(made.error.message);
    }
  },
  async work(folder, done) {
    for (;;) {
      const app = await openAppIn(folder, TODAY);
      const next = ((await providersIn(app)).length % STATES) + 1;
      const { file } = app.office.desk.place();
      const backup = listBackups(backupsFolder(file)).find(({ about }) => about.rows['providers'] === next);
      if (!backup) throw new Error(`The backup of state ${String(next)} is gone.`);
      await app.must('backups.restore', { backupId: `first:${backup.name}` });
      assert.equal((await providersIn(app)).length, next);
      done(String(next));
      await app.close();
    }
  },
  async check(folder, done) {
    const file = databaseIn(folder);
    checkWhole(file);
    await checkAudit(folder);
    const app = await openAppIn(folder, TODAY);
    const state = (await providersIn(app)).length;
    await app.close();
    const last = Number(done.at(-1) ?? STATES);
    const next = (last % STATES) + 1;
    assert.ok([last, next].includes(state), `state ${String(state)} after ${String(last)}`);
    const backups = listBackups(backupsFolder(file));
    assert.ok(backups.length >= STATES && backups.every(({ whole }) => whole), 'every backup is whole');
    // A kill may come after the restore and before its acknowledgement, twice in a row too.
    return String(state);
  },
};
