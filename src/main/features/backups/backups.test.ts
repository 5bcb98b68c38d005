import { cpSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openOfficeApp, type OfficeApp } from '../../../../tests/builders/office-app.ts';
import { flipBit } from '../../../../tests/builders/flip-bit.ts';

let app: OfficeApp;

beforeEach(async () => {
  app = await openOfficeApp();
  await app.addPupils('Early', 5);
});

afterEach(() => app.close());

const make = async (now: string) => {
  app.setNow(now);
  return (await app.must('backups.make', {})).backup;
};

describe('backups', () => {
  it('are made by hand, listed with what is in them, and told in the status', async () => {
    expect(await app.must('backups.status', {})).toEqual({});
    const made = await make('2025-11-12T10:15:00.000Z');
    const { backups } = await app.must('backups.list', {});
    expect(backups).toEqual([made]);
    expect(made).toMatchObject({ place: 'first', reason: 'by-hand', pupils: 5, whole: true });
    expect(await app.must('backups.status', {})).toEqual({ lastAt: '2025-11-12T10:15:00.000Z' });
  });

  it('are made by the timer only when something changed and 15 minutes have gone by', async () => {
    await app.backups.course.tick();
    expect(readdirSync(app.place)).toHaveLength(1);
    await app.addPupils('Late', 1);
    app.setNow('2025-11-12T10:14:00.000Z');
    await app.backups.course.tick();
    expect(readdirSync(app.place)).toHaveLength(1);
    app.setNow('2025-11-12T10:15:00.000Z');
    await app.backups.course.tick();
    expect(readdirSync(app.place)).toHaveLength(2);
    app.setNow('2025-11-12T11:15:00.000Z');
    await app.backups.course.tick();
    expect(readdirSync(app.place)).toHaveLength(2);
  });

  it('are made at the end of the day if anything changed since, without waiting', async () => {
    await make('2025-11-12T10:15:00.000Z');
    await app.addPupils('Late', 1);
    app.setNow('2025-11-12T10:16:00.000Z');
    await app.backups.course.beforeClose();
    await app.backups.course.beforeClose();
    const { backups } = await app.must('backups.list', {});
    // The entry about the one made by hand is a change too.
    expect(backups.map(({ reason }) => reason)).toEqual(['at-close', 'by-hand']);
  });

  it('come before an import, and an import is not begun without one', async () => {
    const file = join(app.folder, 'pupils.csv');
    writeFileSync(file, 'UPN,Surname\n');
    const input = { fileId: app.services.files.register(file).fileId, schoolId: 's' };
    await app.run('pupils.import', input);
    expect((await app.must('backups.list', {})).backups.map(({ reason }) => reason)).toEqual([
      'before-import',
    ]);
    rmSync(app.place, { recursive: true });
    writeFileSync(app.place, '');
    await app.addPupils('Late', 1);
    expect(await app.run('pupils.import', input)).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('The import was not begun.') as string },
    });
    rmSync(app.place);
  });
});

describe('the second place', () => {
  const stick = () => mkdtempSync(join(tmpdir(), 'first-day-stick-'));
  const choose = (folder: string) =>
    app.must('backups.choose-second-place', { folder: app.services.files.register(folder).fileId });

  it('gets each backup, compared with the first', async () => {
    await choose(stick());
    await make('2025-11-12T10:15:00.000Z');
    await app.addPupils('Late', 1);
    await make('2025-11-12T10:30:00.000Z');
    const { backups } = await app.must('backups.list', {});
    expect(backups.map(({ place, at }) => `${place} ${at.slice(11, 16)}`)).toEqual([
      'first 10:30',
      'second 10:30',
      'first 10:15',
      'second 10:15',
    ]);
    expect((await app.must('backups.status', {})).second).toMatchObject({ state: 'good' });
  });

  it('that is gone is told, harms nothing, and gets the next backup once it is back', async () => {
    const folder = stick();
    await choose(folder);
    await make('2025-11-12T10:15:00.000Z');
    renameSync(folder, `${folder}-out`);
    await make('2025-11-12T10:30:00.000Z');
    expect((await app.must('backups.status', {})).second).toMatchObject({
      state: 'failed',
      why: expect.stringContaining('is not there') as string,
      lastOkAt: '2025-11-12T10:15:00.000Z',
    });
    expect(readdirSync(app.place)).toHaveLength(2);
    renameSync(`${folder}-out`, folder);
    await make('2025-11-12T10:45:00.000Z');
    expect((await app.must('backups.status', {})).second).toMatchObject({ state: 'good' });
  });

  it('may not be the folder of the database itself, and can be forgotten', async () => {
    mkdirSync(join(app.folder, 'beside'));
    for (const folder of [app.folder, join(app.folder, 'beside')]) {
      const input = { folder: app.services.files.register(folder).fileId };
      expect(await app.run('backups.choose-second-place', input)).toMatchObject({
        ok: false,
        error: { code: 'refused' },
      });
    }
    await choose(stick());
    await app.must('backups.forget-second-place', {});
    expect((await app.must('backups.status', {})).second).toBeUndefined();
  });
});

