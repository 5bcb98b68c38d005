import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { auditOf } from '../../../../tests/builders/audit-of.ts';
import { openReturnApp, SPRING_2026, type ReturnApp } from '../../../../tests/builders/return-school.ts';
import { ON_POSTGRES } from '../../../../tests/builders/test-engine.ts';
import { openRaw } from '../../../../tests/bench/support/raw-database.ts';

let app: ReturnApp;

beforeEach(async () => {
  app = await openReturnApp();
});

afterEach(() => app.close());

const exportTo = (name: string, format: 'census-xml' | 'csv' = 'census-xml') =>
  app.run('returns.export', { period: SPRING_2026, format, destination: app.place(name).destination });

const mustExport = async (name: string, format?: 'census-xml' | 'csv') => {
  const result = await exportTo(name, format);
  if (!result.ok) throw new Error(result.error.message);
  return { receipt: result.value, bytes: await readFile(app.place(name).path) };
};

const written = async () => (await readdir(app.folder)).filter((name) => !name.startsWith('first-day.db'));

const history = async () => (await app.must('returns.history', {})).receipts;

describe('returns.export', () => {
  it('writes nothing while a record has an error, and keeps no receipt', async () => {
    const pupil = await app.pupil(1, { entryDate: '2025-12-01' });
    await app.exclude(pupil, '2025-11-10');
    for (const format of ['census-xml', 'csv'] as const) {
      expect(await exportTo('return', format)).toMatchObject({
        ok: false,
        error: { code: 'refused', message: expect.stringContaining('one error needs correcting first') },
      });
    }
    expect(await written()).toEqual([]);
    expect(await history()).toEqual([]);
    expect(await auditOf(app, 'returns.export')).toEqual([]);
  });

  it('is not kept back by queries', async () => {
    const pupil = await app.pupil(1, { sex: 'U' });
    await app.exclude(pupil, '2025-11-10', { kind: 'permanent' });
    expect((await exportTo('return.xml')).ok).toBe(true);
  });

  it('says which value does not fit the layout, and writes nothing', async () => {
    const pupil = await app.pupil(1, { enrolStatus: 'Z' });
    await app.exclude(pupil, '2025-11-10');
    const result = await exportTo('return.xml');
    expect(result).toMatchObject({
      ok: false,
      error: {
        code: 'refused',
        message: expect.stringMatching(/^Nothing was written/),
        problems: [{ value: 'Z' }],
      },
    });
    expect(await written()).toEqual([]);
  });

  it('numbers the exports of a period and leaves every receipt as it was', async () => {
    const pupil = await app.pupil(1);
    await app.exclude(pupil, '2025-11-10', { halfDays: 2 });
    const first = await mustExport('first.xml');
    await app.exclude(pupil, '2025-12-01', { halfDays: 4 });
    const second = await mustExport('second.xml');
    expect(second.bytes.toString('utf8')).toContain('<SerialNo>002</SerialNo>');
    const receipts = await history();
    expect(receipts.map(({ version, counts }) => [version, counts.sessions])).toEqual([
      [2, 6],
      [1, 2],
    ]);
    expect(receipts[1]?.sha256).toBe(first.receipt.sha256);
  });

  it('writes nothing where no file can be, and keeps no receipt', async () => {
    await mkdir(join(app.folder, 'folder'));
    for (const name of ['folder', 'nowhere/return.xml']) {
      expect(await exportTo(name)).toMatchObject({
        ok: false,
        error: { code: 'refused', message: expect.stringContaining('could not be written there') },
      });
    }
    expect(await written()).toEqual(['folder']);
    expect(await readdir(join(app.folder, 'folder'))).toEqual([]);
    expect(await history()).toEqual([]);
  });

  // A trigger is put into the database's file.
  it.skipIf(ON_POSTGRES)('leaves the file that stood there when the receipt cannot be kept', async () => {
    const { path } = app.place('return.xml');
    await writeFile(path, 'last term’s return');
    const other = openRaw(join(app.folder, 'first-day.db'));
    other.exec("CREATE TRIGGER full BEFORE INSERT ON returns BEGIN SELECT RAISE(ABORT, 'full'); END");
    other.close();
    expect(await exportTo('return.xml')).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect((await exportTo('new.xml')).ok).toBe(false);
    expect(await readFile(path, 'utf8')).toBe('last term’s return');
    expect(await written()).toEqual(['return.xml']);
  });

  it('writes over a file that stood there, and leaves nothing else beside it', async () => {
    const { path } = app.place('return.xml');
    await writeFile(path, 'last term’s return');
    const { bytes } = await mustExport('return.xml');
    expect(bytes.toString('utf8')).toMatch(/^<\?xml/);
    expect(await written()).toEqual(['return.xml']);
  });

  it('gives exports in the same moment a version and a file each', async () => {
    const pupil = await app.pupil(1);
    await app.exclude(pupil, '2025-11-10');
    const names = ['a.xml', 'b.xml', 'c.xml'];
    const results = await Promise.all(names.map((name) => exportTo(name)));
    const receipts = results.map((result) => (result.ok ? result.value : undefined));
    expect(new Set(receipts.map((receipt) => receipt?.version))).toEqual(new Set([1, 2, 3]));
    for (const [at, name] of names.entries()) {
      const bytes = await readFile(app.place(name).path);
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(receipts[at]?.sha256);
      expect(bytes.toString('utf8')).toContain(`<SerialNo>00${receipts[at]?.version}</SerialNo>`);
    }
    expect(await written()).toEqual(names);
  });

  it('leaves one whole file when two exports in the same moment go to one place', async () => {
    const results = await Promise.all([exportTo('same.xml'), exportTo('same.xml')]);
    expect(results.map(({ ok }) => ok)).toEqual([true, true]);
    const sha256 = createHash('sha256')
      .update(await readFile(app.place('same.xml').path))
      .digest('hex');
    expect((await history()).map((receipt) => receipt.sha256)).toContain(sha256);
    expect(await written()).toEqual(['same.xml']);
  });

  it('writes nothing when no place was chosen or the place is not known', async () => {
    const asked = await app.run('returns.export', { period: SPRING_2026, format: 'csv' });
    expect(asked).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    const unknown = await app.run('returns.export', {
      period: SPRING_2026,
      format: 'csv',
      destination: 'never-given-out',
    });
    expect(unknown).toMatchObject({ ok: false, error: { code: 'not-found' } });
    expect(await history()).toEqual([]);
  });

  it('refuses dates that are not the window of the census', async () => {
    const result = await app.run('returns.export', {
      period: { ...SPRING_2026, from: '2025-01-01' },
      format: 'census-xml',
      destination: app.place('return.xml').destination,
    });
    expect(result).toMatchObject({ ok: false, error: { fields: [{ path: 'period.from' }] } });
    expect(await written()).toEqual([]);
  });

  it('is for those who may export: a governor’s clerk only looks', async () => {
    for (const role of ['governor-clerk', 'provider-staff', 'authority'] as const) {
      const result = await app.run('returns.export', { period: SPRING_2026, format: 'csv' }, role);
      expect(result).toMatchObject({ ok: false, error: { code: 'not-permitted' } });
    }
    expect((await app.run('returns.history', {}, 'governor-clerk')).ok).toBe(true);
  });
});
