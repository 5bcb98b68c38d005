import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { runCli } from '../builders/cli.ts';
import { setUpOffice } from '../builders/school-office.ts';

const folder = mkdtempSync(join(tmpdir(), 'first-day-cli-keys-'));
const file = join(folder, 'first-day.db');
const status = ['call', 'keys.status', '--database', file];

afterEach(() => vi.unstubAllEnvs());

const stateOf = async (...more: readonly string[]): Promise<string> => {
  const { stdout } = await runCli([...status, ...more]);
  return (JSON.parse(stdout) as { value: { state: string } }).value.state;
};

it('opens a school’s database with the recovery key from the environment or a file, and by nothing else', async () => {
  const { office, printed } = await setUpOffice(file);
  await office.close();
  expect(await stateOf()).toBe('needs-key');
  const refused = await runCli(['call', 'setup.status', '--database', file]);
  expect([refused.code, JSON.parse(refused.stdout)]).toMatchObject([
    1,
    { ok: false, error: { code: 'not-open' } },
  ]);
  vi.stubEnv('FIRST_DAY_RECOVERY_KEY', printed.toLowerCase());
  expect(await stateOf()).toBe('open');
  vi.stubEnv('FIRST_DAY_RECOVERY_KEY', printed.slice(0, 12));
  expect(await runCli(status)).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('seven groups') as string,
  });
});

it('opens a new database for everybody, with its keys beside it', async () => {
  const fresh = join(mkdtempSync(join(tmpdir(), 'first-day-cli-new-')), 'first-day.db');
  for (let again = 0; again < 2; again += 1) {
    const { code, stdout } = await runCli(['call', 'setup.status', '--database', fresh]);
    expect([code, JSON.parse(stdout)]).toMatchObject([0, { value: { state: 'empty' } }]);
  }
});

it('says what it wants where the number of a file is none', async () => {
  const { code, stderr } = await runCli([...status, '--recovery-key-fd', 'three']);
  expect([code, stderr]).toEqual([2, expect.stringContaining('--recovery-key-fd takes the number')]);
});
