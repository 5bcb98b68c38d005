import { schoolYearOf } from '#shared/domain/calendar/school-year.ts';
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { expect, it } from 'vitest';
import { openStore } from '../../../../tests/builders/database.ts';
import { ON_POSTGRES } from '../../../../tests/builders/test-engine.ts';
import { postgresMigrations } from '../migrations/postgres/postgres-migrations.ts';
import { postgresSchema } from '../schema/schema.ts';
import type { Db } from '../store.ts';
import {
  filesBySchool,
  pupilsBySchool,
  receivedSpan,
  totalsBySchool,
  type ReceivedReturn,
} from './received-returns.ts';
import { FILE_COLUMNS } from './received-columns.ts';
import { keepReceived } from './received-writes.ts';
import { reasonUnits, pupilUnits } from './group-units.ts';
import { exclusionsOfPupil, pupilsOfSchool } from './received-pupils.ts';
import { differentWindows, lengthCounts, schoolWindows, yearTotals } from './received-years.ts';
import { areaGroups, clustersOf, headcountsOf } from './school-groups.ts';

const RETURN: ReceivedReturn = {
  id: 'autumn',
  laEstab: '2014001',
  schoolName: 'Test High School',
  periodFrom: '2025-01-01',
  periodTo: '2025-07-31',
  periodName: 'Autumn census 2025',
  periodKind: 'census',
  format: 'csv',
  fileName: 'a.csv',
  sha256: 'a',
  createdAt: '2025-10-06T10:00:00',
  nil: false,
  current: true,
  counts: { pupils: 0, fixedPeriod: 0, permanent: 0, lunchtime: 0, sessions: 0 },
  receivedBy: 'Test',
  receivedAt: '2025-10-07T10:00:00.000Z',
  replacesId: null,
  signedBy: null,
};

const SPRING: ReceivedReturn = {
  ...RETURN,
  id: 'spring',
  periodFrom: '2025-04-21',
  periodTo: '2025-12-31',
  periodName: 'Spring census 2026',
  sha256: 'b',
  createdAt: '2026-01-19T10:00:00',
};

const exclusion = (position: number, upn: string, startDate: string, sessions: number) => {
  const row: Record<(typeof FILE_COLUMNS)[number], unknown> = {
    position,
    laEstab: '2014001',
    schoolYear: schoolYearOf(startDate),
    upn,
    surname: 'Okafor',
    forename: 'Ada',
    sex: 'F',
    dob: '2011-10-09',
    ncYear: null,
    onRoll: true,
    category: 'SUSP',
    reasons: ['DB'],
    startDate,
    sessions,
    inCare: null,
    senProvision: null,
    ethnicity: null,
    fsm: null,
    startSession: null,
    endDate: null,
    explanations: null,
  };
  return FILE_COLUMNS.map((column) => row[column]);
};

/** Two censuses that overlap by the summer term; the later one has one exclusion of June fewer. */
async function figures(db: Db) {
  const outcomes = [
    ...(await keepReceived(db, [
      {
        received: RETURN,
        exclusions: [
          exclusion(0, 'p1', '2025-02-03', 2),
          exclusion(1, 'p1', '2025-06-09', 4),
          exclusion(2, 'p2', '2025-06-10', 8),
        ],
      },
      { received: SPRING, exclusions: [exclusion(0, 'p1', '2025-06-09', 6)] },
    ])),
    ...(await keepReceived(db, [
      { received: { ...SPRING, id: 'again', sha256: 'c', nil: true }, exclusions: [] },
      {
        received: { ...SPRING, id: 'third', sha256: 'd' },
        exclusions: [exclusion(0, 'p1', '2025-06-09', 6)],
      },
      { received: { ...SPRING, id: 'copy', sha256: 'a' }, exclusions: [] },
      {
        received: { ...SPRING, id: 'old', sha256: 'e', createdAt: '2026-01-18T10:00:00' },
        exclusions: [exclusion(0, 'p9', '2025-06-09', 6)],
      },
    ])),
  ];
  const range = { from: '2024-08-01', to: '2025-07-31' };
  return {
    outcomes: outcomes.map(({ outcome, other }) => `${outcome} ${other?.id ?? ''}`.trim()),
    totals: await totalsBySchool(db, range),
    pupils: [...(await pupilsBySchool(db, range))],
    files: await filesBySchool(db, range),
    span: await receivedSpan(db),
    years: [...(await yearTotals(db, { first: 2024, last: 2025 }))].map(([school, own]) => [
      school,
      ...own.values(),
    ]),
    lengths: (await lengthCounts(db, { first: 2024, last: 2024 })).toSorted(
      (a, b) => a.halfDays - b.halfDays,
    ),
    bySex: await pupilUnits(db, 'sex', 2024),
    byFsm: await pupilUnits(db, 'fsm', 2024),
    byReason: (await reasonUnits(db, 2024)).toSorted((a, b) => a.sessions - b.sessions),
    ofSchool: await pupilsOfSchool(db, '2014001', 2024),
    ofPupil: (await exclusionsOfPupil(db, 'p1')).map(({ exclusion: row, schoolName }) => [
      row.startDate,
      schoolName,
    ]),
    groups: [
      [...(await clustersOf(db))],
      [...(await areaGroups(db))],
      [...(await headcountsOf(db, { first: 2024, last: 2024 }))].map(([school, years]) => [
        school,
        [...years],
      ]),
    ],
    windows: await differentWindows(db),
    ofSchools: await schoolWindows(db, { from: '2025-01-01', to: '2026-07-31' }),
  };
}