describe('restoring a backup', () => {
  it('is tried, shown and done, with a way back', async () => {
    const { backupId } = await make('2025-11-12T10:15:00.000Z');
    await app.addPupils('Late', 2);
    const before = await app.pupils();
    const tried = await app.must('backups.rehearse', { backupId });
    expect(tried.kinds.find(({ kind }) => kind === 'pupils')).toEqual({ kind: 'pupils', rows: 5 });
    const preview = await app.must('backups.preview', { backupId });
    expect(preview.kinds.find(({ kind }) => kind === 'pupils')).toEqual({
      kind: 'pupils',
      inBackup: 5,
      now: 7,
      added: 2,
      changed: 0,
      missing: 0,
    });
    expect(preview).toMatchObject({ sameHistory: true, changesSince: 1, erasures: 0 });
    expect(await app.pupils()).toEqual(before);
    const { wayBack } = await app.must('backups.restore', { backupId });
    expect(await app.pupils()).toEqual(before.filter((id) => id.startsWith('Early')));
    await app.must('backups.restore', { backupId: wayBack ?? '' });
    expect(await app.pupils()).toEqual(before);
    const audit = await app.office.store.read((db) => db.select().from(db.tables.audit));
    expect(audit.map(({ operation }) => operation)).toContain('backups.restore');
    expect(readdirSync(app.folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('that was altered or damaged is refused, and nothing changes', async () => {
    const { backupId } = await make('2025-11-12T10:15:00.000Z');
    const [name] = readdirSync(app.place);
    flipBit(join(app.place, name ?? '', 'first-day.db'), 5);
    const before = await app.pupils();
    for (const operation of ['backups.rehearse', 'backups.preview', 'backups.restore'] as const)
      expect(await app.run(operation, { backupId })).toMatchObject({
        ok: false,
        error: { code: 'unreadable-file' },
      });
    expect(await app.pupils()).toEqual(before);
  });

  it('of a name that is not listed is refused, also one that leads elsewhere', async () => {
    for (const backupId of ['first:../..', 'first:none', 'second:x', 'x'])
      expect(await app.run('backups.restore', { backupId })).toMatchObject({
        ok: false,
        error: { code: 'not-found' },
      });
  });
});

describe('a damaged database', () => {
  async function damage(how: () => void): Promise<OfficeApp> {
    await app.close();
    how();
    app = await openOfficeApp({ folder: app.folder });
    app.setNow('2025-11-13T09:00:00.000Z');
    return app;
  }

  it('is found by the full check, is not written to any more, and is recovered with a report', async () => {
    await make('2025-11-12T10:15:00.000Z');
    await app.addPupils('Late', 3);
    const before = await app.pupils();
    await damage(() => flipBit(app.database, 40));
    await app.backups.checkNow();
    expect(app.office.desk.standing().state).toBe('damaged');
    expect(await app.run('pupils.list', {})).toMatchObject({ ok: false, error: { code: 'not-open' } });
    const status = await app.must('recovery.status', {}, { userName: '', role: 'none' });
    expect(status).toMatchObject({ damaged: true, keyKnown: true, backups: 1 });
    await app.must('recovery.preview', {});
    const done = await app.must('recovery.recover', {});
    expect(readdirSync(app.folder)).toEqual(expect.arrayContaining([done.setAside, done.report]));
    expect(app.office.desk.standing().state).toBe('open');
    const told = done.kinds.find(({ kind }) => kind === 'pupils');
    expect(await app.pupils()).toHaveLength(told?.rows ?? -1);
    expect(before.length - (told?.lost ?? 0)).toBe(told?.rows);
  });

  it.each([
    ['cut to nothing', (file: string) => writeFileSync(file, '')],
    ['gone', (file: string) => rmSync(file)],
    ['without its first page', (file: string) => flipBit(file, 1)],
  ])('that is %s comes back as its newest backup has it', async (_, how) => {
    await make('2025-11-12T10:15:00.000Z');
    const before = await app.pupils();
    await damage(() => how(app.database));
    expect(app.office.desk.standing().state).toBe('damaged');
    const done = await app.must('recovery.recover', {});
    expect(done).toMatchObject({ backupAt: '2025-11-12T10:15:00.000Z', readable: false });
    expect(await app.pupils()).toEqual(before);
  });

  it('whose keys are gone too is recovered with the keys of the backup', async () => {
    await make('2025-11-12T10:15:00.000Z');
    await damage(() => {
      for (const name of ['first-day.db', 'first-day.db.keys', 'first-day.db.keys.bak'])
        rmSync(join(app.folder, name), { force: true });
    });
    expect(app.office.desk.standing().state).toBe('damaged');
    await app.must('recovery.recover', {});
    expect(await app.pupils()).toHaveLength(5);
  });

  it('is recovered on a new PC from a stick', async () => {
    await make('2025-11-12T10:15:00.000Z');
    const stick = mkdtempSync(join(tmpdir(), 'first-day-stick-'));
    cpSync(app.place, join(stick, 'backups'), { recursive: true });
    await damage(() => {
      for (const name of readdirSync(app.folder))
        rmSync(join(app.folder, name), { recursive: true, force: true });
    });
    // A new PC has an empty database of its own.
    expect(app.office.desk.standing().state).toBe('open');
    const folder = app.services.files.register(stick).fileId;
    const [backup] = (await app.must('backups.list', { folder })).backups;
    await app.must('backups.restore', { backupId: backup?.backupId ?? '', folder });
    expect(await app.pupils()).toHaveLength(5);
  });

  it('is looked for in no folder when none was chosen', async () => {
    expect(await app.run('recovery.choose-folder', {})).toMatchObject({
      ok: false,
      error: { code: 'cancelled' },
    });
  });

  it('cannot be recovered while it is whole', async () => {
    expect(await app.run('recovery.recover', {})).toMatchObject({ ok: false, error: { code: 'refused' } });
    expect(await app.must('recovery.status', {})).toMatchObject({ damaged: false });
  });
});
