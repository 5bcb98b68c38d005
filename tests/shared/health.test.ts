import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HealthFacts } from '#shared/domain/health/types.ts';
import { sayHealth } from '#shared/text/health-words.ts';
import { writeJoinFile } from '#main/office/shared/join-file.ts';
import { readHealth } from '#main/storage/shared/read-health.ts';
import { openTestApp } from '../builders/app.ts';
import { newDatabaseFile, openStore } from '../builders/database.ts';
import { runCli } from '../builders/cli.ts';
import { TEST_PASSWORD } from '../builders/people.ts';
import { makeTcpProxy } from '../builders/tcp-proxy.ts';
import { asSuperuser } from '../builders/postgres-database.ts';
import { loginRoleOf } from '#main/storage/shared/login-role.ts';
import { asOwner, makeSharedDatabase, openSharedApp, type SharedDatabase } from '../builders/shared-app.ts';

let shared: SharedDatabase;
beforeAll(async () => {
  shared = await makeSharedDatabase();
  const schoolId = await shared.school();
  await shared.person({ name: 'Ada Lane', roles: ['administrator'], schoolId });
  await asSuperuser(
    shared.place,
    `INSERT INTO schools (id, la_estab, name, phase) VALUES ('other', '8734099', 'Other School', 'secondary')`,
    `INSERT INTO workspace SELECT (jsonb_populate_record(w, '{"id": 2, "home_school_id": "other"}')).* FROM workspace w`,
  );
  await shared.person({ name: 'Ben Hale', roles: ['decider'], schoolId: 'other' });
});
afterAll(() => shared.close());

describe('what a server says of itself', () => {
  it('to whoever looks after the backups, and to nobody else', async () => {
    const app = openTestApp('2025-11-12', undefined, { store: shared.store });
    const { lines } = await app.must('health.check', {});
    const said = lines.map(({ text }) => text).join('\n');
    expect(said).toMatch(/It is PostgreSQL 1[5-9]\.\d+\./);
    expect(said).toMatch(/Every table keeps to the rights of whoever asks/);
    expect(said).toMatch(/\d+ of \d+ connections are in use/);
    // The servers of tests need not keep what they were given.
    expect(lines.filter(({ state }) => state === 'bad').map(({ text }) => text)).toEqual([
      'A power cut of the server would lose what was acknowledged (fsync, full_page_writes, synchronous_commit are off). Switch them on in postgresql.conf and restart the server.',
    ]);
    expect(await app.run('health.check', {}, 'recorder')).toMatchObject({
      ok: false,
      error: { code: 'not-permitted' },
    });
    rmSync(app.folder, { recursive: true });
  });

  it('and what was noted of its backups, which it makes itself', async () => {
    const app = await openSharedApp(shared, { name: 'Ada Lane', today: '2025-11-12' });
    const said = async () =>
      (await app.must('health.check', {})).lines.find(({ text }) => /backed up|last backup/.test(text));
    expect(await said()).toMatchObject({ state: 'look', text: /^Nobody has noted here/ });
    expect(await app.ask('health.note-backup', { on: '2025-11-13', tried: true })).toMatchObject({
      ok: false,
      error: { fields: [{ path: 'on' }] },
    });
    await app.must('health.note-backup', { on: '2025-10-28', tried: true });
    expect(await said()).toMatchObject({ state: 'look', text: /28 October 2025 \(Ada Lane\)\. Ask/ });
    await app.must('health.note-backup', { on: '2025-11-11', tried: false });
    expect(await said()).toMatchObject({ state: 'look', text: /11 November 2025 .* It was not tried/ });
    await app.must('health.note-backup', { on: '2025-11-11', tried: true });
    await app.must('health.note-backup', { on: '2025-11-03', tried: false });
    await app.close();
  });

  it('and who changed what past the app, to whoever reads the audit trail of the same school', async () => {
    const user = loginRoleOf(shared.join.database, 'ada lane');
    await asOwner({ ...shared.place, user, password: TEST_PASSWORD }, (client) =>
      client.query('UPDATE workspace SET initials_in_lists = true'),
    );
    const app = await openSharedApp(shared, { name: 'Ada Lane', today: '2025-11-12' });
    const { changes, more } = await app.must('health.sql-changes', {});
    expect(changes).toMatchObject([{ login: user, table: 'workspace', change: 'update' }]);
    expect(more).toBe(false);
    await app.close();
    const theirs = await openSharedApp(shared, { name: 'Ben Hale', today: '2025-11-12' });
    expect(await theirs.must('health.sql-changes', {})).toEqual({ changes: [], more: false });
    expect(await theirs.ask('health.check', {})).toMatchObject({ error: { code: 'not-permitted' } });
    await theirs.close();
  });

  it('is known to be away when it cannot be reached', async () => {
    const proxy = await makeTcpProxy(shared.place.servers[0]?.port ?? 0);
    const servers = [{ host: '127.0.0.1', port: proxy.port }];
    const app = await openSharedApp({ join: { ...shared.join, servers } }, { name: 'Ada Lane' });
    proxy.refuse();
    proxy.cut();
    expect(await app.ask('health.check', {})).toMatchObject({ ok: false, error: { code: 'unreachable' } });
    await app.close();
    await proxy.close();
  });

  it('and a PC with a database of its own has none', async () => {
    const store = openStore(newDatabaseFile());
    const app = openTestApp('2025-11-12', undefined, { store });
    expect(await app.run('health.check', {})).toMatchObject({ ok: false, error: { code: 'refused' } });
    await app.close();
  });

  it('tells tables without rights, and data of another version', async () => {
    await asSuperuser(
      shared.place,
      'ALTER TABLE pupils DISABLE ROW LEVEL SECURITY',
      'UPDATE first_day SET version = version - 1',
    );
    const said = sayHealth(await shared.store.read(readHealth)).filter(({ state }) => state === 'bad');
    expect(said.map(({ text }) => text).join('\n')).toMatch(
      /at version \d+, this program knows \d+\. Whoever looks after[^]*1 table does not keep to the rights/,
    );
    await asSuperuser(
      shared.place,
      'ALTER TABLE pupils ENABLE ROW LEVEL SECURITY',
      'UPDATE first_day SET version = version + 1',
    );
  });
});

