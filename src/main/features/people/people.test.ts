import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OperationInput } from '#shared/contract/contract.ts';
import type { KeyDesk } from '../office-desk.ts';
import { openTestApp, type TestApp } from '../../../../tests/builders/app.ts';
import { auditOf } from '../../../../tests/builders/audit-of.ts';
import { openDesk, type TestDesk } from '../../../../tests/builders/desk.ts';
import { addPerson, TEST_PASSWORD } from '../../../../tests/builders/people.ts';
import { setUpSchool } from '../../../../tests/builders/school.ts';

const NEW_PASSWORD = 'nine quiet green kettles';

let app: TestApp;
let desk: TestDesk;
let amara: string;
beforeEach(async () => {
  app = openTestApp();
  await setUpSchool(app);
  amara = await addPerson(app.services.store, { name: 'Amara Okafor', roles: ['administrator'] });
  desk = openDesk(app);
  await desk.ask('session.sign-in', { name: 'Amara Okafor', password: TEST_PASSWORD });
});
afterEach(() => app.close());

const save = (input: OperationInput<'people.save'>) => desk.ask('people.save', input);

async function add(name: string, role: 'recorder' | 'administrator' = 'recorder') {
  const saved = await save({ name, roles: [{ role }] });
  if (!saved.ok) throw new Error(saved.error.message);
  return saved.value;
}

describe('letting people in (people.list, people.save)', () => {
  it('a new person gets a temporary password, and is in the list with the roles', async () => {
    const { id, temporaryPassword = '' } = await add('Ben Hale');
    expect(temporaryPassword).toMatch(/^[a-z2-9]{5}(-[a-z2-9]{5}){2}$/);
    expect(await desk.ask('people.list', {})).toMatchObject({
      value: {
        people: [
          { id: amara, name: 'Amara Okafor', lastSignInAt: '2025-11-12T12:00:00.000Z' },
          { id, name: 'Ben Hale', active: true, mustChange: true, roles: [{ role: 'recorder' }] },
        ],
        lockAfterMinutes: 10,
      },
    });
    expect(
      await openDesk(app).ask('session.sign-in', { name: 'ben hale', password: temporaryPassword }),
    ).toEqual({
      ok: true,
      value: { mustChange: true },
    });
    const trail = JSON.stringify(await auditOf(app, 'people.save'));
    expect(trail).not.toContain('argon2');
    expect(trail).not.toContain(temporaryPassword);
  });

  it('a name that is there already in another spelling is refused', async () => {
    expect(await save({ name: 'AMARA  Okáfor', roles: [{ role: 'recorder' }] })).toMatchObject({
      error: { code: 'invalid-input', fields: [{ path: 'name' }] },
    });
  });

  it.each([
    ['no role', { roles: [] }, 'roles'],
    ['provider staff of no provider', { roles: [{ role: 'provider-staff' as const }] }, 'roles.0.providerId'],
    [
      'a provider that is not there',
      { roles: [{ role: 'provider-staff' as const, providerId: 'x' }] },
      'roles.0.providerId',
    ],
    [
      'a last day before the first',
      { roles: [{ role: 'decider' as const, from: '2025-11-12', to: '2025-11-11' }] },
      'roles.0.to',
    ],
  ])('%s is refused', async (_, part, path) => {
    expect(await save({ name: 'Ben Hale', ...part })).toMatchObject({
      error: { code: 'invalid-input', fields: [{ path }] },
    });
  });

  it('whoever leaves no longer gets in, from that moment on', async () => {
    const { id, version, temporaryPassword = '' } = await add('Ben Hale');
    const theirs = openDesk(app);
    await theirs.ask('session.sign-in', { name: 'Ben Hale', password: temporaryPassword });
    await theirs.ask('session.change-password', { password: temporaryPassword, newPassword: NEW_PASSWORD });
    expect(await theirs.ask('pupils.list', {})).toMatchObject({ ok: true });
    const changed = {
      id,
      version: version + 1,
      name: 'Ben Hale',
      active: false,
      roles: [{ role: 'recorder' as const }],
    };
    expect(await save(changed)).toMatchObject({ ok: true });
    expect(await theirs.ask('pupils.list', {})).toMatchObject({ error: { code: 'signed-out' } });
    expect(await theirs.ask('session.get', {})).toMatchObject({ value: { state: 'signed-out' } });
  });

  it('the last administrator can neither leave nor give the role up, nor have it end', async () => {
    await add('Ben Hale');
    const self = { id: amara, version: 1, name: 'Amara Okafor' };
    for (const part of [
      { active: false, roles: [{ role: 'administrator' as const }] },
      { roles: [{ role: 'recorder' as const }] },
      { roles: [{ role: 'administrator' as const, to: '2030-01-01' }] },
    ])
      expect(await save({ ...self, ...part })).toMatchObject({ error: { code: 'refused' } });
    await add('Cleo Marsh', 'administrator');
    expect(await save({ ...self, roles: [{ role: 'recorder' }] })).toMatchObject({ ok: true });
  });

  it('is refused for a version that is no longer the present one', async () => {
    const { id } = await add('Ben Hale');
    expect(await save({ id, version: 7, name: 'Ben Hale', roles: [{ role: 'recorder' }] })).toMatchObject({
      error: { code: 'conflict' },
    });
  });
});

