import { describe, expect, it } from 'vitest';
import { countSummary, exclusionTitle, formatHalfDays, workingLineText } from './exclusion-words.ts';

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

describe('the words of a count', () => {
  it('say half days as people do', () => {
    expect([1, 2, 5, 90].map(formatHalfDays)).toEqual(['half a day', '1 day', '2.5 days', '45 days']);
  });

  it('name the sessions of a day and the closed days with their reason', () => {
    expect(workingLineText({ type: 'counted', date: '2025-05-23', slots: ['pm'] })).toBe(
      'Fri 23 May 2025, pm only',
    );
    expect(workingLineText({ type: 'counted', date: '2025-06-03', slots: ['am', 'pm'] })).toBe(
      'Tue 3 June 2025, am and pm',
    );
    expect(workingLineText({ type: 'counted', date: '2025-06-03', slots: ['lunch'] })).toBe(
      'Tue 3 June 2025, lunchtime',
    );
    const closed = { type: 'closed', from: '2025-05-24', to: '2025-06-01', slot: 'all' } as const;
    expect(workingLineText({ ...closed, reason: 'half-term' })).toBe(
      'Sat 24 May to Sun 1 June 2025: half-term',
    );
    expect(workingLineText({ ...closed, to: closed.from, slot: 'am', reason: 'polling' })).toBe(
      'Sat 24 May 2025 am: polling',
    );
  });

  it('sum up with the return', () => {
    const back = { date: '2025-06-03', slot: 'pm' } as const;
    expect(countSummary('fixed-period', 2, back)).toBe('2 sessions (1 day), back Tue 3 June 2025 pm');
    expect(countSummary('fixed-period', 1, back)).toBe('1 session (half a day), back Tue 3 June 2025 pm');
    expect(countSummary('lunchtime', 3, back)).toBe(
      '3 lunchtimes (counts as 1.5 days), back at lunch on Tue 3 June 2025',
    );
    expect(countSummary('fixed-period', 2, undefined)).toContain('dates are not entered');
  });
});
