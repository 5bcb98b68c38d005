import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { replaceUserRoles } from '#main/storage/repositories/users.ts';
import {
  asOwner,
  makeSharedDatabase,
  openSharedApp,
  type SharedApp,
  type SharedDatabase,
} from '../builders/shared-app.ts';
import { TEST_PASSWORD } from '../builders/people.ts';

let database: SharedDatabase;
let app: SharedApp;
beforeAll(async () => {
  database = await makeSharedDatabase();
  const schoolId = await database.school();
  await database.person({ name: 'Amara Okafor', roles: ['administrator', 'decider'], schoolId });
  await database.person({ name: 'Ben Hale', roles: ['recorder'], schoolId });
  await database.person({ name: 'Gail Winter', roles: ['recorder'], schoolId });
});
afterAll(() => database.close());
beforeEach(async () => {
  app = await openSharedApp(database);
});
afterEach(() => app.close());

describe('signing in to a shared database', () => {
  it('before anybody has, nothing is read, and the window knows where it would sign in', async () => {
    expect(await app.must('keys.status', {})).toMatchObject({
      state: 'needs-sign-in',
      shared: { name: 'Test Area', database: database.join.database, certificate: 'none' },
    });
    expect(await app.must('session.get', {})).toMatchObject({ state: 'signed-out' });
    expect(await app.ask('pupils.list', {})).toMatchObject({ error: { code: 'signed-out' } });
    expect(await app.ask('setup.status', {})).toMatchObject({ error: { code: 'signed-out' } });
  });

  it('opens it with the person’s own login, and everything is answered from there', async () => {
    expect(await app.signIn('amara  OKAFOR')).toEqual({ ok: true, value: { mustChange: false } });
    expect(await app.must('session.get', {})).toMatchObject({ state: 'signed-in', userName: 'Amara Okafor' });
    expect(await app.must('setup.status', {})).toMatchObject({ school: { name: 'Test High School' } });
    expect(await app.must('app.about', {})).toMatchObject({ engine: 'postgres' });
    const [row] = await app.services.store.read((db) =>
      db.select({ at: db.tables.users.lastSignInAt }).from(db.tables.users).limit(1),
    );
    expect(row).toBeDefined();
    expect(app.office.jobPlace()).toMatchObject({
      kind: 'server',
      place: { user: app.office.shared.loginRole() },
    });
  });

  it('refuses a wrong password and an unknown name alike, and leaves nobody signed in', async () => {
    const wrong = await app.signIn('Amara Okafor', 'not the password');
    const unknown = await app.signIn('Nobody Known');
    expect(wrong).toMatchObject({ ok: false, error: { code: 'refused' } });
    expect(unknown).toEqual(wrong);
    expect(app.office.desk.standing()).toEqual({ state: 'needs-sign-in' });
  });

  it('slows down after wrong ones', async () => {
    for (let tries = 1; tries <= 4; tries += 1) await app.signIn('Amara Okafor', 'not the password');
    expect(await app.signIn('Amara Okafor')).toMatchObject({
      error: { message: expect.stringContaining('Wait') as string },
    });
  });

  it('locking keeps what was opened, and the password of the same person unlocks it', async () => {
    await app.signIn('Amara Okafor');
    await app.must('session.lock', {});
    expect(await app.ask('pupils.list', {})).toMatchObject({ error: { code: 'signed-out' } });
    expect(await app.ask('session.unlock', { password: 'not the password' })).toMatchObject({ ok: false });
    expect(await app.ask('session.unlock', { password: TEST_PASSWORD })).toMatchObject({
      ok: true,
    });
    expect(await app.ask('pupils.list', {})).toMatchObject({ ok: true });
  });

  it('another person signs in behind the lock with a login of their own', async () => {
    await app.signIn('Amara Okafor');
    const before = app.office.shared.loginRole();
    await app.must('session.lock', {});
    expect(await app.signIn('Ben Hale', 'not the password')).toMatchObject({ ok: false });
    expect(app.office.shared.loginRole()).toBe(before);
    expect(await app.signIn('Ben Hale')).toMatchObject({ ok: true });
    expect(app.office.shared.loginRole()).not.toBe(before);
    expect(await app.must('session.get', {})).toMatchObject({ userName: 'Ben Hale', role: 'recorder' });
  });

  it('signing out closes it', async () => {
    await app.signIn('Amara Okafor');
    await app.must('session.sign-out', {});
    expect(app.office.desk.standing()).toEqual({ state: 'needs-sign-in' });
    expect(app.office.shared.loginRole()).toBeUndefined();
    expect(await app.must('session.get', {})).toMatchObject({
      state: 'signed-out',
      lastName: 'Amara Okafor',
    });
  });

  it('whoever has no role today is told so, and whoever works goes on', async () => {
    const clara = await database.person({ name: 'Clara Moss', roles: ['recorder'], schoolId: 'school-1' });
    await database.store.write((db) => replaceUserRoles(db, clara, []));
    await app.signIn('Amara Okafor');
    expect(await app.signIn('Clara Moss')).toMatchObject({
      error: { message: expect.stringContaining('no role') as string },
    });
    expect(await app.must('session.get', {})).toMatchObject({ userName: 'Amara Okafor' });
  });

  it('a changed password opens it from then on, in a thread begun afterwards too', async () => {
    await app.signIn('Gail Winter');
    const newPassword = 'nine quiet green kettles';
    await app.must('session.change-password', { password: TEST_PASSWORD, newPassword });
    expect(app.office.jobPlace()).toMatchObject({ place: { password: newPassword } });
    expect(await app.ask('pupils.list', {})).toMatchObject({ ok: true });
    await app.must('session.sign-out', {});
    expect(await app.signIn('Gail Winter')).toMatchObject({ ok: false });
    expect(await app.signIn('Gail Winter', newPassword)).toMatchObject({ ok: true });
  });

  it('a temporary password is changed before anything else', async () => {
    await database.person({ name: 'Dee New', roles: ['recorder'], schoolId: 'school-1', mustChange: true });
    expect(await app.signIn('Dee New')).toEqual({ ok: true, value: { mustChange: true } });
    expect(await app.must('session.get', {})).toMatchObject({ state: 'signed-in', mustChange: true });
    const newPassword = 'nine quiet green kettles';
    await app.must('session.change-password', { password: TEST_PASSWORD, newPassword });
    expect(await app.ask('pupils.list', {})).toMatchObject({ ok: true });
  });

  it('refuses a database that a newer program has updated, with what to do', async () => {
    await asOwner(database.place, (client) => client.query('UPDATE first_day SET version = version + 1'));
    expect(await app.signIn('Amara Okafor')).toMatchObject({
      error: { code: 'not-open', message: expect.stringContaining('newer version of First Day') as string },
    });
    await asOwner(database.place, (client) => client.query('UPDATE first_day SET version = version - 1'));
  });
});
