import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backupsFolder } from '#main/backup/backup-places.ts';
import { copyBackup } from '#main/backup/copy-backup.ts';
import { listBackups } from '#main/backup/list-backups.ts';
import { verifyAudit } from '#main/security/verify-audit.ts';
import { openWithKey } from '#main/storage/engines/open-connection.ts';
import { bundle } from '../builders/bundle.ts';
import { officeOf } from '../builders/office.ts';
import { withDatabase } from './check-whole.ts';
import { mayMount, onSmallDisk } from './may-mount.ts';
import { makeOldDatabase, NEWEST, OLD_VERSIONS, readOldDatabase } from './old-databases.ts';
import { databaseIn, openAppIn } from './open-app.ts';
import { makeSmallSchool, providersIn, saveProvider, TODAY } from './small-school.ts';

const run = promisify(execFile);
const ISSUED = {
  kind: 'fixed-period',
  startDate: '2025-11-17',
  halfDays: 4,
  incidentOn: '2025-11-12',
  incidentAccount: 'Pushed another pupil.',
  decidedBy: 'Mrs Head',
} as const;

let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'first-day-faults-'));
  await makeSmallSchool(folder);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a database file', () => {
  it('that another program keeps locked is told, left alone, and opens when it is free again', async () => {
    const { file, key } = await placeOf(folder);
    const scanner = openWithKey(file, key);
    scanner.pragma('locking_mode = EXCLUSIVE');
    scanner.exec('BEGIN EXCLUSIVE');
    const office = officeOf(file);
    expect(await office.start()).toMatchObject({
      state: 'unusable',
      why: expect.stringMatching(/another program keeps .* open.*left as it is/i) as unknown,
    });
    scanner.close();
    expect(await office.start()).toEqual({ state: 'open' });
    await office.close();
  }, 60_000);

  it.skipIf(!mayMount())(
    'on a disk that can only be read is told in a sentence, and left as it was',
    async () => {
      const disk = mkdtempSync(join(tmpdir(), 'first-day-disk-'));
      const child = await bundle('tests/faults/read-only-child.ts');
      const { stdout } = await run('unshare', onSmallDisk(disk, [child, folder, disk]));
      expect(JSON.parse(stdout)).toMatchObject({
        state: 'unusable',
        why: expect.stringMatching(/can only be read|may not write/) as unknown,
      });
    },
  );

  it.each(OLD_VERSIONS)(
    'of version %i is encrypted and brought to this version with every row',
    async (version) => {
      const old = mkdtempSync(join(tmpdir(), 'first-day-old-'));
      makeOldDatabase(databaseIn(old), version, `${TODAY}T12:00:00.000Z`);
      const { rows } = withDatabase(databaseIn(old), readOldDatabase);
      await (await openAppIn(old, TODAY)).close();
      expect(withDatabase(databaseIn(old), readOldDatabase)).toEqual({ version: NEWEST, rows });
    },
  );
});

describe('a clock', () => {
  it('that was set back by years loses nothing, keeps the audit trail whole, and thins no newer backup', async () => {
    const before = await openAppIn(folder, TODAY);
    await saveProvider(before, 1);
    await before.must('backups.make', {});
    await before.close();
    const after = await openAppIn(folder, '2020-01-06');
    await saveProvider(after, 2);
    await after.must('backups.make', {});
    expect(await providersIn(after)).toEqual(['Provider 1', 'Provider 2']);
    expect((await verifyAudit(after.services.store)).found).toBe(0);
    const made = listBackups(backupsFolder(databaseIn(folder))).map(({ about }) => about.at.slice(0, 4));
    expect(made).toEqual(expect.arrayContaining(['2025', '2020']));
    await after.close();
  });

  it.each(['Pacific/Kiritimati', 'America/Los_Angeles'])(
    'in %s gives the same half days and duties',
    async (zone) => {
      const here = await issueIn('Europe/London', 'pupil-1');
      expect(await issueIn(zone, 'pupil-2')).toEqual(here);
    },
  );
});

it('a share that vanishes while a backup is copied to it is told, and the backup itself stays', async () => {
  const app = await openAppIn(folder, TODAY);
  await app.must('backups.make', {});
  await app.close();
  const share = mkdtempSync(join(tmpdir(), 'first-day-share-'));
  const place = join(share, 'First Day');
  mkdirSync(place);
  const [backup] = listBackups(backupsFolder(databaseIn(folder)));
  if (!backup) throw new Error('no backup');
  let asked = 0;
  const copied = copyBackup(
    { backup, chosen: share, place, now: `${TODAY}T13:00:00.000Z` },
    {
      progress: () => undefined,
      checkCancelled: () => {
        if ((asked += 1) === 2) rmSync(share, { recursive: true });
      },
    },
  );
  expect(copied).toMatchObject({
    ok: false,
    error: { code: 'refused', message: expect.stringMatching(/backup on this PC is unaffected/) as unknown },
  });
  expect(listBackups(backupsFolder(databaseIn(folder)))).toHaveLength(1);
});

async function placeOf(home: string) {
  const app = await openAppIn(home, TODAY);
  const place = app.office.desk.place();
  await app.close();
  return place;
}

/** Half days and dates of the duties of an exclusion that is issued while the system is in a time zone. */
async function issueIn(zone: string, pupilId: string) {
  const before = process.env['TZ'];
  process.env['TZ'] = zone;
  try {
    const app = await openAppIn(folder, TODAY);
    const { id } = await app.must('exclusions.issue', { ...ISSUED, pupilId, reasons: ['PP'] });
    const found = await app.services.store.read(async (db) => ({
      halfDays: await db.select().from(db.tables.exclusionHalfDays),
      duties: await db.select().from(db.tables.duties),
    }));
    await app.close();
    return {
      halfDays: found.halfDays
        .filter(({ exclusionId }) => exclusionId === id)
        .map(({ date, slot }) => `${date} ${slot}`),
      duties: found.duties
        .filter(({ exclusionId }) => exclusionId === id)
        .map(({ key, dueBy }) => `${key} ${dueBy ?? ''}`),
    };
  } finally {
    process.env['TZ'] = before;
  }
}
