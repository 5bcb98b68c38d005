import assert from 'node:assert/strict';
import { backupsFolder } from '#main/backup/backup-places.ts';
import { listBackups } from '#main/backup/list-backups.ts';
import { makeBackup } from '#main/backup/make-backup.ts';
import { rehearsalFolder, rehearseRestore } from '#main/backup/rehearse-restore.ts';
import { unwatched } from '#main/backup/watch.ts';
import { swapDatabase } from '#main/storage/engines/swap-database.ts';
import { checkWhole } from '../check-whole.ts';
import { databaseIn, openAppIn } from '../open-app.ts';
import { makeSmallSchool, providersIn, saveProvider, TODAY } from '../small-school.ts';
import type { KillKind } from './kind.ts';

/** Backups of so many states, each with a provider more than the one before. */
const STATES = 3;
const now = `${TODAY}T12:00:00.000Z`;

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
      const { file, key } = app.office.desk.place();
      const backup = listBackups(backupsFolder(file)).find(({ about }) => about.rows['providers'] === next);
      if (!backup) throw new Error(`The backup of state ${String(next)} is gone.`);
      await app.office.desk.whileClosed(async (at) => {
        const order = { backup, backupKey: key, key, folder: rehearsalFolder(file), now };
        const tried = rehearseRestore(order, unwatched);
        if (!tried.ok) throw new Error(tried.error.message);
        swapDatabase(at.file, tried.value.file, { key: at.key });
      });
      assert.equal((await providersIn(app)).length, next);
      done(String(next));
      await app.close();
    }
  },
  async check(folder, done) {
    const file = databaseIn(folder);
    checkWhole(file);
    const app = await openAppIn(folder, TODAY);
    const state = (await providersIn(app)).length;
    await app.close();
    const last = Number(done.at(-1) ?? STATES);
    const next = (last % STATES) + 1;
    assert.ok([last, next].includes(state), `state ${String(state)} after ${String(last)}`);
    assert.equal(listBackups(backupsFolder(file)).filter(({ whole }) => whole).length, STATES);
  },
};
