import assert from 'node:assert/strict';
import { backupsFolder, BACKUP_FILES } from '#main/backup/backup-places.ts';
import { checkDatabase } from '#main/backup/check-database.ts';
import { hashFile } from '#main/backup/hash-file.ts';
import { listBackups } from '#main/backup/list-backups.ts';
import { makeBackup } from '#main/backup/make-backup.ts';
import { withCopy } from '#main/backup/open-copy.ts';
import { unwatched } from '#main/backup/watch.ts';
import { join } from 'node:path';
import { checkWhole } from '../check-whole.ts';
import { databaseIn, openAppIn } from '../open-app.ts';
import { makeSmallSchool, providersIn, saveProvider, TODAY } from '../small-school.ts';
import type { KillKind } from './kind.ts';

const MOST = 90;
/** A quarter of an hour after another, so that none is thinned away on the same day. */
const instantOf = (n: number): string =>
  new Date(Date.parse(`${TODAY}T00:00:00Z`) + n * 900_000).toISOString();

/** A command and a backup of it, one after another. */
export const backupKills: KillKind = {
  kills: 15,
  prepare: makeSmallSchool,
  async work(folder, done) {
    const app = await openAppIn(folder, TODAY);
    const before = (await providersIn(app)).length;
    for (let n = before + 1; n <= MOST; n += 1) {
      await saveProvider(app, n);
      const { file: database, key } = app.office.desk.place();
      const made = makeBackup(
        { database, key, reason: 'by-hand', now: instantOf(n), program: '0.0.0-test' },
        unwatched,
      );
      if (!made.ok) throw new Error(made.error.message);
      done(`${made.value.name} ${String(n)}`);
    }
    await app.close();
  },
  async check(folder, done) {
    checkWhole(databaseIn(folder));
    const app = await openAppIn(folder, TODAY);
    const { key } = app.office.desk.place();
    await app.close();
    const backups = listBackups(backupsFolder(databaseIn(folder)));
    assert.deepEqual(
      backups.filter(({ whole }) => !whole),
      [],
      'whatever has the name of a backup is whole',
    );
    const acknowledged = new Map(done.map((one) => [one.split(' ')[0], Number(one.split(' ')[1])]));
    for (const name of acknowledged.keys())
      assert.ok(
        backups.some((one) => one.name === name),
        `the backup ${String(name)} was acknowledged and is gone`,
      );
    // All but the newest were looked at after an earlier kill.
    for (const { name, folder: place, about } of backups.slice(0, 4)) {
      const file = join(place, BACKUP_FILES.database);
      assert.equal(hashFile(file, unwatched), about.sha256);
      const providers = withCopy(file, key, (copy) => {
        assert.equal(checkDatabase(copy), undefined);
        return Number(copy.prepare('SELECT count(*) FROM providers').pluck().get());
      });
      assert.equal(providers, acknowledged.get(name) ?? providers, 'what was there when the backup was made');
    }
  },
};
