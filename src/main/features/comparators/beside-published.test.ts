import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { publishedFile } from '../../../../tests/builders/published-file.ts';
import { registerFile } from '../../../../tests/builders/register-file.ts';
import { openAuthorityApp, type AuthorityApp } from '../../../../tests/builders/return-authority.ts';

let app: AuthorityApp;

beforeEach(async () => {
  app = await openAuthorityApp();
});

afterEach(() => app.close());

const importPublished = (...names: string[]) =>
  app.must('authority.import-published', {
    fileIds: names.map((name) => app.fileId(app.put(`${name}.csv`, publishedFile(name)))),
  });

const importRegister = (schools: Parameters<typeof registerFile>[0]) =>
  app.must('authority.import-register', {
    fileId: app.fileId(app.put('register.csv', registerFile(schools))),
  });

/** A school whose returns cover a school year whole, with what they add up to. */
const keepYear = (
  laEstab: string,
  schoolYear: number,
  totals: { readonly fixedPeriod: number; readonly permanent: number; readonly pupils: number },
  to = `${schoolYear + 1}-07-31`,
) =>
  app.services.store.write(async (db) => {
    const t = db.tables;
    await db.insert(t.receivedReturns).values({
      id: `${laEstab} ${schoolYear}`,
      laEstab,
      schoolName: `School ${laEstab}`,
      periodFrom: `${schoolYear}-08-01`,
      periodTo: to,
      periodName: 'A year',
      periodKind: 'dates',
      format: 'csv',
      fileName: 'year.csv',
      sha256: `${laEstab} ${schoolYear}`,
      createdAt: '2026-01-01',
      nil: false,
      current: true,
      counts: { pupils: 0, fixedPeriod: 0, permanent: 0, lunchtime: 0, sessions: 0 },
      receivedBy: 'Test',
      receivedAt: '2026-01-01T10:00:00Z',
    });
    await db.insert(t.receivedYearTotals).values({
      laEstab,
      schoolYear,
      sessions: 0,
      withLength: 0,
      lunchtime: 0,
      repeatPupils: 0,
      ...totals,
    });
    return { ok: true as const };
  });

const beside = (more: Partial<Parameters<typeof app.must<'authority.beside-published'>>[1]> = {}) =>
  app.must('authority.beside-published', { measure: 'fixed', ...more });

const SECONDARY = { EstablishmentNumber: '4001', EstablishmentName: 'One', NumberOfPupils: '1000' };

describe('authority.beside-published', () => {
  it('gives England, region and authority as published, each with its source', async () => {
    await importPublished('clean_la_data', 'ees_exclusions_by_reason_201617');
    const { region, years } = await beside({ schoolYear: 2016 });
    expect(region).toBe('Inner London');
    expect(years).toMatchObject([
      {
        schoolYear: 2016,
        england: { value: '381865', headcount: '8025075', rate: '4.76', source: 'clean_la_data.csv, line 2' },
        authority: { value: '3', headcount: '276', rate: '1.09' },
        region: { rate: expect.any(String) },
        own: { value: null, schools: 0, missing: 'No school’s whole year is here' },
      },
    ]);
    const permanent = await beside({ measure: 'permanent', schoolYear: 2016 });
    expect(permanent.years[0]?.england).toMatchObject({ value: '7720', rate: '0.1' });
    const primary = await beside({ schoolType: 'primary', schoolYear: 2016 });
    expect(primary.years[0]?.england).toMatchObject({ value: '64340', rate: '1.37' });
  });

  it('gives every year there is, the newest first', async () => {
    await importPublished('nat_summary');
    expect((await beside()).years.map(({ schoolYear }) => schoolYear)).toEqual(
      Array.from({ length: 11 }, (_, at) => 2016 - at),
    );
  });

  it('leaves a school with nobody on roll out of a rate', async () => {
    await importRegister([SECONDARY, { ...SECONDARY, EstablishmentNumber: '4002', NumberOfPupils: '0' }]);
    await keepYear('2014001', 2024, { fixedPeriod: 100, permanent: 1, pupils: 40 });
    await keepYear('2014002', 2024, { fixedPeriod: 30, permanent: 0, pupils: 10 });
    expect((await beside()).years[0]?.own).toMatchObject({ value: '130', rate: '10', withHeadcount: 1 });
  });

  it('works our own out the published way, over the schools whose year is whole and whose pupils are known', async () => {
    await importRegister([
      SECONDARY,
      { ...SECONDARY, EstablishmentNumber: '4002', NumberOfPupils: '' },
      { ...SECONDARY, EstablishmentNumber: '4003', NumberOfPupils: '500' },
      { ...SECONDARY, EstablishmentNumber: '2001', NumberOfPupils: '200', 'PhaseOfEducation (code)': '2' },
    ]);
    await keepYear('2014001', 2024, { fixedPeriod: 100, permanent: 1, pupils: 40 });
    await keepYear('2014002', 2024, { fixedPeriod: 30, permanent: 0, pupils: 10 });
    await keepYear('2014003', 2024, { fixedPeriod: 9, permanent: 0, pupils: 5 }, '2025-03-31');
    await keepYear('2012001', 2024, { fixedPeriod: 4, permanent: 0, pupils: 2 });
    const [all] = (await beside()).years;
    expect(all).toMatchObject({
      schoolYear: 2024,
      own: { value: '134', headcount: '1200', rate: '8.67', schools: 3, expected: 4, withHeadcount: 2 },
      england: { value: null, missing: 'Not in a file that is here' },
    });
    const [secondary] = (await beside({ schoolType: 'secondary', measure: 'one-plus' })).years;
    expect(secondary?.own).toMatchObject({
      value: '50',
      rate: '4',
      schools: 2,
      expected: 3,
      withHeadcount: 1,
    });
  });

  it('counts a school without a line of totals as nought when its returns hold the year, and says what is missing', async () => {
    await importRegister([SECONDARY]);
    await keepYear('2014001', 2023, { fixedPeriod: 1, permanent: 0, pupils: 1 });
    await app.services.store.write(async (db) => {
      await db.delete(db.tables.receivedYearTotals);
      return { ok: true as const };
    });
    expect((await beside()).years[0]?.own).toMatchObject({
      value: '0',
      schools: 1,
      headcount: null,
      rate: null,
    });
    expect((await beside()).missing[0]).toContain('No published figures');
    await importPublished('nat_summary');
    expect((await beside()).missing).toEqual([
      expect.stringContaining('end with 2016/17'),
      'No published file here has figures of Test Authority (201).',
    ]);
  });

  it('says that a region is not known', async () => {
    await importPublished('nat_summary');
    const { region, missing, years } = await beside({ schoolYear: 2016 });
    expect(region).toBeNull();
    expect(missing.join(' ')).toContain('The region of the authority is not known');
    expect(years[0]?.region.missing).toBe('Region not known');
  });
});

