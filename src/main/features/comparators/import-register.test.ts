import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { publishedFile } from '../../../../tests/builders/published-file.ts';
import { registerFile } from '../../../../tests/builders/register-file.ts';
import { openAuthorityApp, type AuthorityApp } from '../../../../tests/builders/return-authority.ts';

let app: AuthorityApp;

beforeEach(async () => {
  app = await openAuthorityApp();
});

afterEach(() => app.close());

const put = (name: string, content: string | Uint8Array) => app.fileId(app.put(name, content));

const importRegister = (content: string | Uint8Array) =>
  app.must('authority.import-register', { fileId: put('register.csv', content) });

const kept = () =>
  app.services.store.read(async (db) => ({
    schools: await db.select().from(db.tables.authoritySchools),
    profiles: await db.select().from(db.tables.schoolProfiles),
    groups: await db.select().from(db.tables.authorityGroups),
  }));

const SCHOOL = { URN: '100001', EstablishmentNumber: '4001', EstablishmentName: 'St Mary\u0092s' };

describe('authority.import-register takes', () => {
  it('the layouts of 139 and of 140 columns', async () => {
    expect(await importRegister(publishedFile('example_schools_anonymised'))).toMatchObject({
      schools: 2,
      profiles: 2,
      authorities: 2,
      problems: [],
    });
    expect((await kept()).schools.find(({ laEstab }) => laEstab === '3557025')).toMatchObject({
      phase: 'special',
      openOn: '2000-01-01',
      closedOn: null,
      headName: 'Mrs Example Example',
      address: ['Example Road', 'Ellesmere Park', 'Eccles', 'Lancashire', 'M30 9DY'],
    });
    expect((await kept()).schools.find(({ laEstab }) => laEstab === '2074320')).toMatchObject({
      phase: 'secondary',
      closedOn: '2022-12-31',
    });
    expect((await kept()).profiles).toContainEqual({
      laEstab: '3557025',
      schoolYear: 2023,
      headcount: 315,
      fsm: 5180,
      sen: null,
      eal: null,
      source: 'register',
    });
    expect(await importRegister(publishedFile('gias_fbit_scenario1'))).toMatchObject({
      schools: 60,
      profiles: 60,
    });
  });

  it('letters of Windows-1252, and our own schools among all', async () => {
    expect(await importRegister(registerFile([SCHOOL]))).toMatchObject({ schools: 1, own: 1 });
    expect((await kept()).schools[0]?.name).toBe('St Mary’s');
    expect((await kept()).groups).toEqual([
      { la: '201', laName: 'City of London', groupName: 'London', region: 'London' },
    ]);
  });

  it('only schools of England that make returns, and says what it left out', async () => {
    const imported = await importRegister(
      registerFile([
        SCHOOL,
        { ...SCHOOL, EstablishmentNumber: '6001', 'TypeOfEstablishment (code)': '11' },
        { ...SCHOOL, 'LA (code)': '668', 'GOR (name)': 'Wales (pseudo)' },
        { ...SCHOOL, EstablishmentNumber: '4002', 'EstablishmentStatus (code)': '4' },
        { ...SCHOOL, EstablishmentNumber: '' },
      ]),
    );
    expect(imported.schools).toBe(1);
    expect(imported.leftOut.map(({ schools }) => schools)).toEqual([1, 1, 1, 1]);
  });

  it('the open school where a number was given again, in whatever order they come', async () => {
    const closed = {
      ...SCHOOL,
      URN: '100000',
      EstablishmentName: 'Old name',
      'EstablishmentStatus (code)': '2',
      CloseDate: '31/08/2012',
    };
    await importRegister(registerFile([SCHOOL, closed]));
    expect((await kept()).schools).toMatchObject([{ urn: '100001', closedOn: null }]);
    await importRegister(registerFile([closed, SCHOOL]));
    expect((await kept()).schools).toMatchObject([{ urn: '100001', closedOn: null }]);
  });

  it('PRUs by their type, and middle schools by what they are deemed', async () => {
    await importRegister(
      registerFile([
        {
          ...SCHOOL,
          EstablishmentNumber: '1101',
          'TypeOfEstablishment (code)': '14',
          'PhaseOfEducation (code)': '0',
        },
        { ...SCHOOL, EstablishmentNumber: '4002', 'PhaseOfEducation (code)': '3' },
        { ...SCHOOL, EstablishmentNumber: '4003', 'PhaseOfEducation (code)': '7' },
      ]),
    );
    expect((await kept()).schools.map(({ phase }) => phase)).toEqual(['pru', 'primary', 'all-through']);
  });

  it('a newer register in place of an older one, with the clusters left as they are', async () => {
    await importRegister(registerFile([SCHOOL]));
    await app.must('authority.set-cluster', { laEstabs: ['2014001'], cluster: 'North' });
    await importRegister(registerFile([{ ...SCHOOL, EstablishmentName: 'New name' }]));
    expect((await kept()).schools).toMatchObject([{ name: 'New name', cluster: 'North' }]);
  });

  it('a register without columns that are only wanted, with a remark', async () => {
    const { problems } = await importRegister(registerFile([SCHOOL], ['PercentageFSM', 'HeadLastName']));
    expect(problems).toMatchObject([{ severity: 'warning', element: 'PercentageFSM, HeadLastName' }]);
  });

  it('a date that cannot be read as none, with a remark', async () => {
    const { problems } = await importRegister(registerFile([{ ...SCHOOL, OpenDate: '31-02-2001' }]));
    expect(problems).toMatchObject([{ severity: 'warning', line: 2, element: 'OpenDate' }]);
    expect((await kept()).schools).toMatchObject([{ openOn: null }]);
  });
});

