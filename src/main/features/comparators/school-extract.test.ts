import { readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileText, sentReturn } from '../../../../tests/builders/return-authority.ts';
import { openReturnApp, SPRING_2026, type ReturnApp } from '../../../../tests/builders/return-school.ts';
import { join } from 'node:path';

let app: ReturnApp;

beforeEach(async () => {
  app = await openReturnApp();
});

afterEach(() => app.close());

/** Exports the return of the period and gives the file. */
async function exported() {
  const { path, destination } = app.place('sent.csv');
  await app.must('returns.export', { period: SPRING_2026, format: 'csv', destination });
  return { path };
}

const compare = (path: string) => app.run('returns.compare-extract', { fileId: app.fileId(path) });

const put = (name: string, text: string) => {
  const path = join(app.folder, name);
  writeFileSync(path, text);
  return path;
};

describe('returns.compare-extract', () => {
  it('finds nothing to differ from the very file that was exported', async () => {
    await app.exclude(await app.pupil(1), '2025-11-10', { halfDays: 4 });
    const { path } = await exported();
    expect(await compare(path)).toMatchObject({
      ok: true,
      value: {
        schools: [{ received: true, here: 1, there: 1, same: 1, onlyHere: [], onlyThere: [], altered: [] }],
      },
    });
  });

  it('tells what the census has otherwise, and returns.export-extract writes it', async () => {
    await app.exclude(await app.pupil(1), '2025-11-10', { halfDays: 4 });
    const { path } = await exported();
    const changed = put('extract.csv', readFileSync(path, 'utf8').replace(',4,AUT,', ',6,AUT,'));
    expect(await compare(changed)).toMatchObject({
      ok: true,
      value: { schools: [{ altered: [{ fields: [{ field: 'sessions', here: '4', there: '6' }] }] }] },
    });
    const out = app.place('differences.csv');
    await app.must('returns.export-extract', { fileId: app.fileId(changed), destination: out.destination });
    expect(readFileSync(out.path, 'utf8')).toContain('Sessions,4,6');
  });

  it('says of a period that was never exported that all of it is only in the extract', async () => {
    await app.exclude(await app.pupil(1), '2025-11-10');
    const { path } = await exported();
    await app.services.store.write(async (db) => {
      await db.delete(db.tables.returns);
      return { ok: true as const };
    });
    expect(await compare(path)).toMatchObject({
      ok: true,
      value: { schools: [{ received: false, onlyThere: [{ startDate: '2025-11-10' }] }] },
    });
  });

  it('refuses an extract of another school', async () => {
    const other = sentReturn([[1, 'SUSP', '2025-11-10', 2]], { estab: '4999' });
    expect(await compare(put('other.csv', fileText('other.csv', other)))).toMatchObject({
      ok: false,
      error: { code: 'refused', message: expect.stringContaining('your own school') },
    });
  });

  it('refuses to compare with an export of which nothing was kept', async () => {
    await app.exclude(await app.pupil(1), '2025-11-10');
    const { path } = await exported();
    await app.services.store.write(async (db) => {
      await db.update(db.tables.returns).set({ document: null });
      return { ok: true as const };
    });
    expect(await compare(path)).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('Export it again') },
    });
  });
});