describe('authority.comparator-schools', () => {
  const nearest = (count = 2) => app.must('authority.comparator-schools', { laEstab: '2014001', count });

  beforeEach(async () => {
    await importRegister([
      { ...SECONDARY, PercentageFSM: '20' },
      {
        ...SECONDARY,
        EstablishmentNumber: '4002',
        EstablishmentName: 'Near',
        NumberOfPupils: '950',
        PercentageFSM: '21',
      },
      {
        ...SECONDARY,
        EstablishmentNumber: '4003',
        EstablishmentName: 'Far',
        NumberOfPupils: '400',
        PercentageFSM: '55',
      },
      {
        ...SECONDARY,
        'LA (code)': '202',
        EstablishmentName: 'Elsewhere',
        NumberOfPupils: '1000',
        PercentageFSM: '25',
      },
      { ...SECONDARY, EstablishmentNumber: '2001', 'PhaseOfEducation (code)': '2', PercentageFSM: '20' },
      {
        ...SECONDARY,
        EstablishmentNumber: '4009',
        PercentageFSM: '20',
        'EstablishmentStatus (code)': '2',
        CloseDate: '31-08-2020',
      },
    ]);
  });

  it('are the nearest open schools of the phase, of whatever authority, with both profiles shown', async () => {
    const { rows, pool, profileYear, variables } = await nearest();
    expect({ pool, profileYear }).toEqual({ pool: 3, profileYear: 2024 });
    expect(rows.map(({ name, own }) => [name, own])).toEqual([
      ['One', true],
      ['Near', true],
      ['Elsewhere', false],
    ]);
    expect(rows[1]).toMatchObject({
      over: ['fsm', 'headcount'],
      profile: { headcount: 950, fsm: 21, sen: null },
    });
    expect(rows[0]?.distance).toBeNull();
    expect(variables.find(({ variable }) => variable === 'headcount')).toMatchObject({ weight: 0.5 });
    expect(variables.find(({ variable }) => variable === 'sen')).toMatchObject({ sd: null });
  });

  it('have their exclusions beside them: of returns where they are here, else as published', async () => {
    await keepYear('2014001', 2024, { fixedPeriod: 100, permanent: 1, pupils: 40 });
    await keepYear('2014002', 2024, { fixedPeriod: 19, permanent: 0, pupils: 10 });
    const heading = publishedFile('ees_school_level_preview_2024-25_autumn').toString().split(/\r?\n/)[0];
    const line =
      'Academic year,202425,School,E92000001,England,E12000007,London,202,E09000007,Camden,4001,2024001,1,Elsewhere,,,,State-funded secondary,1000,2,0.2,70,7,30,3';
    await app.must('authority.import-published', {
      fileIds: [app.fileId(app.put('schools.csv', `${heading}\n${line}\n`))],
    });
    const { rows, figuresYear } = await nearest();
    expect(figuresYear).toBe(2024);
    expect(
      rows.map(({ figures }) => [figures.permanent, figures.fixed, figures.fixedRate, figures.source]),
    ).toEqual([
      ['1', '100', '10', 'Returns received'],
      ['0', '19', '2', 'Returns received'],
      ['2', '70', '7', 'schools.csv, line 2'],
    ]);
  });

  it('say what they were matched without', async () => {
    expect((await nearest()).missing.join(' ')).toContain('matched without them');
  });

  it('cannot be found for a school nothing is known of', async () => {
    expect(await app.run('authority.comparator-schools', { laEstab: '2019999' })).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    });
  });
});
