import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestApp, type TestApp } from '../builders/app.ts';
import { openAuthorityApp } from '../builders/return-authority.ts';
import { openReturnApp, SPRING_2026 } from '../builders/return-school.ts';
import { TEST_ADMINISTRATOR } from '../builders/people.ts';

/** From a school's records to an authority's figures, through real files. */
describe('a return', () => {
  it.each(['census-xml', 'csv'] as const)(
    'as %s gives the authority the figures of its receipt',
    async (format) => {
      const school = await openReturnApp();
      const first = await school.pupil(1, { surname: 'Nguyễn-Ångström', forename: '李' });
      const second = await school.pupil(2, { leavingDate: '2025-12-19' });
      await school.exclude(first, '2025-06-09', { halfDays: 5, slot: 'pm', reasons: ['PP', 'DB', 'TH'] });
      await school.exclude(first, '2025-11-10', { halfDays: 4 });
      await school.exclude(second, '2025-11-18', { kind: 'permanent', reasons: ['PA'] });
      await school.exclude(second, '2025-11-17', { kind: 'lunchtime', halfDays: 1 });
      const { path, destination } = school.place('return');
      const receipt = await school.must('returns.export', { period: SPRING_2026, format, destination });

      const authority = await openAuthorityApp();
      const [outcome] = await authority.importPaths(path);
      expect(outcome).toMatchObject({
        outcome: 'imported',
        period: receipt.period.name,
        counts: receipt.counts,
      });
      const { rows } = await authority.must('authority.schools', {});
      expect(rows.find(({ laEstab }) => laEstab === '2014001')).toMatchObject({
        ...receipt.counts,
        returns: 1,
      });
      const { files } = await authority.must('authority.received', {});
      expect(files).toMatchObject([{ sha256: receipt.sha256, counts: receipt.counts, nil: false }]);
      await Promise.all([school.close(), authority.close()]);
    },
  );

  it('keeps a morning and an afternoon of one day apart', async () => {
    const school = await openReturnApp();
    const authority = await openAuthorityApp();
    const pupil = await school.pupil(1);
    await school.exclude(pupil, '2025-11-10', { halfDays: 1, reasons: ['PP'] });
    await school.exclude(pupil, '2025-11-10', { halfDays: 1, slot: 'pm', reasons: ['DB'] });
    for (const format of ['census-xml', 'csv'] as const) {
      const { path, destination } = school.place(format);
      await school.must('returns.export', { period: SPRING_2026, format, destination });
      const [outcome] = await authority.importPaths(path);
      expect(outcome).toMatchObject({
        counts: { fixedPeriod: 2, sessions: 2 },
        problems: expect.arrayContaining([expect.objectContaining({ severity: 'warning' })]),
      });
    }
    await Promise.all([school.close(), authority.close()]);
  });

  it('sealed by the school is opened by the authority it is for, and by no other', async () => {
    const school = await openReturnApp();
    const [authority, other] = [await openAuthorityApp(), await openAuthorityApp()];
    const { publicKey } = await authority.must('authority.make-seal-key', {});
    await other.must('authority.make-seal-key', {});
    await school.must('returns.set-sealing', { authorityKey: publicKey });
    await school.exclude(await school.pupil(1), '2025-11-10');
    for (const format of ['census-xml', 'authority-xml', 'csv', 'xlsx'] as const) {
      const { path, destination } = school.place(`${format}.sealed`);
      await school.must('returns.export', { period: SPRING_2026, format, seal: true, destination });
      expect(await other.importPaths(path)).toMatchObject([{ outcome: 'refused' }]);
      const [outcome] = await authority.importPaths(path);
      expect(outcome).toMatchObject({ school: { laEstab: '2014001' }, counts: { fixedPeriod: 1 } });
      expect(outcome?.outcome).toMatch(/imported|replaced/);
    }
    const { schools } = await authority.must('authority.seal-keys', {});
    expect(schools).toMatchObject([{ laEstab: '2014001', state: 'new' }]);
    await Promise.all([school.close(), authority.close(), other.close()]);
  });

  it('made again after a correction replaces the first', async () => {
    const school = await openReturnApp();
    const authority = await openAuthorityApp();
    const pupil = await school.pupil(1);
    await school.exclude(pupil, '2025-11-10');
    const exportAs = async (name: string) => {
      const { path, destination } = school.place(name);
      await school.must('returns.export', { period: SPRING_2026, format: 'census-xml', destination });
      return path;
    };
    const first = await exportAs('first.xml');
    await school.exclude(pupil, '2025-12-01');
    Object.assign(school.services.clock, { now: () => '2026-01-22T09:00:00.000Z' });
    const second = await exportAs('second.xml');
    const copy = join(dirname(second), 'copy of second.xml');
    copyFileSync(second, copy);
    // A path that is given twice is read once; a copy is known by its content.
    const outcomes = await authority.importPaths(second, first, copy, second);
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['imported', 'older', 'duplicate']);
    await Promise.all([school.close(), authority.close()]);
  });
});

