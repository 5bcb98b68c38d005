import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { expect, it } from 'vitest';
import { NOW, openStore } from '../../../../tests/builders/database.ts';
import { ON_POSTGRES } from '../../../../tests/builders/test-engine.ts';
import { postgresMigrations } from '../migrations/postgres/postgres-migrations.ts';
import { postgresSchema } from '../schema/schema.ts';
import type { Db } from '../store.ts';
import { readConferenceCriteria, writeConferenceCriteria } from './conference-criteria.ts';
import { readOwnRows, readReturnedRows } from './conference-rows.ts';
import { readReceivedWindows } from './received-windows.ts';
import { readStaysOfUpn } from './stays-of-upn.ts';

const YEAR = { from: '2025-08-01', to: '2026-07-31' };
const SCHOOL = { id: 's', laEstab: '2014001', urn: null, name: 'Test High School', phase: 'secondary' };
const UPN = 'A201400120001';
const PUPIL = { upn: UPN, surname: 'Okafor', forename: 'Ada', sex: 'F', dob: '2011-10-09' };

/** A pupil with a suspension whose last half day was given back, a stay of one place, and three rows of a return. */
async function fill(db: Db): Promise<void> {
  const t = db.tables;
  await db.insert(t.schools).values(SCHOOL);
  await db
    .insert(t.pupils)
    .values({ ...PUPIL, id: 'p', schoolId: 's', inCare: true, searchText: '', version: 1, updatedAt: NOW });
  await db.insert(t.exclusions).values({
    id: 'x',
    schoolId: 's',
    pupilId: 'p',
    kind: 'fixed-period',
    state: 'issued',
    ruleSet: 'england-2022',
    startDate: '2025-11-10',
    startSlot: 'am',
    endDate: '2025-11-10',
    endSlot: 'pm',
    halfDays: 2,
    decidedBy: 'Head',
    inCare: true,
    recordedBy: 'Test',
    recordedAt: NOW,
    issuedAt: NOW,
    version: 1,
  });
  await db.insert(t.exclusionHalfDays).values(
    (['am', 'pm'] as const).map((slot) => ({
      exclusionId: 'x',
      pupilId: 'p',
      date: '2025-11-10',
      slot,
      givenBack: slot === 'pm',
    })),
  );
  await db.insert(t.exclusionReasons).values({ exclusionId: 'x', position: 1, code: 'DB' });
  await db
    .insert(t.providers)
    .values({ id: 'pru', schoolId: 's', kind: 'pru', name: 'The Bridge', active: true, version: 1 });
  await db
    .insert(t.providerSessions)
    .values({ providerId: 'pru', weekday: 1, slot: 'am', capacity: 1, starts: '09:00', ends: '12:00' });
  await db.insert(t.placements).values({
    id: 'm',
    exclusionId: 'x',
    pupilId: 'p',
    providerId: 'pru',
    purpose: 'exclusion',
    schoolId: 's',
    pupilGroup: 'secondary',
    expectedFrom: '2025-11-10',
    expectedTo: '2025-11-10',
    madeBy: 'Test',
    madeAt: NOW,
    version: 1,
  });
  await db.insert(t.places).values({
    id: 'place',
    placementId: 'm',
    exclusionId: 'x',
    schoolId: 's',
    pupilId: 'p',
    providerId: 'pru',
    date: '2025-11-10',
    slot: 'am',
    state: 'booked',
  });
  await db.insert(t.receivedReturns).values({
    id: 'r',
    laEstab: '2014001',
    schoolName: 'Test High School',
    periodFrom: '2025-08-01',
    periodTo: '2025-12-31',
    periodName: 'Any',
    periodKind: 'dates',
    format: 'csv',
    fileName: 'a.csv',
    sha256: 'a',
    createdAt: NOW,
    nil: false,
    current: true,
    counts: { pupils: 1, fixedPeriod: 1, permanent: 1, lunchtime: 0, sessions: 4 },
    receivedBy: 'Test',
    receivedAt: NOW,
  });
  const row = {
    ...PUPIL,
    returnId: 'r',
    laEstab: '2014001',
    schoolYear: 2025,
    onRoll: true,
    reasons: ['DB'],
  };
  await db.insert(t.receivedExclusions).values([
    { ...row, position: 0, counts: true, category: 'SUSP', startDate: '2025-10-06', sessions: 4 },
    { ...row, position: 1, counts: false, category: 'SUSP', startDate: '2025-10-07', sessions: 4 },
    {
      ...row,
      position: 2,
      counts: true,
      category: 'PERM',
      startDate: '2025-11-03',
      explanations: { X10: 'The review is on 2 December.' },
    },
  ]);
}

async function everything(db: Db) {
  await fill(db);
  await writeConferenceCriteria(db, { criteria: [{ kind: 'schools', schools: 2 }], version: 1 });
  await writeConferenceCriteria(db, { criteria: [{ kind: 'schools', schools: 3 }], version: 2 });
  const what = ({ startDate, category, halfDays, notFinal, reasons }: Returned) => [
    startDate,
    category,
    halfDays,
    notFinal,
    reasons.join(),
  ];
  return {
    returned: (await readReturnedRows(db, YEAR)).map(what),
    ofPupil: (await readReturnedRows(db, { ...YEAR, upn: 'A201400120002' })).length,
    own: (await readOwnRows(db, SCHOOL, YEAR, '2025-11-12')).map(what),
    windows: await readReceivedWindows(db, YEAR),
    stays: await readStaysOfUpn(db, UPN),
    criteria: await readConferenceCriteria(db),
  };
}

type Returned = Awaited<ReturnType<typeof readReturnedRows>>[number];

const EXPECTED = {
  returned: [
    ['2025-10-06', 'fixed-period', 4, false, 'DB'],
    ['2025-11-03', 'permanent', null, true, 'DB'],
  ],
  ofPupil: 0,
  own: [['2025-11-10', 'fixed-period', 1, false, 'DB']],
  windows: [{ laEstab: '2014001', name: 'Test High School', from: '2025-08-01', to: '2025-12-31' }],
  stays: [
    {
      providerName: 'The Bridge',
      from: '2025-11-10',
      to: '2025-11-10',
      sessions: 1,
      attended: 0,
      notTakenUp: 0,
    },
  ],
  criteria: { criteria: [{ kind: 'schools', schools: 3 }], version: 2 },
};

it('gives the rows that count, and of the own records what was not given back', async () => {
  const store = openStore();
  expect(await store.write(everything)).toEqual(EXPECTED);
  await store.close();
});

// There the first one is on a server.
it.skipIf(ON_POSTGRES)('PostgreSQL gives the same', async () => {
  const client = await PGlite.create();
  for (const { statements } of postgresMigrations)
    for (const statement of statements) await client.exec(statement);
  const db = Object.assign(drizzle(client), { tables: postgresSchema }) as unknown as Db;
  expect(await everything(db)).toEqual(EXPECTED);
  await client.close();
});
