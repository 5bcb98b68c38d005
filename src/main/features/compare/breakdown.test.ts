import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import readXlsxFile from 'read-excel-file/node';
import type { OperationInput } from '#shared/contract/contract.ts';
import { inventArea, senOf, sentBy, sexOf } from '../../../../tests/builders/area-returns.ts';
import {
  fileText,
  openAuthorityApp,
  type AuthorityApp,
} from '../../../../tests/builders/return-authority.ts';

const AREA = inventArea({ secondary: 12, primary: 20 });
const YEAR = 2023;

let app: AuthorityApp;

beforeAll(async () => {
  app = await openAuthorityApp();
  for (const school of AREA) {
    for (const [name, document] of sentBy(school)) app.put(name, fileText(name, document));
  }
  await app.importPaths(join(app.folder, 'sent'));
  await app.services.store.write(async (db) => {
    for (const { laEstab, phase } of AREA) {
      await db.insert(db.tables.authoritySchools).values({
        laEstab,
        name: `=School ${laEstab}`,
        phase,
        cluster: `Cluster ${String(Number(laEstab) % 6)}`,
        source: 'test',
      });
    }
    return { ok: true, value: undefined };
  });
}, 120_000);

afterAll(() => app.close());

type Asked = OperationInput<'authority.breakdown'>;

const breakdown = (asked: Partial<Asked>) =>
  app.must('authority.breakdown', {
    group: 'sex',
    measure: 'incidents',
    level: 'all',
    schoolYear: YEAR,
    ...asked,
  });

const whole = AREA.filter(({ gap }) => !(gap.blank as readonly number[]).includes(YEAR));
const incidentsOf = (schools: typeof whole) =>
  schools.flatMap(({ exclusions }) =>
    exclusions.filter((one) => one.schoolYear === YEAR && one.category === 'SUSP'),
  );

describe('authority.breakdown', () => {
  it('leaves everything blank of a school whose year is not whole, on screen and in a file', async () => {
    const blank = AREA.find(({ laEstab }) => !whole.some((school) => school.laEstab === laEstab));
    const asked = { level: 'school', key: blank?.laEstab ?? '' } as const;
    expect(await breakdown(asked)).toMatchObject({ n: 0, blank: 1, total: null, rows: [] });
    const path = join(app.folder, 'blank.csv');
    const view = {
      kind: 'breakdown',
      group: 'sex',
      measure: 'incidents',
      schoolYear: YEAR,
      ...asked,
    } as const;
    await app.must('authority.export-comparison', { format: 'csv', view, destination: app.fileId(path) });
    expect(readFileSync(path, 'utf8').split('\r\n').slice(0, 3)).toEqual([
      '\ufeffSex,Incidents',
      'Total,',
      ',',
    ]);
  });

  it('counts exclusions and pupils by group over the schools whose year is whole', async () => {
    const { rows, total, n } = await breakdown({ suppressed: false });
    const own = incidentsOf(whole);
    expect(n).toBe(whole.length);
    expect(total).toBe(own.length);
    for (const { key, value } of rows) {
      expect(value).toBe(own.filter(({ pupil }) => sexOf(pupil) === key).length);
    }
    const pupils = await breakdown({ suppressed: false, group: 'sen', measure: 'pupils' });
    const known = new Set(
      whole.flatMap((school) => incidentsOf([school]).map(({ pupil }) => `${school.laEstab} ${pupil}`)),
    );
    expect(pupils.total).toBe(known.size);
    for (const { key, value } of pupils.rows) {
      const own2 = [...known].filter((one) => key !== '' && senOf(Number(one.split(' ')[1])) === key);
      expect(value).toBe(own2.length);
    }
  });

  it('adds main reasons up to the exclusions', async () => {
    const { rows, total } = await breakdown({ group: 'reason', suppressed: false });
    expect(rows.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBe(total);
    const { rows: any } = await breakdown({ group: 'any-reason', suppressed: false });
    expect(any.map(({ value }) => value)).toEqual(rows.map(({ value }) => value));
  });

  it('hides small figures at every level and shows no other than the true ones', async () => {
    let hidden = 0;
    for (const level of ['all', 'phase', 'cluster', 'school'] as const) {
      const keys = {
        all: [''],
        phase: ['secondary', 'primary'],
        cluster: ['Cluster 0', 'Cluster 3'],
        school: whole.map(({ laEstab }) => laEstab),
      }[level];
      for (const key of keys) {
        const asked = { level, key, group: 'sen', measure: 'pupils' } as const;
        const shown = await breakdown(asked);
        const all = await breakdown({ ...asked, suppressed: false });
        for (const [at, row] of shown.rows.entries()) {
          if (row.hidden) hidden += 1;
          expect(row.value).toBe(row.hidden ? null : all.rows[at]?.value);
          expect(row.value === null || row.value === 0 || row.value >= 5).toBe(true);
        }
        // One hidden figure alone would be the total less the others.
        expect(shown.rows.filter((row) => row.hidden)).not.toHaveLength(1);
      }
    }
    expect(hidden).toBeGreaterThan(10);
  });

  it('shows small figures only to those who may see pupils, in lengths and files too', async () => {
    const asked = { group: 'sex', measure: 'incidents', level: 'all', suppressed: false } as const;
    expect((await app.run('authority.breakdown', asked, 'authority')).ok).toBe(true);
    expect(await app.run('authority.breakdown', asked, 'recorder')).toMatchObject({ ok: false });
    const { reasons } = await app.must('authority.compare-lengths', { phase: 'primary' });
    for (const { n, schools } of reasons) {
      for (const one of [n, ...schools.map((school) => school.n)]) expect(one ?? 5).toBeGreaterThanOrEqual(5);
    }
  });

  it('does not count pupils by reason, and knows no school it has not heard of', async () => {
    expect(
      await app.run('authority.breakdown', { group: 'reason', measure: 'pupils', level: 'all' }),
    ).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
    expect(
      await app.run('authority.breakdown', {
        group: 'sex',
        measure: 'pupils',
        level: 'school',
        key: '2019999',
      }),
    ).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });
});

describe('a school of the authority', () => {
  const school = whole[0];

  it('has its figures of each year beside the means of its phase, and its files', async () => {
    if (!school) throw new Error('no school');
    const { years, means, files, cluster } = await app.must('authority.school', { laEstab: school.laEstab });
    const compared = await app.must('authority.compare', { measure: 'incidents', phase: school.phase });
    const row = compared.rows.find(({ key }) => key === school.laEstab);
    expect(years.map(({ incidents }) => incidents)).toEqual(row?.figures.map(({ value }) => value));
    expect(means.map(({ incidents, n }) => [incidents, n])).toEqual(
      compared.cells.map(({ mean, n }) => [mean, n]),
    );
    expect(files).toHaveLength(sentBy(school).length);
    expect(cluster).toMatch(/^Cluster/);
    expect(await app.run('authority.school', { laEstab: '2019998' })).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    });
  });

  it('names its pupils, and a pupil’s exclusions at every school, to those who may see them', async () => {
    if (!school) throw new Error('no school');
    const asked = { laEstab: school.laEstab, schoolYear: YEAR };
    const { pupils } = await app.must('authority.school-pupils', asked, 'authority');
    const own = school.exclusions.filter(({ schoolYear }) => schoolYear === YEAR);
    expect(pupils).toHaveLength(new Set(own.map(({ pupil }) => pupil)).size);
    expect(pupils.reduce((sum, { fixedPeriod }) => sum + fixedPeriod, 0)).toBe(incidentsOf([school]).length);
    const [first] = pupils;
    const found = await app.must('authority.pupil', { upn: first?.upn ?? '' }, 'authority');
    // UPNs are made from the number of the pupil, so each school has the same: one pupil at all of them.
    expect(new Set(found.exclusions.map(({ laEstab }) => laEstab)).size).toBeGreaterThan(1);
    for (const name of ['authority.school-pupils', 'authority.pupil'] as const) {
      const input = name === 'authority.pupil' ? { upn: first?.upn ?? '' } : asked;
      expect(await app.run(name, input as never, 'recorder')).toMatchObject({
        ok: false,
        error: { code: 'not-permitted' },
      });
    }
  });
});

