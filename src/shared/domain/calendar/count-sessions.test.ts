import { describe, expect, it } from 'vitest';
import { addSchoolDays, countBetween, countFromStart } from './count-sessions.ts';
import { indexCalendar } from './index-calendar.ts';
import type { SchoolCalendar } from './types.ts';

const calendar: SchoolCalendar = {
  terms: [
    { schoolYear: 2024, name: 'autumn', from: '2024-09-02', to: '2024-12-20' },
    { schoolYear: 2024, name: 'spring', from: '2025-01-06', to: '2025-04-04' },
    { schoolYear: 2024, name: 'summer', from: '2025-04-22', to: '2025-07-22' },
    { schoolYear: 2026, name: 'autumn', from: '2026-09-02', to: '2026-12-18' },
  ],
  closures: [
    { from: '2024-10-28', to: '2024-11-01', slot: 'all', kind: 'holiday', name: 'half-term' },
    { from: '2025-02-17', to: '2025-02-21', slot: 'all', kind: 'holiday', name: 'half-term' },
    {
      from: '2025-05-05',
      to: '2025-05-05',
      slot: 'all',
      kind: 'bank-holiday',
      name: 'early May bank holiday',
    },
    { from: '2025-05-26', to: '2025-05-30', slot: 'all', kind: 'holiday', name: 'half-term' },
    { from: '2025-05-26', to: '2025-05-26', slot: 'all', kind: 'bank-holiday', name: 'spring bank holiday' },
    { from: '2025-06-02', to: '2025-06-02', slot: 'all', kind: 'inset', name: 'INSET' },
    { from: '2025-06-12', to: '2025-06-12', slot: 'pm', kind: 'closure', name: 'boiler failure' },
  ],
};
const index = indexCalendar(calendar);

const unwrap = <T>(result: { ok: true; value: T } | { ok: false; error: { message: string } }): T => {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
};
const messageOf = (result: { ok: boolean; error?: { message: string } }): string =>
  result.error?.message ?? 'no error';

describe('countFromStart', () => {
  it('passes over half-term and an INSET day, and says on which session the pupil is back', () => {
    const count = unwrap(countFromStart(index, { date: '2025-05-23', slot: 'pm' }, 2));
    expect(count.sessions).toEqual([
      { date: '2025-05-23', slot: 'pm' },
      { date: '2025-06-03', slot: 'am' },
    ]);
    expect(count.returnsOn).toEqual({ date: '2025-06-03', slot: 'pm' });
    expect(count.working).toEqual([
      { type: 'counted', date: '2025-05-23', slots: ['pm'] },
      { type: 'closed', from: '2025-05-24', to: '2025-06-01', slot: 'all', reason: 'half-term' },
      { type: 'closed', from: '2025-06-02', to: '2025-06-02', slot: 'all', reason: 'INSET' },
      { type: 'counted', date: '2025-06-03', slots: ['am'] },
    ]);
  });

  it('shows the closed days between the last session and the return', () => {
    const count = unwrap(countFromStart(index, { date: '2025-05-01', slot: 'am' }, 4));
    expect(count.last).toEqual({ date: '2025-05-02', slot: 'pm' });
    expect(count.returnsOn).toEqual({ date: '2025-05-06', slot: 'am' });
    expect(count.working.slice(2)).toEqual([
      { type: 'closed', from: '2025-05-03', to: '2025-05-04', slot: 'all', reason: 'weekend' },
      { type: 'closed', from: '2025-05-05', to: '2025-05-05', slot: 'all', reason: 'early May bank holiday' },
    ]);
  });

  it('passes over one closed half of a day', () => {
    const count = unwrap(countFromStart(index, { date: '2025-06-12', slot: 'am' }, 2));
    expect(count.last).toEqual({ date: '2025-06-13', slot: 'am' });
    expect(count.working[1]).toEqual({
      type: 'closed',
      from: '2025-06-12',
      to: '2025-06-12',
      slot: 'pm',
      reason: 'boiler failure',
    });
  });

  it('runs on over the holiday into the next term', () => {
    const count = unwrap(countFromStart(index, { date: '2025-04-04', slot: 'pm' }, 2));
    expect(count.last).toEqual({ date: '2025-04-22', slot: 'am' });
    expect(count.working[1]).toEqual({
      type: 'closed',
      from: '2025-04-05',
      to: '2025-04-21',
      slot: 'all',
      reason: 'Easter holiday',
    });
  });

  it('refuses a start on which the school does not meet, says why and what is next', () => {
    expect(messageOf(countFromStart(index, { date: '2025-05-28', slot: 'am' }, 2))).toBe(
      'The start, Wed 28 May 2025 am, is not a school session: half-term. The next school session is Tue 3 June 2025 am.',
    );
    expect(messageOf(countFromStart(index, { date: '2025-06-14', slot: 'am' }, 2))).toMatch(
      /: weekend\. The next/,
    );
  });

  it('refuses a start in a year whose terms are not entered', () => {
    expect(messageOf(countFromStart(index, { date: '2025-10-01', slot: 'am' }, 2))).toBe(
      'The term dates for 2025/26 are not entered. Enter them in the school calendar, then count again.',
    );
  });

  it('refuses to run on into a later year when the year between is not entered', () => {
    expect(messageOf(countFromStart(index, { date: '2025-07-21', slot: 'am' }, 6))).toBe(
      'Only 4 of the 6 sessions fall in the term dates that are entered, which end on Tue 22 July 2025. ' +
        'The dates of the autumn term 2025/26 are not entered. Enter them in the school calendar, then count again.',
    );
  });

  it('counts to the very end of the entered terms with the return left open', () => {
    const count = unwrap(countFromStart(index, { date: '2025-07-21', slot: 'am' }, 4));
    expect(count.last).toEqual({ date: '2025-07-22', slot: 'pm' });
    expect(count.returnsOn).toBeUndefined();
  });

  it.each([0, -1, 1.5, Number.NaN])('refuses %d sessions', (sessions) => {
    expect(messageOf(countFromStart(index, { date: '2025-06-10', slot: 'am' }, sessions))).toMatch(
      /whole number/,
    );
  });
});

