import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { foldPersonName } from '#shared/domain/people/fold-person-name.ts';
import { verifyAudit } from '#main/security/verify-audit.ts';
import type { PostgresPlace } from '#main/storage/engines/postgres/place.ts';
import { openPostgresStore } from '#main/storage/engines/postgres/postgres.ts';
import { loginRoleOf } from '#main/storage/shared/login-role.ts';
import { readHealth } from '#main/storage/shared/read-health.ts';
import type { Store } from '#main/storage/store.ts';
import { openTestApp } from '../builders/app.ts';
import { TEST_PASSWORD } from '../builders/people.ts';
import { postgresPrograms, makeTestServer, SUPERUSER } from '../builders/postgres-server.ts';
import { makeSharedDatabase } from '../builders/shared-app.ts';

/** Runs one of PostgreSQL's programs at a server; gives what it says. As docs/shared-database-operation.md has it. */
const run = (place: PostgresPlace, program: string, ...args: readonly string[]): string =>
  execFileSync(join(postgresPrograms() ?? '', program), args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      PGHOST: '127.0.0.1',
      PGPORT: String(place.servers[0]?.port),
      PGUSER: SUPERUSER.user,
      PGPASSWORD: SUPERUSER.password,
    },
  });

const names = (store: Store) =>
  store.read(async (db) => (await db.select().from(db.tables.providers)).map(({ name }) => name));

it('a dump restored on another server has the records, the logins with their passwords, their rights and the trail', async () => {
  const shared = await makeSharedDatabase();
  const schoolId = await shared.school();
  await shared.person({ name: 'Ada Lane', roles: ['administrator'], schoolId });
  const app = openTestApp('2025-11-12', undefined, { store: shared.store });
  await app.must('providers.save', { kind: 'pru', name: 'The Bridge', sessions: [] });
  const folder = mkdtempSync(join(tmpdir(), 'first-day-dump-'));
  const { database } = shared.place;

  run(shared.place, 'pg_dumpall', '--roles-only', '-f', join(folder, 'roles.sql'));
  run(shared.place, 'pg_dump', '--format=custom', '--create', '-f', join(folder, 'area.dump'), database);

  const other = await makeTestServer();
  try {
    const there = other.place(database);
    // The superuser is there already; everybody else is made anew.
    run(there, 'psql', '-q', '-d', 'postgres', '-f', join(folder, 'roles.sql'));
    run(there, 'pg_restore', '--create', '--exit-on-error', '-d', 'postgres', join(folder, 'area.dump'));

    const owner = openPostgresStore(there);
    expect(await names(owner)).toEqual(['The Bridge']);
    expect(await verifyAudit({ read: owner.read })).toMatchObject({ found: 0 });
    expect(await owner.read(readHealth)).toMatchObject({ unprotected: 0 });
    await owner.close();

    const user = loginRoleOf(database, foldPersonName('Ada Lane'));
    const ada = openPostgresStore({ ...there, user, password: TEST_PASSWORD });
    expect(await names(ada)).toEqual(['The Bridge']);
    await ada.close();
    const nobody = openPostgresStore({ ...there, user, password: 'wrong' });
    await expect(names(nobody)).rejects.toThrow(/does not know this name and password/);
    await nobody.close();
  } finally {
    await other.remove();
    rmSync(folder, { recursive: true });
    rmSync(app.folder, { recursive: true });
    await shared.close();
  }
});
