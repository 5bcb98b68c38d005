import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Clock } from '#shared/kernel/clock.ts';
import { openTestApp, type TestApp } from '../../../../tests/builders/app.ts';
import { auditOf } from '../../../../tests/builders/audit-of.ts';
import { openDesk, type TestDesk } from '../../../../tests/builders/desk.ts';
import { addPerson, TEST_PASSWORD } from '../../../../tests/builders/people.ts';
import { setUpSchool } from '../../../../tests/builders/school.ts';

let app: TestApp;
let desk: TestDesk;
/** Seconds after noon of 12 November 2025. */
let seconds: number;
const clock: Clock = {
  now: () => new Date(Date.UTC(2025, 10, 12, 12) + seconds * 1000).toISOString(),
  today: () => '2025-11-12',
};

beforeEach(async () => {
  seconds = 0;
  app = openTestApp();
  await setUpSchool(app);
  await addPerson(app.services.store, { name: 'Amara Okafor', roles: ['administrator', 'decider'] });
  await addPerson(app.services.store, { name: 'Ben Hale', roles: ['recorder'] });
  desk = openDesk(app, { clock });
});
afterEach(() => app.close());

const signIn = (name: string, password = TEST_PASSWORD) => desk.ask('session.sign-in', { name, password });

async function wrong(times: number): Promise<void> {
  for (let n = 0; n < times; n += 1) await signIn('Amara Okafor', `wrong ${n}`);
}

describe('signing in (session.sign-in)', () => {
  it('takes the name in any spelling, and works in the first of the person’s roles', async () => {
    expect(await signIn('  amara   OKAFOR ')).toEqual({ ok: true, value: { mustChange: false } });
    expect(desk.desk.current()?.session).toMatchObject({ userName: 'Amara Okafor', role: 'decider' });
    expect(await auditOf(app, 'session.sign-in')).toMatchObject([
      { userName: 'Amara Okafor', role: 'decider', subjectType: 'person' },
    ]);
  });

  it('says the same of a wrong password as of an unknown name, and keeps neither', async () => {
    const wrongPassword = await signIn('Amara Okafor', 'a secret that is wrong');
    const unknown = await signIn('hunter2-in-the-wrong-field');
    expect(wrongPassword).toEqual(unknown);
    expect(wrongPassword).toMatchObject({ ok: false, error: { code: 'refused' } });
    const rows = await auditOf(app, 'session.sign-in');
    expect(rows).toMatchObject([
      { subjectId: 'person-amara-okafor', userName: '', detail: { refused: 'wrong password' } },
      { subjectId: 'unknown', detail: { refused: 'unknown name' } },
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/hunter2|secret that is wrong/);
  });

  it('the fourth wrong password makes wait, and the right one too, until the time has come', async () => {
    await wrong(4);
    expect(await signIn('Amara Okafor')).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('in 5 seconds, at 12.00 and 5 seconds') as string },
    });
    seconds = 5;
    expect(await signIn('Amara Okafor')).toMatchObject({ ok: true });
  });

  it('the right password forgets the wrong ones before it', async () => {
    await wrong(3);
    await signIn('Amara Okafor');
    await wrong(3);
    expect(await signIn('Amara Okafor')).toMatchObject({ ok: true });
  });

  it('many tries at once are counted one by one', async () => {
    const tries = Array.from({ length: 12 }, (_, n) => signIn('Amara Okafor', `guess ${n}`));
    await Promise.all(tries);
    expect(await signIn('Amara Okafor')).toMatchObject({ ok: false });
    const [user] = await app.services.store.read((db) => db.select().from(db.tables.users));
    expect(user?.failures).toBe(4);
  });

  it('one who waits keeps nobody else waiting', async () => {
    await wrong(5);
    expect(await signIn('Ben Hale')).toMatchObject({ ok: true });
  });

  it('a clock set back lengthens the wait to its whole length at most', async () => {
    await wrong(4);
    seconds = -86_400;
    expect(await signIn('Amara Okafor')).toMatchObject({ ok: false });
    seconds = -86_400 + 5;
    expect(await signIn('Amara Okafor')).toMatchObject({ ok: true });
  });

  it('whoever has left, or has no role today, does not get in with the right password', async () => {
    await addPerson(app.services.store, { name: 'Gone Away', roles: ['recorder'], active: false });
    await addPerson(app.services.store, {
      name: 'Next Week',
      roles: [{ role: 'decider', from: '2025-11-17' }],
    });
    for (const name of ['Gone Away', 'Next Week'])
      expect(await signIn(name)).toMatchObject({ ok: false, error: { code: 'refused' } });
    expect(desk.desk.current()).toBeUndefined();
  });

  it('a temporary password lets change it, and nothing else', async () => {
    await addPerson(app.services.store, { name: 'New Here', roles: ['recorder'], mustChange: true });
    expect(await signIn('New Here')).toEqual({ ok: true, value: { mustChange: true } });
    expect(await desk.ask('pupils.list', {})).toMatchObject({ error: { code: 'signed-out' } });
    const next = { password: TEST_PASSWORD, newPassword: 'a kettle for the new bees' };
    expect(await desk.ask('session.change-password', next)).toEqual({ ok: true, value: {} });
    expect(await desk.ask('pupils.list', {})).toMatchObject({ ok: true });
  });

  it('is refused for nothing typed', async () => {
    expect(await desk.ask('session.sign-in', { name: ' ', password: '' })).toMatchObject({
      error: { code: 'invalid-input', fields: [{ path: 'name' }, { path: 'password' }] },
    });
  });
});

