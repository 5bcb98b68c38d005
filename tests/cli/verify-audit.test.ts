import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { runCli } from '../builders/cli.ts';
import { newDatabaseFile, NOW } from '../builders/database.ts';

it('verify-audit says that a trail is whole, and that a backup knows another end of it', async () => {
  const file = newDatabaseFile();
  const set = await runCli([
    'call',
    'setup.load-demonstration',
    '--database',
    file,
    '--today',
    '2025-11-12',
    '--as',
    'administrator',
  ]);
  expect(set.stderr).toBe('');
  const asked = ['verify-audit', '--database', file, '--as', 'administrator', '--user', 'Ada'];
  const whole = await runCli(asked);
  expect(whole.stdout).toMatch(/^The audit trail is whole: \d+ rows of the chain/);
  expect(whole.code).toBe(0);
  const json = await runCli([...asked, '--json']);
  expect(JSON.parse(json.stdout)).toMatchObject({ ok: true, value: { found: 0 } });
  const backup = join(dirname(file), 'backups', 'b1');
  mkdirSync(backup, { recursive: true });
  const auditHead = { length: 99_999, lastId: 99_999, hash: 'f'.repeat(64) };
  writeFileSync(join(backup, 'about.json'), JSON.stringify({ at: NOW, auditHead }));
  const shortened = await runCli(asked);
  expect(shortened.stdout).toMatch(/^1 findings in .*\nrow 99999: backup: The backup b1 has another row/);
  expect(shortened.code).toBe(1);
  expect(await runCli(['verify-audit', '--database', `${file}.none`])).toMatchObject({ code: 2 });
});
