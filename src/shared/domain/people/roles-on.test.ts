import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepsAdministrator, providersOn, rolesOn } from './roles-on.ts';

const acting = { role: 'decider', from: '2025-11-10', to: '2025-11-14' };

describe('the roles of a person on a day', () => {
  it('an acting head decides from the first day to the last, and on no other', () => {
    const days = ['2025-11-09', '2025-11-10', '2025-11-14', '2025-11-15'];
    expect(days.map((day) => rolesOn([acting], day))).toEqual([[], ['decider'], ['decider'], []]);
  });

  it('a role with one end lasts on the other side for good', () => {
    expect(rolesOn([{ role: 'recorder', from: '2025-11-10' }], '2999-01-01')).toEqual(['recorder']);
    expect(rolesOn([{ role: 'recorder', to: '2025-11-10' }], '2003-09-01')).toEqual(['recorder']);
  });

  it('a role held twice is one role', () => {
    expect(rolesOn([acting, { role: 'decider' }], '2025-11-12')).toEqual(['decider']);
  });

  it('staff of two providers are staff of those whose time it is', () => {
    const terms = [
      { role: 'provider-staff', providerId: 'bridge' },
      { role: 'provider-staff', providerId: 'annexe', to: '2025-11-11' },
      { role: 'provider-staff' },
    ];
    expect(providersOn(terms, 'provider-staff', '2025-11-11')).toEqual(['bridge', 'annexe']);
    expect(providersOn(terms, 'provider-staff', '2025-11-12')).toEqual(['bridge']);
  });
});

describe('somebody can always let others in', () => {
  const forGood = { active: true, roles: [{ role: 'administrator' }] };
  it.each([
    ['an administrator for good', [forGood], true],
    ['one who has left', [{ ...forGood, active: false }], false],
    ['one whose role ends', [{ active: true, roles: [{ role: 'administrator', to: '2030-01-01' }] }], false],
    [
      'one who is yet to begin',
      [{ active: true, roles: [{ role: 'administrator', from: '2025-12-01' }] }],
      false,
    ],
    ['a decider alone', [{ active: true, roles: [{ role: 'decider' }] }], false],
    ['nobody', [], false],
  ])('with %s: %s', (_, people, kept) => {
    expect(keepsAdministrator(people)).toBe(kept);
  });

  it('more people never make it worse', () => {
    const person = fc.record({
      active: fc.boolean(),
      roles: fc.array(fc.record({ role: fc.constantFrom('administrator', 'recorder') })),
    });
    fc.assert(
      fc.property(fc.array(person), person, (people, another) => {
        expect(keepsAdministrator([...people, another]) || !keepsAdministrator(people)).toBe(true);
      }),
    );
  });
});