describe('locking and unlocking (session.lock, session.unlock, session.sign-out)', () => {
  beforeEach(() => signIn('Amara Okafor'));

  it('nothing is answered while it is locked, and the same person goes on where they were', async () => {
    await desk.ask('session.work-as', { role: 'administrator' });
    await desk.ask('session.lock', {});
    expect(await desk.ask('pupils.list', {})).toMatchObject({ error: { code: 'signed-out' } });
    expect(await desk.ask('session.work-as', { role: 'decider' })).toMatchObject({
      error: { code: 'signed-out' },
    });
    expect(await desk.ask('session.get', {})).toMatchObject({
      value: { state: 'locked', userName: 'Amara Okafor', role: 'administrator' },
    });
    expect(await desk.ask('session.unlock', { password: 'wrong' })).toMatchObject({ ok: false });
    expect(await desk.ask('session.unlock', { password: TEST_PASSWORD })).toEqual({ ok: true, value: {} });
    expect(desk.desk.current()?.session.role).toBe('administrator');
    expect(await desk.ask('pupils.list', {})).toMatchObject({ ok: true });
  });

  it('somebody else signs in instead, with what is theirs', async () => {
    await desk.ask('session.lock', {});
    await signIn('Ben Hale');
    expect(await desk.ask('session.get', {})).toMatchObject({
      value: { state: 'signed-in', userName: 'Ben Hale', role: 'recorder' },
    });
  });

  it('wrong passwords slow down unlocking too', async () => {
    await desk.ask('session.lock', {});
    for (let n = 0; n < 4; n += 1) await desk.ask('session.unlock', { password: `wrong ${n}` });
    expect(await desk.ask('session.unlock', { password: TEST_PASSWORD })).toMatchObject({
      error: { message: expect.stringContaining('Too many wrong passwords') as string },
    });
  });

  it('signing out leaves nobody there, locked or not, and each stands in the audit trail', async () => {
    await desk.ask('session.lock', { why: 'idle' });
    await desk.ask('session.sign-out', {});
    expect(await desk.ask('session.get', {})).toMatchObject({ value: { state: 'signed-out' } });
    expect(await desk.ask('session.unlock', { password: TEST_PASSWORD })).toMatchObject({
      error: { code: 'signed-out' },
    });
    expect(await auditOf(app, 'session.lock')).toMatchObject([
      { userName: 'Amara Okafor', detail: { why: 'idle' } },
    ]);
    expect(await auditOf(app, 'session.sign-out')).toMatchObject([{ userName: 'Amara Okafor' }]);
  });

  it('after the minutes of the rule without a key it is time to lock, and not before', async () => {
    desk.pass(9.9);
    expect(desk.desk.isIdle()).toBe(false);
    desk.pass(0.2);
    expect(desk.desk.isIdle()).toBe(true);
    desk.desk.active();
    expect(desk.desk.isIdle()).toBe(false);
  });
});

describe('changing one’s password (session.change-password)', () => {
  beforeEach(() => signIn('Amara Okafor'));
  const change = (password: string, newPassword: string) =>
    desk.ask('session.change-password', { password, newPassword });

  it('the new one is asked for from then on', async () => {
    expect(await change(TEST_PASSWORD, 'nine quiet green kettles')).toEqual({ ok: true, value: {} });
    expect(await signIn('Amara Okafor')).toMatchObject({ ok: false });
    expect(await signIn('Amara Okafor', 'nine quiet green kettles')).toMatchObject({ ok: true });
    expect(JSON.stringify(await auditOf(app, 'session.change-password'))).not.toMatch(/kettles|argon2/);
  });

  it.each([
    ['the present one again', TEST_PASSWORD, /the password you have now/],
    ['a short one', 'kettles', /5 more characters/],
    ['the school’s name', 'TestHighSchool2025', /among the first/],
    ['one’s own name', 'amara.okafor.1', /among the first/],
  ])('refuses %s', async (_, newPassword, message) => {
    expect(await change(TEST_PASSWORD, newPassword)).toMatchObject({
      error: {
        code: 'invalid-input',
        fields: [{ path: 'newPassword', message: expect.stringMatching(message) as string }],
      },
    });
  });

  it('refuses without the present one, and counts it as a wrong password', async () => {
    for (let n = 0; n < 4; n += 1) {
      expect(await change('wrong', 'nine quiet green kettles')).toMatchObject({
        error: { code: 'refused', fields: [{ path: 'password' }] },
      });
    }
    expect(await change(TEST_PASSWORD, 'nine quiet green kettles')).toMatchObject({ ok: false });
  });

  it('an accent typed in two ways is one password', async () => {
    await change(TEST_PASSWORD, 'caf\u00E9 under the lime tree');
    expect(await signIn('Amara Okafor', 'cafe\u0301 under the lime tree')).toMatchObject({ ok: true });
  });
});