describe('sentences of health', () => {
  const WELL: HealthFacts = {
    serverVersion: 160_002,
    tls: 'TLSv1.3',
    here: false,
    dataVersion: 12,
    knownVersion: 12,
    unprotected: 0,
    roundTrip: 0.4,
    connections: { used: 20, allowed: 97 },
    waiting: 0,
    longest: 1,
    standbys: [{ name: 'second', lag: 0 }],
    unsafe: [],
    autovacuum: true,
    dead: { rows: 10, of: 1000 },
    lastVacuum: '2025-11-12T03:00:00Z',
    bytes: 48_000_000,
  };
  const notGood = (change: Partial<HealthFacts>) =>
    sayHealth({ ...WELL, ...change }).filter(({ state }) => state !== 'good');

  it('say nothing to do when all is well', () => {
    expect(notGood({})).toEqual([]);
    expect(notGood({ standbys: [], waiting: 2 })).toEqual([]);
  });

  it.each<[string, Partial<HealthFacts>, 'look' | 'bad', RegExp]>([
    ['an old server', { serverVersion: 140_001 }, 'bad', /14\.1\. First Day needs 15 or newer/],
    ['a slow network', { roundTrip: 12 }, 'look', /12 ms/],
    ['a server far away', { roundTrip: 80 }, 'bad', /same network/],
    ['data of a newer program', { dataVersion: 13 }, 'bad', /Install the newer version/],
    ['few connections left', { connections: { used: 75, allowed: 97 } }, 'look', /75 of 97/],
    ['no connections left', { connections: { used: 95, allowed: 97 } }, 'bad', /turned away/],
    ['a long transaction', { longest: 130 }, 'look', /open for 2 minutes/],
    [
      'a standby that is behind',
      { standbys: [{ name: 'second', lag: 300 }] },
      'look',
      /second is 5 minutes behind/,
    ],
    ['a server that clears nothing away', { autovacuum: false }, 'bad', /autovacuum is off/],
    ['many old rows', { dead: { rows: 200_000, of: 150_000 } }, 'look', /VACUUM/],
    ['a queue', { waiting: 12 }, 'look', /12 programs wait/],
  ])('tell %s', (_, change, state, text) => {
    expect(notGood(change)).toEqual([{ state, text: expect.stringMatching(text) }]);
  });

  it('tell what goes in clear elsewhere', () => {
    const { tls: _, ...inClear } = WELL;
    expect(sayHealth(inClear).filter(({ state }) => state !== 'good')).toMatchObject([{ state: 'bad' }]);
    expect(sayHealth({ ...inClear, here: true }).filter(({ state }) => state !== 'good')).toEqual([]);
  });
});

it('the command line’s doctor says the same, and what keeps it from looking', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'first-day-doctor-')), 'area.json');
  await writeJoinFile(file, shared.join);
  const asked = await runCli(['doctor', '--shared', file, '--user', 'Ada Lane']);
  expect(asked.stderr).toBe('');
  expect(asked.stdout).toMatch(/^The shared database .*:\n.{3}The server answers/);
  expect(asked.stdout).toMatch(/\n ! A power cut of the server/);
  expect(asked.code).toBe(1);
  const wrong = await runCli(['doctor', '--shared', file, '--user', 'Ada Lane', '--json'], '', {
    FIRST_DAY_PASSWORD: `${TEST_PASSWORD} no`,
  });
  expect(wrong.stdout).toMatch(/does not know this name and password/);
  await writeJoinFile(file, { ...shared.join, servers: [{ host: '127.0.0.1', port: 1 }] });
  const gone = await runCli(['doctor', '--shared', file, '--user', 'Ada Lane']);
  expect(gone.stdout).toMatch(/ ! The shared database .* cannot be reached/);
  expect(gone.code).toBe(1);
});
