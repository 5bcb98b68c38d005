import { describe, expect, it } from 'vitest';
import { suggestSchoolYear } from './suggest-school-year.ts';
import type { Closure, SchoolCalendar } from './types.ts';
import { countYearDays } from './year-days.ts';

const closed = (from: string, to: string, kind: Closure['kind'], slot: Closure['slot'] = 'all'): Closure => ({
  from,
  to,
  kind,
  slot,
  name: kind,
});

/** Mon 1 to Fri 12 September 2025: ten weekdays. */
const fortnight = (...closures: Closure[]): SchoolCalendar => ({
  terms: [{ schoolYear: 2025, name: 'autumn', from: '2025-09-01', to: '2025-09-12' }],
  closures,
});

describe('the days of a school year', () => {
  it('are the weekdays of its terms when nothing is closed', () => {
    expect(countYearDays(fortnight(), 2025)).toEqual({ pupilDays: 10, insetDays: 0 });
  });

  it('are fewer by each closed day, and by a training day once only', () => {
    const calendar = fortnight(
      closed('2025-09-01', '2025-09-02', 'inset'),
      closed('2025-09-04', '2025-09-08', 'closure'),
    );
    expect(countYearDays(calendar, 2025)).toEqual({ pupilDays: 5, insetDays: 2 });
  });

  it('keep a day of which half is closed, and count its training as a half', () => {
    expect(countYearDays(fortnight(closed('2025-09-03', '2025-09-03', 'inset', 'pm')), 2025)).toEqual({
      pupilDays: 10,
      insetDays: 0.5,
    });
  });

  it('do not count training at a weekend, out of term or in a holiday', () => {
    const calendar = fortnight(
      closed('2025-09-06', '2025-09-07', 'inset'),
      closed('2025-10-20', '2025-10-20', 'inset'),
      closed('2025-09-11', '2025-09-12', 'inset'),
      closed('2025-09-12', '2025-09-12', 'bank-holiday'),
    );
    expect(countYearDays(calendar, 2025)).toEqual({ pupilDays: 8, insetDays: 1 });
  });

  it('are those of the year asked for alone', () => {
    expect(countYearDays(fortnight(), 2026)).toEqual({ pupilDays: 0, insetDays: 0 });
  });

  it('come to about 190 and 5 in the suggestion of every year that is likely to be set up', () => {
    for (let year = 2020; year <= 2032; year += 1) {
      const { pupilDays, insetDays } = countYearDays(suggestSchoolYear(year), year);
      expect({ year, insetDays }).toEqual({ year, insetDays: 5 });
      expect(Math.abs(pupilDays - 190), String(year)).toBeLessThanOrEqual(2);
    }
  });
});
