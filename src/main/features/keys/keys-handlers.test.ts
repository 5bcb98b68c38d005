import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { auditOf } from '../../../../tests/builders/audit-of.ts';
import { openTestApp } from '../../../../tests/builders/app.ts';
import { openKeyedApp, type KeyedApp } from '../../../../tests/builders/keyed-app.ts';
import { setUpSchool } from '../../../../tests/builders/school.ts';
import { systemKeys } from '../../../../tests/builders/system-keys.ts';

const PASSWORD = 'four small brown kettles';

let app: KeyedApp;
beforeEach(async () => {
  app = await openKeyedApp();
  await setUpSchool(app);
  // The name of the test application's session, folded.
  await app.office.keys.admitPassword('test person', PASSWORD);
});
afterEach(() => app.close());

/** The program started again over the same folder. */
async function startAgain(): Promise<void> {
  await app.office.close();
  app = await openKeyedApp(app.folder);
}

/** Types back the groups that were asked for. */
const confirm = ({ recoveryKey, ask }: { readonly recoveryKey: string; readonly ask: readonly number[] }) =>
  app.must('keys.confirm-recovery-key', {
    groups: ask.map((group) => ({ group, typed: recoveryKey.split('-')[group - 1]?.toLowerCase() ?? '' })),
  });

const locked = { ok: false, error: { code: 'not-open' } };

describe('a locked database', () => {
  it('says that it is locked, refuses everything else, and opens by name and password', async () => {
    await startAgain();
    expect(await app.must('keys.status', {})).toEqual({ state: 'needs-key' });
    expect(await app.run('pupils.list', {})).toMatchObject(locked);
    expect(await app.run('keys.new-recovery-key', {})).toMatchObject(locked);
    const secret = { kind: 'password', name: 'TEST  Person', password: PASSWORD } as const;
    expect(await app.run('keys.unlock', { secret: { ...secret, password: 'other' } })).toMatchObject({
      ok: false,
      error: { code: 'refused', message: expect.stringContaining('do not open') as string },
    });
    await app.must('keys.unlock', { secret });
    expect(await app.must('keys.status', {})).toMatchObject({
      state: 'open',
      keys: { passwords: 1, open: false },
    });
    expect((await app.run('pupils.list', {})).ok).toBe(true);
  });

  it('opens by the recovery key, and says what is missing of one', async () => {
    const made = await app.must('keys.new-recovery-key', {});
    await confirm(made);
    await startAgain();
    const half = { kind: 'recovery', recoveryKey: made.recoveryKey.slice(0, 20) } as const;
    expect(await app.run('keys.unlock', { secret: half })).toMatchObject({
      ok: false,
      error: { code: 'invalid-input', fields: [{ path: 'secret.recoveryKey' }] },
    });
    await app.must('keys.unlock', { secret: { kind: 'recovery', recoveryKey: made.recoveryKey } });
    expect(await app.must('keys.status', {})).toMatchObject({
      state: 'open',
      keys: { recovery: { sheet: made.sheet, confirmed: true } },
    });
    expect(await auditOf(app, 'keys.unlock')).toMatchObject([{ detail: { openedWith: 'recovery' } }]);
  });
});

describe('the recovery key', () => {
  it('is told once, is confirmed by the groups asked for, and never gets into the audit trail', async () => {
    const made = await app.must('keys.new-recovery-key', {});
    const wrong = made.ask.map((group) => ({ group, typed: '00000' }));
    expect(await app.run('keys.confirm-recovery-key', { groups: wrong })).toMatchObject({
      ok: false,
      error: { code: 'invalid-input' },
    });
    await confirm(made);
    const rows = [
      ...(await auditOf(app, 'keys.new-recovery-key')),
      ...(await auditOf(app, 'keys.confirm-recovery-key')),
    ];
    expect(rows).toHaveLength(2);
    for (const group of made.recoveryKey.split('-')) expect(JSON.stringify(rows)).not.toContain(group);
  });

  it('is nothing for a recorder', async () => {
    expect(await app.run('keys.new-recovery-key', {}, 'recorder')).toMatchObject({
      ok: false,
      error: { code: 'not-permitted' },
    });
  });
});

describe('a change of the key', () => {
  it('wants the password of who asks, and is in the audit trail of the database that it leaves', async () => {
    expect(await app.run('keys.change', {})).toMatchObject({
      ok: false,
      error: { code: 'invalid-input', fields: [{ path: 'password' }] },
    });
    const { key } = app.office.desk.place();
    const changed = await app.must('keys.change', { password: PASSWORD });
    expect(app.office.desk.place().key).not.toBe(key);
    expect(await auditOf(app, 'keys.change')).toMatchObject([{ detail: { sheet: changed.sheet } }]);
    await confirm(changed);
  });
});

describe('this account', () => {
  it('is let in and shut out, where the system keeps keys', async () => {
    expect(await app.run('keys.this-account', { admit: true })).toMatchObject({
      ok: false,
      error: { code: 'refused', message: expect.stringContaining('keeps no keys') as string },
    });
    await app.office.close();
    const own = systemKeys('office@pc-1');
    app = await openKeyedApp(app.folder, own);
    expect(await app.must('keys.status', {})).toEqual({
      state: 'needs-key',
      accountName: 'this Windows account',
    });
    const secret = { kind: 'password', name: 'Test Person', password: PASSWORD } as const;
    await app.must('keys.unlock', { secret, remember: true });
    expect((await app.must('keys.status', {})).keys?.thisAccount?.admitted).toBe(true);
    await app.must('keys.this-account', { admit: false });
    expect((await app.must('keys.status', {})).keys?.thisAccount?.admitted).toBe(false);
  });
});

describe('a database on a server', () => {
  it('has no keys of ours', async () => {
    const served = openTestApp();
    expect(await served.must('keys.status', {})).toEqual({ state: 'open' });
    expect(await served.run('keys.change', {})).toMatchObject({ ok: false, error: { code: 'refused' } });
    await served.close();
  });
});
