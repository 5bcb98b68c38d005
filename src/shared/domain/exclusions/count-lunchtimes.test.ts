import { describe, expect, it } from 'vitest';
import { indexCalendar } from '../calendar/index-calendar.ts';
import { countLunchtimesBetween, countLunchtimesFrom } from './count-lunchtimes.ts';

const index = indexCalendar({
  terms: [{ schoolYear: 2024, name: 'summer', from: '2025-04-22', to: '2025-07-22' }],
  closures: [
    { from: '2025-05-26', to: '2025-05-30', slot: 'all', kind: 'holiday', name: 'half-term' },
    { from: '2025-06-03', to: '2025-06-03', slot: 'pm', kind: 'closure', name: 'boiler failure' },
  ],
});

describe('counting lunchtimes', () => {
  it('takes one a school day, passing over closed days and days that end at noon', () => {
    const count = countLunchtimesFrom(index, '2025-05-23', 3);
    expect(count).toMatchObject({
      ok: true,
      value: {
        dates: ['2025-05-23', '2025-06-02', '2025-06-04'],
        last: '2025-06-04',
        returnsOn: '2025-06-05',
        working: [
          { type: 'counted', date: '2025-05-23', slots: ['lunch'] },
          { type: 'closed', from: '2025-05-24', to: '2025-06-01', reason: 'half-term' },
          { type: 'counted', date: '2025-06-02', slots: ['lunch'] },
          { type: 'closed', from: '2025-06-03', to: '2025-06-03', slot: 'pm', reason: 'boiler failure' },
          { type: 'counted', date: '2025-06-04', slots: ['lunch'] },
        ],
      },
    });
  });

  it('counts the same between its first and last day', () => {
    expect(countLunchtimesBetween(index, '2025-05-23', '2025-06-04')).toEqual(
      countLunchtimesFrom(index, '2025-05-23', 3),
    );
  });

  it('names the next lunchtime as the return, and none past the entered terms', () => {
    expect(countLunchtimesFrom(index, '2025-06-02', 1)).toMatchObject({ value: { returnsOn: '2025-06-04' } });
    expect(countLunchtimesFrom(index, '2025-07-22', 1)).toMatchObject({
      ok: true,
      value: { returnsOn: undefined },
    });
  });

  it.each([
    [countLunchtimesFrom(index, '2025-05-27', 1), /half-term/],
    [countLunchtimesFrom(index, '2025-06-03', 1), /boiler failure/],
    [countLunchtimesFrom(index, '2026-06-03', 1), /term dates for 2025\/26 are not entered/],
    [countLunchtimesFrom(index, '2025-07-21', 3), /Only 2 of the 3 lunchtimes/],
    [countLunchtimesFrom(index, '2025-07-21', 1.5), /whole number/],
    [countLunchtimesBetween(index, '2025-06-04', '2025-06-02'), /before the first/],
    [countLunchtimesBetween(index, '2025-06-02', '2025-06-07'), /weekend/],
  ])('refuses in words what cannot be counted', (result, message) => {
    expect(result.ok).toBe(false);
    expect(result.ok ? '' : result.error.message).toMatch(message);
  });
});
