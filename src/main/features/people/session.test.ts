import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ROLE_PERMISSIONS, ROLES } from '#shared/permissions/roles.ts';
import { openTestApp, type TestApp } from '../../../../tests/builders/app.ts';
import { auditOf } from '../../../../tests/builders/audit-of.ts';
import { openDesk } from '../../../../tests/builders/desk.ts';
import { addPerson, TEST_ADMINISTRATOR, TEST_PASSWORD } from '../../../../tests/builders/people.ts';
import { setUpSchool } from '../../../../tests/builders/school.ts';

let app: TestApp;
beforeEach(() => {
  app = openTestApp();
});
afterEach(() => app.close());

const someone = { userName: 'Somebody', role: 'administrator' } as const;

describe('who is working (session.get)', () => {
  it('in a demonstration is whoever was chosen, with the permissions of the role and every role to choose from', async () => {
    await setUpSchool(app, { demonstration: true });
    for (const role of ROLES) {
      const { ask } = openDesk(app, {}, { userName: 'Somebody', role });
      const { roles, ...rest } = (await ask('session.get', {})).ok
        ? await app.must('session.get', {}, role)
        : expect.fail();
      expect(rest).toMatchObject({ state: 'no-sign-in', role, permissions: ROLE_PERMISSIONS[role] });
      expect(roles.toSorted()).toEqual([...ROLES].toSorted());
    }
  });

  it('an empty database asks nobody to sign in', async () => {
    expect(await openDesk(app, {}, someone).ask('session.get', {})).toMatchObject({
      value: { state: 'no-sign-in', role: 'administrator', roles: ['administrator'] },
    });
  });

  it('whoever set up an authority’s database works in it at once, as its administrator who prints the recovery sheet', async () => {
    const { ask } = openDesk(app, {}, someone);
    await ask('setup.create-authority', {
      code: '873',
      name: 'Fen County',
      administrator: TEST_ADMINISTRATOR,
    });
    expect(await ask('session.get', {})).toMatchObject({
      value: {
        state: 'signed-in',
        userName: 'Test Person',
        role: 'administrator',
        roles: ['authority', 'administrator'],
        permissions: expect.arrayContaining(['keys.manage', 'authority.import']),
        mustChange: false,
        lastName: 'Test Person',
      },
    });
  });

  it('a database from before people signed in asks for its first administrator, once', async () => {
    await setUpSchool(app);
    const { ask } = openDesk(app);
    expect(await ask('session.get', {})).toMatchObject({ value: { state: 'no-people', permissions: [] } });
    expect(await ask('people.add-first', TEST_ADMINISTRATOR)).toMatchObject({ ok: true });
    expect(await ask('session.get', {})).toMatchObject({
      value: { state: 'signed-in', role: 'decider', userName: 'Test Person' },
    });
    expect(
      await openDesk(app).ask('people.add-first', { ...TEST_ADMINISTRATOR, name: 'Another' }),
    ).toMatchObject({
      ok: false,
      error: { code: 'refused' },
    });
    expect(await auditOf(app, 'people.add-first')).toMatchObject([
      { userName: 'Test Person', role: 'decider' },
    ]);
  });

  it('says nothing of anybody before somebody has signed in', async () => {
    await setUpSchool(app);
    await addPerson(app.services.store, { name: 'Amara Okafor', roles: ['administrator'] });
    expect(await openDesk(app).ask('session.get', {})).toEqual({
      ok: true,
      value: {
        state: 'signed-out',
        userName: '',
        role: 'none',
        roles: [],
        permissions: [],
        mustChange: false,
      },
    });
  });

  it('an acting head whose time is over goes on in another role, or is signed out', async () => {
    await setUpSchool(app);
    const term = { role: 'decider', from: '2025-11-10', to: '2025-11-12' } as const;
    await addPerson(app.services.store, { name: 'Acting Head', roles: ['recorder', term] });
    await addPerson(app.services.store, { name: 'Only Acting', roles: [term] });
    const tomorrow = { clock: { now: () => '2025-11-13T08:00:00.000Z', today: () => '2025-11-13' } };
    for (const [name, then] of [
      ['Acting Head', { state: 'signed-in', role: 'recorder' }],
      ['Only Acting', { state: 'signed-out', role: 'none' }],
    ] as const) {
      const today = openDesk(app);
      await today.ask('session.sign-in', { name, password: TEST_PASSWORD });
      expect(await today.ask('session.get', {})).toMatchObject({ value: { role: 'decider' } });
      const later = openDesk(app, tomorrow);
      later.desk.signIn(today.desk.current()?.session ?? someone, 10);
      expect(await later.ask('exclusions.list', {})).toMatchObject({ error: { code: 'not-permitted' } });
      expect(await later.ask('session.get', {})).toMatchObject({ value: then });
    }
  });
});

describe('working in another role (session.work-as)', () => {
  it('a person chooses among their own roles, and it stands in the audit trail', async () => {
    await setUpSchool(app);
    const userId = await addPerson(app.services.store, {
      name: 'Amara Okafor',
      roles: ['recorder', 'administrator'],
    });
    const { ask, desk } = openDesk(app);
    await ask('session.sign-in', { name: 'Amara Okafor', password: TEST_PASSWORD });
    expect(await ask('session.work-as', { role: 'administrator' })).toEqual({ ok: true, value: {} });
    expect(desk.current()?.session).toEqual({ userName: 'Amara Okafor', userId, role: 'administrator' });
    expect(await ask('session.work-as', { role: 'decider' })).toMatchObject({
      error: { code: 'not-permitted' },
    });
    expect(await auditOf(app, 'session.work-as')).toMatchObject([
      { userName: 'Amara Okafor', role: 'recorder', subjectType: 'session', subjectId: 'administrator' },
    ]);
  });

  it('takes nobody’s name but in a demonstration', async () => {
    await setUpSchool(app, { demonstration: true });
    const { ask, desk } = openDesk(app, {}, someone);
    await ask('session.work-as', { role: 'recorder', userName: ' Amara Okafor-Lee ' });
    expect(await desk.asking(async () => someone)).toEqual({
      role: 'recorder',
      userName: 'Amara Okafor-Lee',
    });
  });

  it('is refused for a role that has nothing to do here', async () => {
    expect(await openDesk(app, {}, someone).ask('session.work-as', { role: 'decider' })).toMatchObject({
      error: { code: 'refused' },
    });
  });

  it('is refused before anybody has signed in', async () => {
    await setUpSchool(app);
    expect(await openDesk(app).ask('session.work-as', { role: 'decider' })).toMatchObject({
      error: { code: 'signed-out' },
    });
  });

  it.each([
    ['an empty name', { role: 'administrator' as const, userName: ' ' }, 'userName'],
    ['a name of 81 letters', { role: 'administrator' as const, userName: 'x'.repeat(81) }, 'userName'],
    ['a role that does not exist', { role: 'emperor' as 'administrator' }, 'role'],
  ])('is refused for %s', async (_, input, path) => {
    expect(await app.run('session.work-as', input)).toMatchObject({
      ok: false,
      error: { code: 'invalid-input', fields: [{ path }] },
    });
  });
});