it.each([
  [
    'without a column that tells a school',
    registerFile([SCHOOL], ['EstablishmentNumber']),
    'EstablishmentNumber',
  ],
  [
    'with a number that is none',
    registerFile([{ ...SCHOOL, EstablishmentNumber: '40A1' }]),
    'EstablishmentNumber',
  ],
  ['that is another list', 'a,b\n1,2\n', undefined],
])('authority.import-register refuses a register %s, whole', async (_what, content, element) => {
  const refused = await app.run('authority.import-register', { fileId: put('r.csv', content) });
  expect(refused).toMatchObject({
    ok: false,
    error: { problems: [{ severity: 'error', ...(element ? { element } : { value: 'a, b' }) }] },
  });
  expect((await kept()).schools).toEqual([]);
});

describe('tables an authority keeps itself', () => {
  beforeEach(async () => {
    await importRegister(
      registerFile([
        { ...SCHOOL, NumberOfPupils: '900', PercentageFSM: '20.5' },
        { ...SCHOOL, EstablishmentNumber: '2001', 'PhaseOfEducation (code)': '2' },
      ]),
    );
  });

  it('authority.import-profiles adds what the register has not, and leaves what it has', async () => {
    const table = 'LAESTAB,school_year,sen,eal,headcount\n201/4001,2024/25,14.25,8%,\n2012001,2024,,3,210\n';
    expect(await app.must('authority.import-profiles', { fileId: put('p.csv', table) })).toMatchObject({
      profiles: 2,
    });
    const { rows } = await app.must('authority.school-list', {});
    expect(rows.find(({ laEstab }) => laEstab === '2014001')?.profile).toEqual({
      schoolYear: 2024,
      headcount: 900,
      fsm: 20.5,
      sen: 14.25,
      eal: 8,
    });
    expect(rows.find(({ laEstab }) => laEstab === '2012001')?.profile).toMatchObject({
      headcount: 210,
      sen: null,
    });
  });

  it.each([
    ['a share over a hundred', 'laestab,school_year,fsm\n2014001,2024/25,120\n', 'fsm'],
    ['years that do not follow', 'laestab,school_year,fsm\n2014001,2024/26,12\n', 'school_year'],
    ['a number that is no school’s', 'laestab,school_year,fsm\n14001,2024/25,12\n', 'laestab'],
  ])('authority.import-profiles refuses %s', async (_what, table, element) => {
    expect(await app.run('authority.import-profiles', { fileId: put('p.csv', table) })).toMatchObject({
      ok: false,
      error: { problems: [{ line: 2, element }] },
    });
  });

  it('authority.import-profiles refuses a return, whose columns have some of the same headings', async () => {
    const table = 'laestab,upn,school_year,fsm\n2014001,D201400100001,2024/25,\n';
    expect(await app.run('authority.import-profiles', { fileId: put('p.csv', table) })).toMatchObject({
      ok: false,
      error: { problems: [{ line: 1, element: 'upn' }] },
    });
  });

  it('authority.import-clusters puts schools into clusters, and names those it does not know', async () => {
    const table = 'laestab,cluster\n2014001,North\n2012001,North\n2019999,South\n';
    const done = await app.must('authority.import-clusters', { fileId: put('c.csv', table) });
    expect(done).toMatchObject({ schools: 2, clusters: 1, problems: [{ value: '2019999' }] });
    expect(await app.must('authority.school-list', {})).toMatchObject({ clusters: ['North'], others: 0 });
    await app.must('authority.import-clusters', { fileId: put('c.csv', 'laestab,cluster\n2014001,\n') });
    expect((await app.must('authority.school-list', {})).rows.map(({ cluster }) => cluster)).toEqual([
      'North',
      null,
    ]);
  });

  it('authority.set-cluster refuses a school that is not there', async () => {
    expect(await app.run('authority.set-cluster', { laEstabs: ['2019999'], cluster: 'North' })).toMatchObject(
      { ok: false, error: { code: 'not-found' } },
    );
  });
});
