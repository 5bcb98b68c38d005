import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readJoinFile } from '#main/office/shared/join-file.ts';
import { runCli } from '../builders/cli.ts';
import { asSuperuser, placeOfTests } from '../builders/postgres-database.ts';
import { SUPERUSER } from '../builders/postgres-server.ts';
import { asOwner, openSharedApp } from '../builders/shared-app.ts';

const PASSWORD = 'nine quiet green kettles';
const port = () => process.env['FIRST_DAY_TEST_SERVER_PORT'] ?? '';
let folder: string;
let file: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'first-day-create-'));
  file = join(folder, 'shared-database.json');
  await asSuperuser(
    placeOfTests('postgres'),
    `CREATE ROLE area_owner LOGIN CREATEDB CREATEROLE PASSWORD 'the owner of it'`,
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs `shared-database`, as `area_owner` unless told otherwise. */
const run = (
  args: readonly string[],
  { user = 'area_owner', database = 'area_one', owner = 'the owner of it' } = {},
) =>
  runCli(
    [
      'shared-database',
      ...args,
      '--url',
      `postgres://${user}@127.0.0.1:${port()}/${database}`,
      '--today',
      '2025-11-12',
    ],
    '',
    { FIRST_DAY_OWNER_PASSWORD: owner, FIRST_DAY_PASSWORD: PASSWORD },
  );

const SCHOOL = ['--school', '8734001', '--head', 'Mrs A. Okafor', '--administrator', 'Mrs A. Okafor'];

describe('setting up a shared database (shared-database create)', () => {
  it('makes the database, its tables and rights, a school and its administrator, and the file for joining', async () => {
    const made = await run(['create', ...SCHOOL, '--join', file, '--name', 'Fenland']);
    expect(made.stderr).toBe('');
    expect(made.code).toBe(0);
    expect(made.stdout).toMatch(/^Server: PostgreSQL 1\d/);
    expect(made.stdout).toMatch(/Database: area_one was made/);
    expect(made.stdout).toMatch(/Tables: made, version \d+\. Rights: set\./);
    expect(made.stdout).toMatch(/Administrator: Mrs A\. Okafor can sign in/);
    expect(readFileSync(file, 'utf8')).not.toMatch(/kettles|owner of it|area_owner/);
  });

  it('whoever has the file and a name works there', async () => {
    const joined = readJoinFile(file);
    if (!joined.ok) throw new Error(joined.error.message);
    const app = await openSharedApp({ join: joined.value });
    expect(await app.signIn('mrs a okafor', PASSWORD)).toEqual({ ok: true, value: { mustChange: false } });
    expect(await app.must('setup.status', {})).toMatchObject({
      state: 'ready',
      school: { laEstab: '8734001' },
    });
    expect(await app.must('calendar.get', {})).toMatchObject({ years: [2025] });
    expect(await app.must('session.get', {})).toMatchObject({ role: 'decider' });
    expect((await app.must('audit.verify', {})).found).toBe(0);
    await app.close();
  });

  it('done again it changes nothing and says so', async () => {
    const again = await run(['create', ...SCHOOL, '--join', file]);
    expect(again).toMatchObject({ code: 0, stderr: '' });
    expect(again.stdout).toMatch(/is there already; it belongs to area_owner/);
    expect(again.stdout).toMatch(/the password stays as it is/);
    expect(again.stdout).toMatch(/shared-database\.json is there already/);
  });

  it('a second school gets its own administrator, and neither sees the other’s people', async () => {
    const second = ['--school', '8732032', '--head', 'Mr B. Hale', '--administrator', 'Clara Moss'];
    const added = await run(['add-school', ...second]);
    expect(added).toMatchObject({ code: 0, stderr: '' });
    const joined = readJoinFile(file);
    if (!joined.ok) throw new Error(joined.error.message);
    const app = await openSharedApp({ join: joined.value });
    expect(await app.signIn('Clara Moss', PASSWORD)).toMatchObject({ ok: true });
    const { people } = await app.must('people.list', {});
    expect(people.map(({ name }) => name)).toEqual(['Clara Moss']);
    expect((await app.must('setup.status', {})).school?.laEstab).toBe('8732032');
    expect((await app.must('audit.verify', {})).found).toBe(0);
    await app.close();
  });

  it('the command line works on it with the file and a name', async () => {
    const called = await runCli(['call', 'setup.status', '--shared', file, '--user', 'Clara Moss'], '', {
      FIRST_DAY_PASSWORD: PASSWORD,
    });
    expect(called.code).toBe(0);
    expect(JSON.parse(called.stdout)).toMatchObject({ ok: true, value: { school: { laEstab: '8732032' } } });
  });

  it('a superuser makes an owner that may not sign in, so that nothing in it works with a superuser’s rights', async () => {
    const made = await run(
      ['create', '--authority', '873', '--administrator', 'Fay Area', '--join', join(folder, 'two.json')],
      { user: SUPERUSER.user, database: 'area_two', owner: SUPERUSER.password },
    );
    expect(made).toMatchObject({ code: 0, stderr: '' });
    expect(made.stdout).toMatch(/belongs to area_two_owner/);
    const owners = await asOwner(placeOfTests('area_two'), async (client) => {
      const { rows } = await client.query<{ owner: string }>(
        `SELECT DISTINCT tableowner AS owner FROM pg_tables WHERE schemaname IN ('public', 'rights')`,
      );
      return rows.map(({ owner }) => owner);
    });
    expect(owners).toEqual(['area_two_owner']);
  });

  it('update brings tables and rights to this version again', async () => {
    expect(await run(['update'])).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^Tables: version \d+ already\. Rights: set again\.\n$/) as string,
    });
  });

  it.each([
    ['a password in the address', ['--url', 'postgres://me:secret@db/x'], /Leave the password out/],
    ['no address', ['--url', 'db.example'], /--url takes postgres:/],
  ])('refuses %s, and does not repeat it', async (_, url, message) => {
    const refused = await runCli(['shared-database', 'create', ...SCHOOL, ...url]);
    expect(refused).toMatchObject({ code: 2, stderr: expect.stringMatching(message) as string });
    expect(refused.stderr).not.toContain('secret');
  });

  it('a wrong password of the owner is told as what it is', async () => {
    const refused = await run(['update'], { owner: 'something else' });
    expect(refused).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/does not know this name/) as string,
    });
  });

  it('writes over no other file', async () => {
    const other = join(folder, 'two.json');
    expect(existsSync(other)).toBe(true);
    const refused = await run(['create', ...SCHOOL, '--join', other]);
    expect(refused).toMatchObject({ code: 2, stderr: expect.stringMatching(/is another file/) as string });
  });
});