describe('a new password for somebody (people.reset-password)', () => {
  it('takes the place of the old one, and ends the waiting', async () => {
    const { id, temporaryPassword = '' } = await add('Ben Hale');
    const theirs = openDesk(app);
    const signIn = (password: string) => theirs.ask('session.sign-in', { name: 'Ben Hale', password });
    for (let n = 0; n < 5; n += 1) await signIn('wrong');
    expect(await signIn(temporaryPassword)).toMatchObject({ ok: false });
    const reset = await desk.ask('people.reset-password', { id });
    expect(await signIn(reset.ok ? reset.value.temporaryPassword : '')).toMatchObject({ ok: true });
  });

  it('is not for oneself, nor for whoever is not there', async () => {
    expect(await desk.ask('people.reset-password', { id: amara })).toMatchObject({
      error: { code: 'refused' },
    });
    expect(await desk.ask('people.reset-password', { id: 'nobody' })).toMatchObject({
      error: { code: 'not-found' },
    });
  });
});

describe('when the window locks (people.save-lock-rule)', () => {
  it('follows the rule from that moment on', async () => {
    expect(await desk.ask('people.save-lock-rule', { minutes: 3 })).toEqual({ ok: true, value: {} });
    desk.pass(3);
    expect(desk.desk.isIdle()).toBe(true);
    expect(await desk.ask('people.save-lock-rule', { minutes: 0 })).toMatchObject({
      error: { code: 'invalid-input', fields: [{ path: 'minutes' }] },
    });
  });
});

describe('with the recovery key (people.recover-administrator)', () => {
  const admitted: string[] = [];
  const keys = {
    opensWith: async (typed: string) => typed === 'the right key',
    admits: () => true,
    admitPassword: async (name: string) => void admitted.push(name),
  } as unknown as KeyDesk;
  const input = { name: 'Amara Okafor', password: NEW_PASSWORD, recoveryKey: 'the right key' };

  it('somebody who forgot the password gets in with a new one', async () => {
    const { ask } = openDesk(app, { keys });
    expect(await ask('people.recover-administrator', input)).toMatchObject({
      ok: true,
      value: { id: amara },
    });
    expect(await ask('session.sign-in', input)).toMatchObject({ ok: true });
    expect(admitted).toEqual(['amara okafor']);
    expect(JSON.stringify(await auditOf(app, 'people.recover-administrator'))).not.toMatch(
      /kettles|right key/,
    );
  });

  it('somebody new becomes an administrator', async () => {
    const { ask } = openDesk(app, { keys });
    await ask('people.recover-administrator', { ...input, name: 'New Head' });
    await ask('session.sign-in', { ...input, name: 'New Head' });
    expect(await ask('session.get', {})).toMatchObject({ value: { role: 'administrator' } });
  });

  it('is refused with another key, and where there is none', async () => {
    const wrong = { ...input, recoveryKey: 'another' };
    expect(await openDesk(app, { keys }).ask('people.recover-administrator', wrong)).toMatchObject({
      error: { code: 'refused', fields: [{ path: 'recoveryKey' }] },
    });
    expect(await openDesk(app).ask('people.recover-administrator', input)).toMatchObject({
      error: { code: 'refused' },
    });
  });
});
