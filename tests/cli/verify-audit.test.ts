import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { writeAudit } from '#main/security/audit.ts';
import { openSqliteStore } from '#main/storage/engines/sqlite.ts';
import { runCli } from '../builders/cli.ts';
import { TEST_KEY } from '../builders/test-key.ts';
import { newDatabaseFile, NOW } from '../builders/database.ts';

it('verify-audit says that a trail is whole, and what is wrong with one that is not', async () => {
  const file = newDatabaseFile();
  const store = openSqliteStore(file, { now: NOW, key: TEST_KEY });
  const note = { subjectType: 'calendar', subjectId: '2025', detail: { a: 1 } };
  await store.write(async (db) => {
    await writeAudit(db, { userName: 'Ada', role: 'administrator' }, 'calendar.save', NOW, [
      note,
      note,
      note,
    ]);
    return { ok: true };
  });
  await store.close();
  const asked = ['verify-audit', '--database', file, '--as', 'administrator'];
  const whole = await runCli(asked);
  expect(whole).toMatchObject({
    code: 0,
    stdout: 'The audit trail is whole: 3 rows of the chain, 0 backups compared.\n',
  });

  const raw = new Database(file);
  raw.exec('DROP TRIGGER audit_no_update');
  raw.exec(`UPDATE audit SET user_name = 'Bob' WHERE id = 2`);
  raw.close();
  const altered = await runCli(asked);
  expect(altered.code).toBe(1);
  expect(altered.stdout).toMatch(/^1 findings .*\nrow 2: altered: Who, when, what or whom/);
  const json = await runCli([...asked, '--json']);
  expect(JSON.parse(json.stdout)).toMatchObject({ ok: true, value: { found: 1, findings: [{ rowId: 2 }] } });
  expect(await runCli(['verify-audit', '--database', `${file}.none`])).toMatchObject({ code: 2 });
});
