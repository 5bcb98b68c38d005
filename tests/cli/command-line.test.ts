import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contract } from '#shared/contract/contract.ts';
import { runCli } from '../builders/cli.ts';
import { signInOptions } from '../builders/cli-person.ts';
import { addPerson, TEST_PASSWORD } from '../builders/people.ts';
import { openTestApp, type TestApp } from '../builders/app.ts';
import { setUpSchool } from '../builders/school.ts';

let app: TestApp;
let database: readonly string[];

beforeAll(async () => {
  app = openTestApp();
  await setUpSchool(app);
  database = [...(await signInOptions(app)), '--today', '2025-11-12'];
});

afterAll(() => app.close());

describe('the command line', () => {
  it('lists every operation with kind, permission and schemas', async () => {
    const { code, stdout } = await runCli(['operations']);
    const list = JSON.parse(stdout) as {
      name: string;
      kind: string;
      permission: string;
      input: object;
      output: object;
    }[];
    expect(code).toBe(0);
    expect(list.map(({ name, kind, permission }) => [name, kind, permission])).toEqual(
      Object.entries(contract).map(([name, { kind, permission }]) => [name, kind, permission]),
    );
    expect(list.find(({ name }) => name === 'calendar.suggest')?.input).toMatchObject({
      type: 'object',
      properties: { schoolYear: { type: 'integer' } },
      required: ['schoolYear'],
    });
  });

  it('does an operation and exits with 0', async () => {
    const { code, stdout } = await runCli(['call', 'setup.status', ...database]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ ok: true, value: { state: 'ready', today: '2025-11-12' } });
  });

  it('reads its input from a file or from standard input', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'first-day-cli-')), 'input.json');
    writeFileSync(file, '{"schoolYear":2024}');
    for (const [data, stdin] of [
      [file, ''],
      ['-', '{"schoolYear":2024}'],
    ] as const) {
      const { code, stdout } = await runCli(['call', 'calendar.get', '--data', data, ...database], stdin);
      expect([code, JSON.parse(stdout)]).toMatchObject([0, { ok: true, value: { schoolYear: 2024 } }]);
    }
  });

  it('exits with 1 and the code and fields of a refusal', async () => {
    const invalid = await runCli(
      ['call', 'calendar.get', '--data', '-', ...database],
      '{"schoolYear":"now"}',
    );
    expect([invalid.code, JSON.parse(invalid.stdout)]).toMatchObject([
      1,
      { ok: false, error: { code: 'invalid-input', fields: [{ path: 'schoolYear' }] } },
    ]);
    const forbidden = await runCli(['call', 'pupils.list', ...database, '--as', 'authority']);
    expect([forbidden.code, JSON.parse(forbidden.stdout)]).toMatchObject([
      1,
      { ok: false, error: { code: 'not-permitted' } },
    ]);
  });

  it.each([
    [['call', 'no.such', '--database', 'x'], /no operation “no.such”/],
    [['call'], /Which operation/],
    [['dance'], /no command “dance”/],
    [['call', 'setup.status', '--as', 'emperor'], /no role “emperor”/],
    [['call', 'setup.status', '--colour', 'red'], /--colour/],
    [['call', 'setup.status', '--today', 'tomorrow'], /--today takes a day/],
    [['call', 'setup.status', '--data', '/no/such/file'], /cannot be read/],
    [['call', 'setup.status', '--file', 'nonsense'], /KEY=PATH/],
    [['batch', '--data', '/no/such/file'], /cannot be read/],
    [['call', 'setup.status', '--password-fd', 'three'], /number of an open file/],
    [['call', 'setup.status', '--database', '/etc/passwd'], /not a First Day database/],
    [['call', 'setup.status', '--database', '/etc/passwd/x.db'], /cannot be made/],
  ])('exits with 2 and says what is wrong with %j', async (args, message) => {
    const { code, stdout, stderr } = await runCli([
      ...args,
      ...(args.includes('--database') ? [] : database.slice(0, 4)),
    ]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
  });

  it('imports a file named on the command line', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'first-day-cli-')), 'pupils.csv');
    writeFileSync(file, 'UPN,Surname,Forename,Sex,DOB\nG201400114001,Example,Jo,F,17/02/2011\n');
    const inspected = await runCli(['call', 'pupils.inspect-file', '--file', `fileId=${file}`, ...database]);
    const { mapping } = (JSON.parse(inspected.stdout) as { value: { mapping: object } }).value;
    const { code, stdout } = await runCli(
      ['call', 'pupils.import', '--file', `fileId=${file}`, '--data', '-', ...database],
      JSON.stringify({ mapping }),
    );
    expect([code, JSON.parse(stdout)]).toMatchObject([0, { ok: true, value: { counts: { new: 1 } } }]);
  });

  it('runs many operations from lines, and answers a line that is none', async () => {
    const lines = ['{"operation":"setup.status"}', 'nonsense', '{"operation":"no.such"}'];
    const { code, stdout } = await runCli(['batch', ...database], lines.join('\n'));
    const answers = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { ok: boolean });
    expect(code).toBe(1);
    expect(answers).toMatchObject([
      { ok: true },
      { ok: false, error: { code: 'invalid-input' } },
      { ok: false, error: { code: 'unknown-operation' } },
    ]);
  });
});

describe('signing in on the command line', () => {
  const call = (args: readonly string[], env: Readonly<Record<string, string>> = {}, stdin = '') =>
    runCli(['call', 'session.get', '--today', '2025-11-12', ...args], stdin, env);
  const here = () => ['--database', app.services.store.location];

  it('works as the person, in the role that is asked for, and the audit trail says so', async () => {
    const { stdout } = await call([...here(), '--user', 'test person', '--as', 'decider']);
    expect(JSON.parse(stdout)).toMatchObject({
      value: { state: 'signed-in', userName: 'Test Person', role: 'decider' },
    });
    const rows = await app.services.store.read((db) => db.select().from(db.tables.audit));
    expect(rows.findLast(({ operation }) => operation === 'session.sign-in')).toMatchObject({
      userName: 'Test Person',
    });
  });

  it('refuses a wrong password with 1, on standard error', async () => {
    const wrong = await call([...here(), '--user', 'Test Person'], { FIRST_DAY_PASSWORD: 'wrong' });
    expect(wrong.code).toBe(1);
    expect(wrong.stdout).toContain('not-open');
  });

  it('reads the password from a descriptor, and never from an argument', async () => {
    const { code, stdout } = await call(
      [...here(), '--user', 'Test Person', '--password-fd', '0'],
      { FIRST_DAY_PASSWORD: '' },
      `${TEST_PASSWORD}\n`,
    );
    expect([code, JSON.parse(stdout)]).toMatchObject([0, { value: { userName: 'Test Person' } }]);
    const argued = await call([...here(), '--password', TEST_PASSWORD]);
    expect([argued.code, argued.stdout]).toEqual([2, '']);
  });

  it('refuses a role that is not the person’s', async () => {
    await addPerson(app.services.store, { name: 'Ben Hale', roles: ['recorder'] });
    const refused = await runCli(['call', 'pupils.list', ...database, '--as', 'governor-clerk']);
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(refused.stderr).toMatch(/not one of your roles/);
  });

  it('an empty database is set up without signing in, in any role', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'first-day-cli-')), 'empty.db');
    const { stdout } = await call(['--database', file, '--as', 'administrator', '--user', 'Whoever']);
    expect(JSON.parse(stdout)).toMatchObject({
      value: { state: 'no-sign-in', userName: 'Whoever', role: 'administrator' },
    });
  });
});
