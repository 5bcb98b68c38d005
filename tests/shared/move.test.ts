import { cpSync, existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eq } from 'drizzle-orm';
import { moveIn } from '#main/storage/shared/move/move-in.ts';
import { fixedClock } from '#main/platform/clock.ts';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { runCli, spawnCli } from '../builders/cli.ts';
import { openTestApp } from '../builders/app.ts';
import { signInOptions } from '../builders/cli-person.ts';
import { openStore } from '../builders/database.ts';
import { TEST_ADMINISTRATOR } from '../builders/people.ts';
import { SUPERUSER } from '../builders/postgres-server.ts';
import { asOwner, makeSharedDatabase, openSharedApp, type SharedDatabase } from '../builders/shared-app.ts';

const TODAY = '2025-11-12';
const { now } = fixedClock(TODAY);
let file: string;
let options: readonly string[];
let laEstab: string;

/** A whole school with three years of cases, places, returns and a trail, made real for the move. */
beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'first-day-move-'));
  file = join(folder, 'first-day.db');
  const store = openStore(file);
  const app = openTestApp(TODAY, mkdtempSync(join(tmpdir(), 'first-day-move-app-')), { store });
  await app.must('setup.load-demonstration', {});
  await store.write(async (db) => {
    await db.update(db.tables.workspace).set({ demonstration: false });
  });
  laEstab = (await app.must('setup.status', {})).school?.laEstab ?? '';
  options = await signInOptions(app);
  await app.close();
}, 240_000);

/** The records of that school in a folder of their own. */
function copyOfFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'first-day-moved-'));
  for (const end of ['', '.keys', '.keys.bak'])
    if (existsSync(`${file}${end}`)) cpSync(`${file}${end}`, join(folder, `first-day.db${end}`));
  return join(folder, 'first-day.db');
}

const database = makeLater();
function makeLater() {
  const made: SharedDatabase[] = [];
  afterAll(async () => {
    for (const one of made) await one.close();
  });
  return async () => {
    const one = await makeSharedDatabase();
    made.push(one);
    return one;
  };
}

const url = (target: SharedDatabase): readonly string[] => [
  '--url',
  `postgres://${SUPERUSER.user}@127.0.0.1:${process.env['FIRST_DAY_TEST_SERVER_PORT'] ?? ''}/${target.join.database}`,
];

/** Rows of each table, as the command line tells of them. */
const sums = (said: string): ReadonlyMap<string, number> =>
  new Map(
    [...said.matchAll(/^(\w+): (\d+) rows, the same/gm)].map(([, table = '', rows]) => [table, Number(rows)]),
  );

const count = async (target: SharedDatabase, table: string): Promise<number> =>
  asOwner(target.place, async (client) => {
    const { rows } = await client.query<{ rows: number }>(`SELECT count(*) AS rows FROM ${table}`);
    return rows[0]?.rows ?? 0;
  });

const PASSWORD_OF_OWNER = { FIRST_DAY_OWNER_PASSWORD: SUPERUSER.password };
const COUNTED = ['terms', 'closures', 'heads', 'workspace'];

/** Begins to move and is killed as soon as rows of this table are there. */
async function killAfter(args: readonly string[], target: SharedDatabase, table: string): Promise<void> {
  const child = await spawnCli(args, PASSWORD_OF_OWNER);
  const ended = once(child, 'close');
  let said = '';
  child.stderr?.on('data', (text: Buffer) => (said += text.toString()));
  for (;;) {
    const there = await asOwner(target.place, async (client) => {
      const { rows } = await client.query<{ there: boolean }>(
        `SELECT to_regclass('rights.moved_rows') IS NOT NULL AS there`,
      );
      if (rows[0]?.there !== true) return false;
      const { rowCount } = await client.query('SELECT FROM rights.moved_rows WHERE table_name = $1', [table]);
      return rowCount === 1;
    });
    if (there) break;
    if (child.exitCode !== null) throw new Error(`It had ended before it was killed. ${said}`);
    await sleep(2);
  }
  child.kill('SIGKILL');
  await ended;
}

/** Somebody signs in to the PC's records, which stands in their trail. */
async function workIn(records: string): Promise<void> {
  const signIn = ['--database', records, ...options.slice(2)];
  const done = await runCli(['call', 'session.get', ...signIn]);
  expect(done.code).toBe(0);
}