describe('countBetween', () => {
  it('gives the same count as the number it contains', () => {
    const start = { date: '2025-02-13', slot: 'pm' } as const;
    const between = unwrap(countBetween(index, start, { date: '2025-02-25', slot: 'am' }));
    expect(between.sessions).toHaveLength(6);
    expect(between).toEqual(unwrap(countFromStart(index, start, 6)));
  });

  it('refuses an end before the start, or an end on a closed day', () => {
    const start = { date: '2025-06-10', slot: 'pm' } as const;
    expect(messageOf(countBetween(index, start, { date: '2025-06-10', slot: 'am' }))).toMatch(
      /is before the start/,
    );
    expect(messageOf(countBetween(index, start, { date: '2025-06-14', slot: 'am' }))).toMatch(
      /^The end, .*weekend/,
    );
  });

  it('refuses to count across terms that are not entered', () => {
    const result = countBetween(
      index,
      { date: '2025-07-21', slot: 'am' },
      { date: '2026-09-03', slot: 'pm' },
    );
    expect(messageOf(result)).toMatch(/^The dates of the autumn term 2025\/26 are not entered/);
  });
});

describe('addSchoolDays', () => {
  it('makes the first school day after the date day 1', () => {
    expect(unwrap(addSchoolDays(index, '2025-05-22', 1)).date).toBe('2025-05-23');
    expect(unwrap(addSchoolDays(index, '2025-05-23', 1)).date).toBe('2025-06-03');
    expect(unwrap(addSchoolDays(index, '2025-05-28', 1)).date).toBe('2025-06-03');
  });

  it('counts a day of which one half is closed, and shows the closed days after the date', () => {
    const count = unwrap(addSchoolDays(index, '2025-06-06', 5));
    expect(count.date).toBe('2025-06-13');
    expect(count.working[0]).toEqual({
      type: 'closed',
      from: '2025-06-07',
      to: '2025-06-08',
      slot: 'all',
      reason: 'weekend',
    });
  });

  it('counts from August into an entered autumn term, but not from before it', () => {
    expect(unwrap(addSchoolDays(index, '2026-08-20', 2)).date).toBe('2026-09-03');
    expect(messageOf(addSchoolDays(index, '2026-07-20', 2))).toMatch(/cannot be worked out/);
  });
});
