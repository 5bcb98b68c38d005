import { describe, expect, it } from 'vitest';
import { exclusionTitle, formatHalfDays, formatLength } from './exclusion-words.ts';

const issued = {
  kind: 'fixed-period',
  ruleSet: 'england-2022',
  startDate: '2025-06-03',
  startSlot: 'am',
  halfDays: 5,
} as const;

describe('the title of an exclusion', () => {
  it.each([
    [issued, 'Suspension, 2.5 days from Tue 3 June am'],
    [{ ...issued, halfDays: 1 }, 'Suspension, half a day from Tue 3 June am'],
    [{ ...issued, halfDays: 2, startSlot: 'pm' }, 'Suspension, 1 day from Tue 3 June pm'],
    [{ ...issued, ruleSet: 'england-2003' }, 'Fixed-period exclusion, 2.5 days from Tue 3 June am'],
    [{ ...issued, kind: 'permanent', halfDays: null }, 'Permanent exclusion from Tue 3 June am'],
    [{ ...issued, kind: 'lunchtime', halfDays: 3 }, 'Lunchtime suspension, 3 lunchtimes from Tue 3 June'],
    [
      { ...issued, kind: 'lunchtime', halfDays: 1, ruleSet: 'england-2012' },
      'Lunchtime exclusion, 1 lunchtime from Tue 3 June',
    ],
  ] as const)('uses the words of its rule set', (exclusion, title) => {
    expect(exclusionTitle(exclusion)).toBe(title);
  });

  it('says what a draft does not know yet', () => {
    expect(exclusionTitle({ ...issued, startDate: null, startSlot: null, halfDays: null })).toBe(
      'Suspension, no start date yet',
    );
    expect(exclusionTitle({ ...issued, halfDays: null })).toBe('Suspension from Tue 3 June am');
  });

  it('falls back on the start date for a rule set it does not know', () => {
    expect(exclusionTitle({ ...issued, ruleSet: 'unknown', startDate: '2006-06-06' })).toBe(
      'Fixed-period exclusion, 2.5 days from Tue 6 June am',
    );
  });
});

describe('the words of a length', () => {
  it('say half days as people do', () => {
    expect([1, 2, 5, 90].map(formatHalfDays)).toEqual(['half a day', '1 day', '2.5 days', '45 days']);
  });

  it('count lunchtimes as lunchtimes', () => {
    expect(formatLength('lunchtime', 1)).toBe('1 lunchtime');
    expect(formatLength('lunchtime', 3)).toBe('3 lunchtimes');
    expect(formatLength('fixed-period', 3)).toBe('1.5 days');
  });
});