describe('moving a school’s records into a shared database (shared-database move-in)', () => {
  it('everything is there, the same by counts and hashes, the trail verifies, and the old file is kept', async () => {
    const target = await database();
    const own = copyOfFile();
    const moved = await runCli(
      [
        'shared-database',
        'move-in',
        '--today',
        TODAY,
        '--database',
        own,
        ...options.slice(2),
        ...url(target),
      ],
      '',
      { FIRST_DAY_OWNER_PASSWORD: SUPERUSER.password },
    );
    expect(moved).toMatchObject({ code: 0, stderr: '' });
    expect(moved.stdout).toMatch(/pupils: \d{3,} rows, the same in both/);
    expect(moved.stdout).toMatch(/Moved: \d+ rows in \d+ tables; counts and hashes are the same/);
    expect(existsSync(own)).toBe(false);
    expect(existsSync(`${own}.moved`)).toBe(true);
    expect(existsSync(`${own}.moved.keys`)).toBe(true);

    const app = await openSharedApp(target, { name: TEST_ADMINISTRATOR.name, today: TODAY });
    expect((await app.must('audit.verify', {})).found).toBe(0);
    expect((await app.must('pupils.list', {})).rows.length).toBeGreaterThan(0);
    expect(await app.must('setup.status', {})).toMatchObject({ state: 'ready', demonstration: false });
    await app.close();

    const out = join(mkdtempSync(join(tmpdir(), 'first-day-out-')), 'first-day.db');
    const back = await runCli(
      [
        'shared-database',
        'move-out',
        '--today',
        TODAY,
        '--database',
        out,
        '--school',
        laEstab,
        '--user',
        TEST_ADMINISTRATOR.name,
        ...url(target),
      ],
      '',
      { FIRST_DAY_OWNER_PASSWORD: SUPERUSER.password },
    );
    expect(back).toMatchObject({ code: 0, stderr: '' });
    const opened = await runCli(['verify-audit', '--json', '--database', out, ...options.slice(2)]);
    expect(opened.code).toBe(0);
    // But for what was done there meanwhile (signing in, the sight of the trail) it is the same.
    const before = sums(moved.stdout);
    const after = sums(back.stdout);
    expect([...after.keys()]).toEqual([...before.keys()]);
    for (const [table, rows] of before) {
      if (table === 'audit') expect(after.get(table)).toBeGreaterThanOrEqual(rows);
      else expect([table, after.get(table)]).toEqual([table, rows]);
    }
    const later = await openSharedApp(target, { today: TODAY });
    expect(await later.signIn(TEST_ADMINISTRATOR.name)).toMatchObject({ ok: false });
    await later.close();
  });

  it('broken off at any table it goes on where it was, and ends with the same', async () => {
    const target = await database();
    const own = openStore(copyOfFile());
    const tables: string[] = [];
    const attempt = (stopAt: string) =>
      asOwner(target.place, async (client) => {
        let total: Awaited<ReturnType<typeof moveIn>> | undefined;
        const [mover] = await own.read((db) =>
          db.select().from(db.tables.users).where(eq(db.tables.users.name, TEST_ADMINISTRATOR.name)),
        );
        await own.write(async (source) => {
          total = await moveIn({
            source,
            client,
            database: target.join.database,
            moverId: mover?.id ?? '',
            now: now(),
            say: (line) => void tables.push(line),
            step: (table, rows) => {
              if (table === stopAt || (stopAt === 'halfway' && table === 'exclusion_half_days' && rows > 400))
                throw new Error('the power went');
            },
          });
          return { ok: false };
        });
        return total;
      });
    await expect(attempt('schools')).rejects.toThrow('the power went');
    await expect(attempt('exclusions')).rejects.toThrow('the power went');
    await expect(attempt('halfway')).rejects.toThrow('the power went');
    await expect(attempt('places')).rejects.toThrow('the power went');
    expect(await attempt('nowhere')).toMatchObject({ workspace: 1, resumed: true });
    expect(tables.some((line) => line.startsWith('audit: '))).toBe(true);
    // Done once more it finds everything there.
    expect(await attempt('nowhere')).toMatchObject({ resumed: true });
    expect(await count(target, 'workspace')).toBe(1);
    await own.close();
  });

  it('killed without warning it is taken up again, and begun anew where somebody worked in the records since', async () => {
    const target = await database();
    // Beside another school's records, none of which may go with what is taken back.
    await target.school({ id: 'there', laEstab: '8734099' });
    await target.store.write((db) =>
      db.update(db.tables.workspace).set({ authorityCode: null, authorityName: null }),
    );
    const before = await Promise.all(COUNTED.map((table) => count(target, table)));
    const own = copyOfFile();
    const move = ['shared-database', 'move-in', '--today', TODAY, '--database', own];
    const args = [...move, ...options.slice(2), ...url(target)];
    await killAfter(args, target, 'exclusions');
    expect(await count(target, 'rights.moves WHERE done_at IS NULL')).toBe(1);
    expect(existsSync(own)).toBe(true);

    await killAfter(args, target, 'places');
    await workIn(own);
    const refused = await runCli(args, '', PASSWORD_OF_OWNER);
    expect(refused.stderr).toMatch(/somebody has worked in this PC’s records since\. .* with --again/);
    const again = await runCli([...args, '--again'], '', PASSWORD_OF_OWNER);
    expect(again).toMatchObject({ code: 0, stderr: '' });
    expect(again.stdout).toMatch(/was taken out again\.[^]*Moved: \d+ rows/);
    expect(existsSync(`${own}.moved`)).toBe(true);
    const app = await openSharedApp(target, { name: TEST_ADMINISTRATOR.name, today: TODAY });
    expect((await app.must('audit.verify', {})).found).toBe(0);
    await app.close();
    expect(await Promise.all(COUNTED.map((table) => count(target, table)))).not.toEqual(before);
    const kept = await target.store.read((db) =>
      db
        .select({ id: db.tables.terms.schoolId })
        .from(db.tables.terms)
        .where(eq(db.tables.terms.schoolId, 'there')),
    );
    expect(kept.length).toBe(before[0]);
    // Given once more it says so, and moves nothing twice.
    const twice = await runCli(args, '', PASSWORD_OF_OWNER);
    expect(twice.stdout).toMatch(/were moved already/);
  }, 240_000);

  it('is refused, and nothing is moved, where the shared database has the school already', async () => {
    const target = await database();
    const own = openStore(copyOfFile());
    const [home] = await own.read((db) =>
      db
        .select({ laEstab: db.tables.schools.laEstab })
        .from(db.tables.workspace)
        .innerJoin(db.tables.schools, eq(db.tables.schools.id, db.tables.workspace.homeSchoolId)),
    );
    await target.school({ laEstab: home?.laEstab ?? '' });
    const pupils = await count(target, 'pupils');
    await expect(
      asOwner(target.place, (client) =>
        own.write((source) =>
          moveIn({
            source,
            client,
            database: target.join.database,
            moverId: '',
            now: now(),
            say: () => undefined,
          }),
        ),
      ),
    ).rejects.toThrow('has records of this school already');
    expect(await count(target, 'pupils')).toBe(pupils);
    await own.close();
  });
});
