import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ROLE_PERMISSIONS, ROLES } from '#shared/permissions/roles.ts';
import type { UserSession } from '../context.ts';
import { openTestApp, type TestApp } from '../../../../tests/builders/app.ts';
import { auditOf } from '../../../../tests/builders/audit-of.ts';
import { runWith } from '../../../../tests/builders/run-with.ts';
import { setUpSchool } from '../../../../tests/builders/school.ts';

let app: TestApp;
beforeEach(() => {
  app = openTestApp();
});
afterEach(() => app.close());

describe('who is working (session.get)', () => {
  it('is the person and role of the session, with the permissions of that role', async () => {
    await setUpSchool(app);
    for (const role of ROLES) {
      expect(await app.must('session.get', {}, role)).toMatchObject({
        userName: 'Test Person',
        role,
        permissions: ROLE_PERMISSIONS[role],
      });
    }
  });

  it('offers the roles that have something to do in this database', async () => {
    expect((await app.must('session.get', {})).roles).toEqual(['administrator']);
    await app.must('setup.create-authority', { code: '873', name: 'Cambridgeshire' });
    expect((await app.must('session.get', {})).roles).toEqual(['authority', 'administrator']);
  });

  it('offers the roles of a school where there is one', async () => {
    await app.must('setup.load-demonstration', {});
    expect((await app.must('session.get', {})).roles.toSorted()).toEqual([...ROLES].toSorted());
  });
});

describe('working as somebody else (session.work-as)', () => {
  /** A desk that remembers what it was told. */
  const deskOf = () => {
    const told: UserSession[] = [];
    return { told, sessions: { workAs: (session: UserSession) => void told.push(session) } };
  };

  it('changes the role and keeps the name, and stands in the audit trail', async () => {
    await setUpSchool(app);
    const { told, sessions } = deskOf();
    const result = await runWith(app, { sessions, role: 'recorder' }, 'session.work-as', { role: 'decider' });
    expect(result).toEqual({ ok: true, value: {} });
    expect(told).toEqual([{ role: 'decider', userName: 'Test Person' }]);
    expect(await auditOf(app, 'session.work-as')).toMatchObject([
      { role: 'recorder', subjectType: 'session', subjectId: 'decider' },
    ]);
  });

  it('takes another name with it', async () => {
    await setUpSchool(app);
    const { told, sessions } = deskOf();
    await runWith(app, { sessions }, 'session.work-as', { role: 'recorder', userName: ' Amara Okafor-Lee ' });
    expect(told).toEqual([{ role: 'recorder', userName: 'Amara Okafor-Lee' }]);
  });

  it('is refused for a role that has nothing to do here, and the session stays', async () => {
    const { told, sessions } = deskOf();
    expect(await runWith(app, { sessions }, 'session.work-as', { role: 'decider' })).toMatchObject({
      ok: false,
      error: { code: 'refused' },
    });
    await setUpSchool(app, {});
    expect((await runWith(app, { sessions }, 'session.work-as', { role: 'decider' })).ok).toBe(true);
    expect(told).toHaveLength(1);
    expect(await auditOf(app, 'session.work-as')).toHaveLength(1);
  });

  it.each([
    ['an empty name', { role: 'administrator' as const, userName: ' ' }],
    ['a name of 81 letters', { role: 'administrator' as const, userName: 'x'.repeat(81) }],
  ])('is refused for %s', async (_, input) => {
    expect(await app.run('session.work-as', input)).toMatchObject({
      ok: false,
      error: { code: 'invalid-input', fields: [{ path: 'userName' }] },
    });
  });

  it('is refused for a role that does not exist', async () => {
    const input = { role: 'emperor' as 'administrator' };
    expect(await app.run('session.work-as', input)).toMatchObject({
      ok: false,
      error: { code: 'invalid-input', fields: [{ path: 'role' }] },
    });
  });
});
