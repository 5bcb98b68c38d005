import { expect, it } from 'vitest';
import { loginRoleOf, peopleRoleOf } from './login-role.ts';

it('a login is the database and the name, so that no two databases share one', () => {
  expect(loginRoleOf('first_day', 'ada admin')).toBe('first_day.ada admin');
  expect(peopleRoleOf('first_day')).toBe('first_day_people');
});

it('a name too long for the server is cut, and stays another than one that begins alike', () => {
  const long = 'maximiliana wilhelmina von und zu hohenstein am sachsenwald der';
  const one = loginRoleOf('first_day', `${long} erste`);
  const other = loginRoleOf('first_day', `${long} zweite`);
  expect(Buffer.byteLength(one)).toBeLessThanOrEqual(63);
  expect(one).not.toBe(other);
  expect(one).toMatch(/^first_day\.maximiliana.*~[0-9a-f]{8}$/);
});

it('is cut between letters, not within one', () => {
  const name = loginRoleOf('first_day', 'ж'.repeat(40));
  expect(Buffer.byteLength(name)).toBeLessThanOrEqual(63);
  expect(name).toMatch(/^first_day\.ж+~[0-9a-f]{8}$/);
});
