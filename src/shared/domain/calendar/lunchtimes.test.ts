import { describe, expect, it } from 'vitest';
import { describeWorking, summariseWorking } from './describe-working.ts';
import { indexCalendar } from './index-calendar.ts';
import { countLunchtimes } from './lunchtimes.ts';

const index = indexCalendar({
  terms: [{ schoolYear: 2024, name: 'summer', from: '2025-04-22', to: '2025-07-22' }],
  closures: [
    { from: '2025-05-26', to: '2025-05-30', slot: 'all', kind: 'holiday', name: 'half-term' },
    { from: '2025-06-12', to: '2025-06-12', slot: 'pm', kind: 'closure', name: 'boiler failure' },
    { from: '2025-07-22', to: '2025-07-22', slot: 'pm', kind: 'closure', name: 'early close' },
  ],
});

describe('countLunchtimes', () => {
  it('counts days with a lunchtime, passes over a day with one half only, and returns at the next lunchtime', () => {
    const result = countLunchtimes(index, '2025-06-11', 2);
    if (!result.ok) throw new Error(result.error.message);
    const { dates, last, returnsOn, working } = result.value;
    expect(dates).toEqual(['2025-06-11', '2025-06-13']);
    expect([last, returnsOn]).toEqual(['2025-06-13', '2025-06-16']);
    expect(describeWorking(working)).toEqual([
      'Wed 11 June lunchtime',
      'Thu 12 June pm: boiler failure',
      'Fri 13 June lunchtime',
      'Sat 14 June to Sun 15 June: weekend',
    ]);
    expect(
      summariseWorking(working, {
        count: 2,
        unit: 'lunchtime',
        returnsOn: { date: '2025-06-16', slot: 'lunch' },
      }),
    ).toBe(
      'Wed 11 June lunchtime, boiler failure 12 June pm, Fri 13 June lunchtime = 2 lunchtimes, back Mon 16 June lunchtime',
    );
  });

  it('refuses a day without a lunchtime, with the reason and the next one', () => {
    const half = countLunchtimes(index, '2025-06-12', 1);
    expect(half.ok ? '' : half.error.message).toBe(
      'There is no school lunchtime on Thu 12 June 2025: boiler failure. The next one is on Fri 13 June 2025.',
    );
    const later = countLunchtimes(index, '2025-09-10', 1);
    expect(later.ok ? '' : later.error.message).toMatch(/^The term dates for 2025\/26 are not entered/);
  });

  it('refuses to run past the entered terms, and leaves the return open at their end', () => {
    const over = countLunchtimes(index, '2025-07-21', 2);
    expect(over.ok ? '' : over.error.message).toMatch(/^Only 1 of the 2 lunchtimes/);
    const last = countLunchtimes(index, '2025-07-21', 1);
    expect(last.ok ? last.value.returnsOn : 'refused').toBeUndefined();
  });

  it.each([0, 0.5])('refuses %d lunchtimes', (number) => {
    expect(countLunchtimes(index, '2025-06-11', number).ok).toBe(false);
  });
});
