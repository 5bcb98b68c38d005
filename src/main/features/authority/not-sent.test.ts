import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { auditOf } from '../../../../tests/builders/audit-of.ts';
import {
  AUTUMN,
  openAuthorityApp,
  sentReturn,
  type AuthorityApp,
} from '../../../../tests/builders/return-authority.ts';

const ONE = [[1, 'SUSP', '2025-11-10', 5]] as const;
const SPRING = { from: '2025-04-21', to: '2025-12-31', name: 'Spring census 2026' };

let app: AuthorityApp;

/** Three schools are expected, one of them closed since; it is 4 February 2026. */
beforeEach(async () => {
  app = await openAuthorityApp('2026-02-04');
  await app.services.store.write(async (db) => {
    const school = (estab: string, closedOn: string | null) => ({
      laEstab: `201${estab}`,
      name: `School ${estab}`,
      phase: 'secondary',
      closedOn,
      headName: estab === '4002' ? 'Ms R. Adeyemi' : null,
      address: ['1 School Lane', 'Testham'],
      source: 'register',
    });
    await db
      .insert(db.tables.authoritySchools)
      .values([
        school('4001', null),
        school('4002', null),
        school('4003', '2025-08-31'),
        school('4004', '2010-08-31'),
      ]);
  });
});

afterEach(() => app.close());

const cellsOf = async () => {
  const { periods, schools } = await app.must('authority.not-sent', {});
  return {
    periods: periods.map(({ name, dueOn, expected, sent }) => ({ name, dueOn, expected, sent })),
    cells: Object.fromEntries(
      schools.map(({ laEstab, cells }) => [
        laEstab,
        cells.map(({ state, late }) => (late ? `${state}, late` : state)),
      ]),
    ),
  };
};

describe('who has not sent', () => {
  it('is seen by school and period, with nil, late and missing ones, and without schools long closed', async () => {
    await app.importPaths(
      app.put('a.csv', sentReturn([[1, 'SUSP', '2025-06-09', 2]], AUTUMN)),
      app.put('b.csv', sentReturn([], { estab: '4002' })),
    );
    expect(await cellsOf()).toEqual({
      periods: [
        { name: 'Autumn census 2025', dueOn: '2025-10-16', expected: 3, sent: 1 },
        { name: 'Spring census 2026', dueOn: '2026-01-29', expected: 3, sent: 1 },
      ],
      cells: {
        '2014001': ['received, late', 'missing'],
        '2014002': ['missing', 'nil, late'],
        '2014003': ['missing', 'missing'],
      },
    });
  });

  it('goes by the date that the authority sets, until it is taken back', async () => {
    await app.must('authority.set-due-date', { period: SPRING, dueOn: '2026-02-10' });
    expect((await cellsOf()).cells['2014001']).toEqual(['missing', 'waiting']);
    expect(await app.must('authority.set-due-date', { period: SPRING, dueOn: null })).toEqual({
      dueOn: '2026-01-29',
    });
    expect((await cellsOf()).cells['2014001']).toEqual(['missing', 'missing']);
    expect(await auditOf(app, 'authority.set-due-date')).toMatchObject([
      { detail: { before: null, after: '2026-02-10' } },
      { detail: { before: '2026-02-10', after: null } },
    ]);
  });

  it('writes letters to those chosen that have not sent, all in one, and notes it', async () => {
    await app.importPaths(app.put('a.csv', sentReturn(ONE)));
    const pages: string[] = [];
    Object.assign(app.services, {
      printPdf: async (html: string) => {
        pages.push(html);
        return Buffer.from('%PDF');
      },
    });
    const laEstabs = ['2014001', '2014002', '2014003'];
    const chase = () =>
      app.must('authority.chase', {
        period: SPRING,
        laEstabs,
        format: 'pdf',
        destination: app.fileId(join(app.folder, 'letters.pdf')),
      });
    expect(await chase()).toMatchObject({ letters: 2, fileName: 'letters.pdf' });
    expect(pages[0]?.match(/<article>/g)).toHaveLength(2);
    for (const words of [
      'Ms R. Adeyemi',
      '1 School Lane',
      'Spring census 2026',
      'nil return',
      'Thu 29 January 2026',
    ])
      expect(pages[0]?.replaceAll('\u00a0', ' ')).toContain(words);
    await chase();
    expect(pages[1]).toContain('We have asked for it once before.');
    const { schools } = await app.must('authority.not-sent', {});
    expect(schools.map(({ cells }) => cells[1]?.timesAsked)).toEqual([0, 2, 2]);
    expect(await auditOf(app, 'authority.chase')).toMatchObject([
      { detail: { schools: ['2014002', '2014003'] } },
      { detail: { schools: ['2014002', '2014003'] } },
    ]);
  });

  it('writes a letter to one school as Word, and nothing to one that has sent', async () => {
    await app.importPaths(app.put('a.csv', sentReturn(ONE)));
    const destination = app.fileId(join(app.folder, 'letter.docx'));
    const chase = (laEstab: string) =>
      app.run('authority.chase', { period: SPRING, laEstabs: [laEstab], format: 'docx', destination });
    expect(await chase('2014002')).toMatchObject({ ok: true, value: { letters: 1 } });
    expect(readFileSync(join(app.folder, 'letter.docx')).subarray(0, 2).toString()).toBe('PK');
    expect(await chase('2014001')).toMatchObject({
      error: { message: expect.stringContaining('None of these') },
    });
  });

  it.each(['csv', 'xlsx'] as const)('lists those that are missing as %s', async (format) => {
    await app.importPaths(
      app.put('a.csv', sentReturn([[1, 'SUSP', '2025-06-09', 2]], AUTUMN)),
      app.put('b.csv', sentReturn(ONE)),
    );
    const place = join(app.folder, `list.${format}`);
    expect(
      await app.must('authority.export-not-sent', { format, destination: app.fileId(place) }),
    ).toMatchObject({ schools: 2 });
    if (format === 'csv') {
      const lines = readFileSync(place, 'utf8').trim().split('\r\n');
      expect(lines).toHaveLength(3);
      expect(lines[1]).toBe('2014002,School 4002,Secondary,Missing,,Missing,');
    }
  });
});
