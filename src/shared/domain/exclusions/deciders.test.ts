import { describe, expect, it } from 'vitest';
import { decidersOn, sameName, usualDecisionDay } from './deciders.ts';

const heads = [
  { name: 'Mrs Head', acting: false, from: '2024-09-01', to: '2025-10-31' },
  { name: 'Mr Acting', acting: true, from: '2025-10-20', to: '2025-11-14' },
  { name: 'Ms Next', acting: false, from: '2025-11-15' },
];

describe('who may decide', () => {
  it.each([
    ['2024-08-31', []],
    ['2024-09-01', ['Mrs Head']],
    ['2025-10-20', ['Mrs Head', 'Mr Acting']],
    ['2025-11-14', ['Mr Acting']],
    ['2025-11-15', ['Ms Next']],
  ])('on %s: %j, first and last days included', (day, names) => {
    expect(decidersOn(heads, day).map(({ name }) => name)).toEqual(names);
  });

  it('compares names without regard to case and spaces', () => {
    expect(sameName('  mrs  HEAD ', 'Mrs Head')).toBe(true);
    expect(sameName('Mrs Heads', 'Mrs Head')).toBe(false);
  });

  it('takes the day of the start, or today while the start is still to come', () => {
    expect(usualDecisionDay('2025-11-10', '2025-11-12')).toBe('2025-11-10');
    expect(usualDecisionDay('2025-11-13', '2025-11-12')).toBe('2025-11-12');
    expect(usualDecisionDay(undefined, '2025-11-12')).toBe('2025-11-12');
  });
});
