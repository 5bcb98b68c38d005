import { expect, it } from 'vitest';
import { ROLES } from './roles.ts';
import { asksTies, isOutsider } from './is-outsider.ts';

const outsiders = (stay: boolean, governors: boolean) =>
  ROLES.filter((role) => isOutsider(role, { stay, governors }));

it('who records and who decides is never outside a case, the authority and the administrator always', () => {
  for (const stay of [true, false])
    for (const governors of [true, false]) {
      const found = outsiders(stay, governors);
      expect(found).toEqual(expect.arrayContaining(['authority', 'administrator']));
      expect(found).not.toEqual(expect.arrayContaining(['recorder']));
      expect(found).not.toEqual(expect.arrayContaining(['decider']));
    }
});

it('provider staff are inside for pupils who come to them, the clerk for those whom the governors see', () => {
  expect(outsiders(true, false)).toEqual(['governor-clerk', 'authority', 'administrator']);
  expect(outsiders(false, true)).toEqual(['provider-staff', 'authority', 'administrator']);
  expect(ROLES.filter(asksTies)).toEqual(['provider-staff', 'governor-clerk']);
});

it('nobody signed in is outside', () => {
  expect(isOutsider('none', { stay: true, governors: true })).toBe(true);
});