describe('authority.export-comparison', () => {
  const write = async (
    format: 'xlsx' | 'csv' | 'pdf',
    view: OperationInput<'authority.export-comparison'>['view'],
  ) => {
    const path = join(app.folder, `figures.${format}`);
    await app.must('authority.export-comparison', { format, view, destination: app.fileId(path) });
    return path;
  };
  const COMPARISON = { kind: 'comparison', measure: 'incidents', phase: 'primary' } as const;

  it('writes a workbook with a sheet that says what the figures mean; names are never formulas', async () => {
    const path = await write('xlsx', COMPARISON);
    const sheets = await readXlsxFile(path);
    expect(sheets.map(({ sheet }) => sheet)).toEqual([
      'Schools',
      'School years',
      'Change between years',
      'Read me',
    ]);
    const { rows } = await app.must('authority.compare', COMPARISON);
    const [, first] = sheets[0]?.data ?? [];
    expect(first?.[0]).toBe(rows[0]?.name);
    expect(first?.[1]).toBe(rows[0]?.key);
    expect(JSON.stringify(sheets.at(-1)?.data)).toContain('a blank is never a nought');
  });

  it('writes CSV with guarded names, real minus signs, and what the figures mean under them', async () => {
    const text = readFileSync(await write('csv', COMPARISON), 'utf8');
    expect(text).toContain("'=School");
    expect(text).toMatch(/,-\d/);
    expect(text).toContain('Blanks,');
  });

  it('says in the file when small numbers are not hidden', async () => {
    const view = {
      kind: 'breakdown',
      group: 'sex',
      measure: 'incidents',
      level: 'all',
      schoolYear: YEAR,
    } as const;
    expect(readFileSync(await write('csv', view), 'utf8')).toContain('Figures of 1 to 4 pupils are hidden');
    expect(readFileSync(await write('csv', { ...view, suppressed: false }), 'utf8')).toContain('NOT HIDDEN');
  });

  it('writes lengths and marks too, and leaves a row in the audit trail; PDF needs the window', async () => {
    expect(readFileSync(await write('csv', { kind: 'lengths', phase: 'secondary' }), 'utf8')).toContain(
      'Main reason',
    );
    expect(readFileSync(await write('csv', { kind: 'roll-up' }), 'utf8')).toContain('Permanent, secondary');
    expect(await app.run('authority.export-comparison', { format: 'pdf', view: COMPARISON })).toMatchObject({
      ok: false,
      error: { code: 'refused' },
    });
    const trail = await app.services.store.read((db) => db.select().from(db.tables.audit));
    expect(
      trail.filter(({ operation }) => operation === 'authority.export-comparison').length,
    ).toBeGreaterThan(3);
  });
});
