import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dispatch } from '#main/api/dispatch.ts';
import { handlers } from '#main/api/handlers.ts';
import type { Services, UserSession } from '#main/features/context.ts';
import { openPostgresStore } from '#main/storage/engines/postgres/postgres.ts';
import { verifyAudit } from '#main/security/verify-audit.ts';
import type { Store } from '#main/storage/store.ts';
import type { OperationInput, OperationName, OperationOutput } from '#shared/contract/contract.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { Role } from '#shared/permissions/roles.ts';
import { openTestApp, type TestApp } from '../builders/app.ts';
import { TEST_PASSWORD } from '../builders/people.ts';
import { makeSharedDatabase, type SharedDatabase } from '../builders/shared-database.ts';
import { fillShared } from '../builders/shared-rows.ts';

/** An app of somebody at a PC of theirs. */
interface Desk {
  readonly store: Store;
  run<N extends OperationName>(name: N, input: OperationInput<N>): Promise<Result<OperationOutput<N>>>;
  must<N extends OperationName>(name: N, input: OperationInput<N>): Promise<OperationOutput<N>>;
  close(): Promise<void>;
}

let shared: SharedDatabase;
const apps: TestApp[] = [];
const desks: Desk[] = [];

beforeAll(async () => {
  shared = await makeSharedDatabase();
  await fillShared(shared.owner);
}, 120_000);
afterAll(async () => {
  for (const desk of desks) await desk.close();
  for (const app of apps) await app.close();
  await shared.close();
});

async function sit(
  name: string,
  role: Role,
  schoolId: string | undefined,
  providerId?: string,
): Promise<Desk> {
  const userId = await shared.add({ name, roles: [role], schoolId });
  if (providerId !== undefined)
    await shared.owner.query('UPDATE user_roles SET provider_id = $2 WHERE user_id = $1', [
      userId,
      providerId,
    ]);
  return sitAgain(name, role, userId);
}

function sitAgain(name: string, role: Role, userId: string, password = TEST_PASSWORD): Desk {
  const store = openPostgresStore(shared.placeOf(name, password));
  const app = openTestApp('2025-11-12', mkdtempSync(join(tmpdir(), 'first-day-desk-')), { store });
  const errors: unknown[] = [];
  const services: Services = {
    ...app.services,
    newId: () => `${role}-${crypto.randomUUID()}`,
    log: { ...app.services.log, error: (_: string, error?: unknown) => void errors.push(error) },
  };
  const session: UserSession = { userName: name, userId, role };
  const run: Desk['run'] = async (operation, input) => {
    const result = await dispatch(services, handlers, session, operation, input);
    if (!result.ok && result.error.code === 'internal') throw errors.at(-1);
    // The output was parsed by the schema of this operation.
    return result as Result<OperationOutput<typeof operation>>;
  };
  const desk: Desk = {
    store,
    run,
    must: async (operation, input) => {
      const result = await run(operation, input);
      if (!result.ok) throw new Error(`${operation}: ${JSON.stringify(result.error)}`);
      return result.value;
    },
    close: () => app.close(),
  };
  desks.push(desk);
  return desk;
}

const DAYS = [
  { date: '2025-11-14', slot: 'am' },
  { date: '2025-11-17', slot: 'am' },
] as const;

it('an office works as on one PC: the day, the board, drafts, places, the register, the return', async () => {
  const rita = await sit('Rita', 'recorder', 'a');
  const dora = await sit('Dora', 'decider', 'a');
  await rita.must('today.get', {});
  await rita.must('pupils.list', {});
  expect((await rita.must('pupils.get', { pupilId: 'a-p' })).exclusions).toHaveLength(1);
  const booked = await rita.must('places.book', {
    exclusionId: 'a-x',
    providerId: 'pru',
    sessions: [...DAYS],
  });
  const board = await dora.must('places.board', { from: '2025-11-10', days: 12 });
  const bridge = board.providers.find(({ id }) => id === 'pru');
  // One of ours and one of another school, who is nobody here.
  const taken = bridge?.cells.find(({ date, slot }) => date === '2025-11-13' && slot === 'am');
  expect(taken).toMatchObject({ booked: 2 });
  expect(taken?.pupils.map(({ name }) => name).toSorted()).toEqual([
    'A pupil of another school',
    'Kim Ashgrove',
  ]);
  await rita.must('places.cancel', {
    placeIds: booked.placeIds.slice(0, 1),
    code: 'other',
    reason: 'Moved',
  });
  await dora.must('exclusions.issue', {
    pupilId: 'a-p3',
    kind: 'fixed-period',
    startDate: '2025-11-13',
    halfDays: 4,
    incidentOn: '2025-11-12',
    incidentAt: '10.40',
    incidentPlace: 'Corridor',
    incidentAccount: 'Pushed another pupil.',
    reasons: ['PP'],
    decidedBy: 'Mrs Head',
  });
  await rita.must('register.codes', {
    from: '2025-11-10',
    to: '2025-11-14',
  });
  await rita.must('duties.board', {});
  await rita.must('places.queue', {});
  await dora.must('audit.list', {});
  const { findings } = await verifyAudit({ read: (work) => dora.store.read(work) });
  expect(findings.filter(({ rowId }) => rowId > 2_000_000_002)).toEqual([]);
});