describe('the demonstration’s returns', () => {
  let app: TestApp;
  let folder: string;

  beforeAll(async () => {
    app = openTestApp('2025-11-12');
    await app.must('setup.load-demonstration', { seed: 1 });
    folder = join(app.folder, 'chosen');
    mkdirSync(folder);
  });

  afterAll(() => app.close());

  it('can be checked, exported and read by an authority, and the figures agree', async () => {
    const { periods } = await app.must('returns.periods', {});
    const autumn = periods.find(({ term, year }) => term === 'AUT' && year === 2025);
    if (!autumn) throw new Error('the autumn census of 2025 is not offered');
    const check = await app.must('returns.check', { period: autumn });
    expect(check.errors).toBe(0);
    expect(check.counts.fixedPeriod).toBeGreaterThan(10);
    const destination = app.fileId(join(folder, 'home.xml'));
    const receipt = await app.must('returns.export', { period: autumn, format: 'census-xml', destination });
    expect(receipt.counts).toEqual(check.counts);
    expect(receipt.counts.fixedPeriod + receipt.counts.permanent).toBe(
      check.records.filter(({ verdict }) => verdict === 'in').length,
    );
    const other = openTestApp('2025-11-12');
    await other.must('setup.create-authority', {
      code: '999',
      name: 'Marsh Vale',
      administrator: TEST_ADMINISTRATOR,
    });
    await other.must('authority.import', { fileIds: [other.fileId(join(folder, 'home.xml'))] });
    const { rows } = await other.must('authority.schools', {});
    expect(rows).toMatchObject([{ ...receipt.counts, returns: 1 }]);
    await other.close();
  });

  it('are written to a folder to try the import with: one twice, one cut short', async () => {
    const destination = app.fileId(folder);
    const written = await app.must('authority.write-demonstration-returns', { destination });
    expect(written.folder).toBe('Demonstration returns');
    const names = readdirSync(join(folder, written.folder));
    expect(names).toHaveLength(written.files);
    const before = await app.must('authority.schools', { schoolYear: 2024 });
    const { files } = await app.must('authority.import', { fileIds: [written.fileId] });
    const count = (word: string) => files.filter(({ outcome }) => outcome === word).length;
    expect(files).toHaveLength(written.files);
    expect([count('duplicate'), count('refused'), count('not-read')]).toEqual([1, 1, 0]);
    expect(count('imported')).toBe(written.files - 2);
    const after = await app.must('authority.schools', { schoolYear: 2024 });
    const returns = (rows: typeof before.rows) => rows.reduce((sum, row) => sum + row.returns, 0);
    expect(returns(after.rows) - returns(before.rows)).toBe(written.files - 2);
    for (const { sha256, fileName } of (await app.must('authority.received', { limit: 500 })).files) {
      const own = names.find((name) => `Demonstration returns/${name}` === fileName);
      if (own === undefined) continue;
      const bytes = readFileSync(join(folder, written.folder, own));
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
    }
  });

  it('are not written where they cannot be, nor by a database that is not the demonstration', async () => {
    const blocked = join(app.folder, 'a file');
    writeFileSync(blocked, '');
    expect(
      await app.run('authority.write-demonstration-returns', { destination: app.fileId(blocked) }),
    ).toMatchObject({
      ok: false,
      error: { code: 'refused', message: expect.stringContaining('could not be written') },
    });
    expect(await app.run('authority.write-demonstration-returns', {})).toMatchObject({
      ok: false,
      error: { code: 'cancelled' },
    });
    expect(
      await app.run('authority.write-demonstration-returns', { destination: 'never-given-out' }),
    ).toMatchObject({ ok: false, error: { code: 'not-found' } });
    const authority = await openAuthorityApp();
    expect(
      await authority.run('authority.write-demonstration-returns', { destination: authority.fileId(folder) }),
    ).toMatchObject({ ok: false, error: { code: 'refused' } });
    await authority.close();
  });
});
