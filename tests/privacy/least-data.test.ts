import { afterAll, beforeAll, expect, it } from 'vitest';
import { contract, type OperationName } from '#shared/contract/contract.ts';
import { dispatch } from '#main/api/dispatch.ts';
import { handlers } from '#main/api/handlers.ts';
import { mayDo } from '#shared/permissions/roles.ts';
import { openTestApp, type TestApp } from '../builders/app.ts';
import { MARK, MARKED } from '../builders/marked-names.ts';
import { addMarkedPupil } from '../builders/marked-pupil.ts';
import { setUpSchool } from '../builders/school.ts';

/** The Monday on which the pupil is at the provider. */
const DAY = '2025-11-10';

let app: TestApp;
let providerId: string;

beforeAll(async () => {
  app = openTestApp(DAY);
  const { schoolId } = await setUpSchool(app);
  const sessions = [{ weekday: 1, slot: 'am' as const, capacity: 5, starts: '09:00', ends: '12:00' }];
  providerId = (await app.must('providers.save', { kind: 'pru', name: 'The Bridge', sessions })).id;
  await app.services.store.write(async (db) => {
    const other = {
      id: 'other-pupil',
      schoolId,
      upn: 'A990400100001',
      surname: 'Bystander',
      forename: 'Ottoline',
      sex: 'F',
      dob: '2010-01-02',
      inCare: false,
      searchText: '',
      version: 1,
      updatedAt: '2025-09-01T08:00:00.000Z',
    };
    await db.insert(db.tables.pupils).values(other);
    await addMarkedPupil(db, { schoolId, providerId, otherPupilId: other.id, day: DAY, laEstab: '2014001' });
    const [place] = await db.select().from(db.tables.places);
    if (place === undefined) throw new Error('The pupil has no place.');
    const booked = {
      ...place,
      id: 'booked-place',
      state: 'booked' as const,
      endedReason: null,
      endedCode: null,
    };
    await db.insert(db.tables.places).values({ ...booked, endedBy: null, endedAt: null });
    return { ok: true };
  });
});

afterAll(() => app.close());

/** What each query may be asked with; those that fit are answered. */
const inputs = () => {
  const { pupilId, exclusionId, placementId, entryId } = MARKED;
  const days = { date: DAY, from: DAY, to: DAY, monday: DAY };
  return [
    {},
    days,
    { ...days, providerId, pupilId, exclusionId, placementId, entryId },
    { placementId },
    { providerId },
    { pupilId },
    { exclusionId },
    { id: providerId },
    { id: exclusionId },
    { text: MARK },
    { text: MARKED.upn },
  ];
};

it('what a provider’s staff are told of a pupil is who comes, when, and whom to ring, of whatever they ask', async () => {
  const session = {
    userName: 'Bridge',
    role: 'provider-staff' as const,

    providerIds: [providerId],
  };
  let told = '';
  const answered = new Set<string>();
  for (const name of Object.keys(contract) as OperationName[]) {
    const { kind, permission } = contract[name];
    if (kind !== 'query' || !mayDo('provider-staff', permission)) continue;
    for (const input of inputs()) {
      const result = await dispatch(app.services, handlers, session, name, input);
      if (!result.ok) continue;
      answered.add(name);
      told += JSON.stringify(result.value);
    }
  }
  expect([...answered]).toEqual(expect.arrayContaining(['stays.get', 'stays.register']));
  expect(told).toContain(MARKED.surname);
  expect(told).toContain('01632 960777');
  const kept = [
    'account',
    'place',
    'draft',
    'letter',
    'gap',
    'address',
    'override',
    'quarrel',
    'reason',
    'meeting',
    'enquiry',
    'explanation',
    'authority',
  ];
  const found = kept.filter((what) => told.includes(`${MARK} ${what}"`));
  expect(found).toEqual([]);
  for (const value of [MARKED.upn, MARKED.formerUpn, MARKED.dob, 'quillfeather@home.example', 'WBRI'])
    expect([value, told.includes(value)]).toEqual([value, false]);
});

it('the grid of the at-risk register is sent without the UPNs that only its file has', async () => {
  const { rows } = await app.must('support.grid', { schoolYear: 2025, term: 'autumn' });
  expect(rows.length).toBeGreaterThan(0);
  expect(JSON.stringify(rows)).not.toContain(MARKED.upn);
});