it('a full session is full for everybody, whoever sees whose places', async () => {
  await shared.owner.query(
    `UPDATE provider_sessions SET capacity = 1 WHERE provider_id = 'pru' AND weekday = 2`,
  );
  const [rita] = desks;
  const bob = await sit('Bob', 'recorder', 'b');
  const sessions = [{ date: '2025-11-18', slot: 'am' } as const];
  await bob.must('places.book', { exclusionId: 'b-x', providerId: 'pru', sessions });
  const refused = await rita?.run('places.book', { exclusionId: 'a-x', providerId: 'pru', sessions });
  expect(refused).toMatchObject({ ok: false, error: { code: 'place-full' } });
  expect(JSON.stringify(refused)).not.toMatch(/Birchwood/);
});

it('provider staff take the register of who comes, from whatever school', async () => {
  const una = await sit('Una', 'provider-staff', 'unit', 'pru');
  const register = await una.must('stays.register', {
    providerId: 'pru',
    date: '2025-11-13',
  });
  expect(JSON.stringify(register)).toMatch(/Ashgrove.*Birchwood|Birchwood.*Ashgrove/);
  await una.must('places.board', { from: '2025-11-10', days: 5 });
});

it('an administrator adds somebody, who chooses a password, is renamed, leaves and comes back', async () => {
  const adam = await sit('Adam', 'administrator', 'a');
  const saved = await adam.must('people.save', {
    name: 'Newton New',
    active: true,
    roles: [{ role: 'recorder' }],
  });
  const first = saved.temporaryPassword ?? '';
  const newton = sitAgain('Newton New', 'recorder', saved.id, first);
  expect(await newton.run('pupils.list', {})).toMatchObject({ ok: false, error: { code: 'signed-out' } });
  const own = 'seven large green spoons';
  await newton.must('session.change-password', { password: first, newPassword: own });
  expect((await newton.must('pupils.list', {})).rows.length).toBeGreaterThan(0);
  await expect(shared.connect('Newton New', first)).rejects.toThrow('password');

  const list = await adam.must('people.list', {});
  const found = list.people.find(({ id }) => id === saved.id);
  const renamed = await adam.must('people.save', {
    id: saved.id,
    version: found?.version,
    name: 'Newton Newer',
    active: true,
    roles: [{ role: 'recorder' }],
  });
  await shared.connect('Newton Newer', own);
  await adam.must('people.save', {
    id: saved.id,
    version: renamed.version,
    name: 'Newton Newer',
    active: false,
    roles: [],
  });
  await expect(shared.connect('Newton Newer', own)).rejects.toThrow('password');
  const back = await adam.must('people.save', {
    id: saved.id,
    version: renamed.version + 1,
    name: 'Newton Newer',
    active: true,
    roles: [{ role: 'recorder' }],
  });
  await shared.connect('Newton Newer', back.temporaryPassword);
  const { temporaryPassword } = await adam.must('people.reset-password', { id: saved.id });
  await shared.connect('Newton Newer', temporaryPassword);

  const taken = await adam.run('people.save', { name: 'Bob', active: true, roles: [{ role: 'recorder' }] });
  expect(taken).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
  const { rows } = await shared.owner.query('SELECT table_name FROM rights.sql_changes WHERE login LIKE $1', [
    '%adam',
  ]);
  expect(rows).toEqual([]);
});

it('an administrator opens a provider of the school to the whole area, and nobody keeps it back from pupils who have places', async () => {
  const ann = await sit('Annis', 'administrator', 'a');
  const dan = await sit('Danby', 'decider', 'a');
  const bea = await sit('Beata', 'recorder', 'b');
  const bob = await sit('Bobbin', 'administrator', 'b');
  await shared.owner.query(
    `INSERT INTO provider_sessions (provider_id, weekday, slot, capacity, starts, ends) VALUES ('a-here', 3, 'am', 3, '09:00', '12:00')`,
  );
  const share = { providerId: 'a-here', shared: true };
  const seen = async () => (await bea.must('providers.list', {})).providers.some(({ id }) => id === 'a-here');
  expect(await seen()).toBe(false);
  expect(await dan.run('providers.share', share)).toMatchObject({ error: { code: 'not-permitted' } });
  expect(await bob.run('providers.share', share)).toMatchObject({ error: { code: 'not-found' } });

  await ann.must('providers.share', share);
  expect(await seen()).toBe(true);
  expect(await bea.must('providers.get', { providerId: 'a-here' })).toMatchObject({
    area: { shared: true, own: false },
  });
  expect(await bob.run('providers.share', { ...share, shared: false })).toMatchObject({
    error: { code: 'refused', message: expect.stringContaining('belongs to another school') },
  });
  const { placeIds } = await bea.must('places.book', {
    exclusionId: 'b-x',
    providerId: 'a-here',
    sessions: [{ date: '2025-11-19', slot: 'am' }],
  });
  expect(await ann.run('providers.share', { ...share, shared: false })).toMatchObject({
    error: {
      code: 'refused',
      message: expect.stringContaining('Pupils of other schools have a place at Room of a'),
    },
  });
  await bea.must('places.cancel', { placeIds, reason: 'Another room' });
  await ann.must('providers.share', { ...share, shared: false });
  expect(await seen()).toBe(false);
  const { changes } = await ann.must('providers.history', { providerId: 'a-here' });
  expect(changes.flatMap(({ lines }) => lines)).toEqual([
    'Kept for its own school',
    'Open to every school of the area',
  ]);
});