const EXPECTED = {
  outcomes: ['imported', 'imported', 'replaced spring', 'replaced again', 'duplicate autumn', 'older third'],
  totals: [{ laEstab: '2014001', category: 'SUSP', exclusions: 2, sessions: 8 }],
  pupils: [['2014001', 1]],
  files: [
    {
      laEstab: '2014001',
      name: 'Test High School',
      returns: 2,
      nilReturns: 0,
      lastReceived: '2025-10-07T10:00:00.000Z',
    },
  ],
  span: { from: '2025-01-01', to: '2025-12-31' },
  years: [
    [
      '2014001',
      {
        schoolYear: 2024,
        fixedPeriod: 2,
        sessions: 8,
        withLength: 2,
        permanent: 0,
        lunchtime: 0,
        pupils: 1,
        repeatPupils: 1,
      },
    ],
  ],
  lengths: [2, 6].map((halfDays) => ({
    laEstab: '2014001',
    schoolYear: 2024,
    reason: 'DB',
    halfDays,
    exclusions: 1,
  })),
  bySex: [{ laEstab: '2014001', value: 'F', fixedPeriod: 2, sessions: 0, permanent: 0, count: 1 }],
  byFsm: [{ laEstab: '2014001', value: '', fixedPeriod: 2, sessions: 0, permanent: 0, count: 1 }],
  byReason: [2, 6].map((sessions) => ({
    laEstab: '2014001',
    value: '["DB"]',
    fixedPeriod: 1,
    sessions,
    permanent: 0,
    count: 1,
  })),
  ofSchool: [
    {
      upn: 'p1',
      surname: 'Okafor',
      forename: 'Ada',
      ncYear: null,
      fixedPeriod: 2,
      halfDays: 8,
      permanent: 0,
      last: '2025-06-09',
    },
  ],
  ofPupil: [
    ['2025-06-09', 'Test High School'],
    ['2025-02-03', 'Test High School'],
  ],
  groups: [[], [], []],
  windows: [
    { from: '2025-01-01', to: '2025-07-31' },
    { from: '2025-04-21', to: '2025-12-31' },
  ],
  ofSchools: [
    {
      laEstab: '2014001',
      name: 'Test High School',
      windows: '2025-01-01/2025-07-31 2025-04-21/2025-12-31',
    },
  ],
};

it('gives the figures of the returns that count', async () => {
  const store = openStore();
  expect(await store.write(figures)).toEqual(EXPECTED);
  await store.close();
});

// There the first one is on a server.
it.skipIf(ON_POSTGRES)('PostgreSQL gives the same figures', async () => {
  const client = await PGlite.create();
  for (const { statements } of postgresMigrations)
    for (const statement of statements) await client.exec(statement);
  const db = Object.assign(drizzle(client), { tables: postgresSchema }) as unknown as Db;
  expect(await figures(db)).toEqual(EXPECTED);
  await client.close();
});
