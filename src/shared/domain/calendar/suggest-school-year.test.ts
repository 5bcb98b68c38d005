import { describe, expect, it } from 'vitest';
import { indexCalendar } from './index-calendar.ts';
import { suggestSchoolYear } from './suggest-school-year.ts';

const YEARS = [2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027, 2028, 2029];

describe('suggestSchoolYear', () => {
  it.each(YEARS)('gives %i about 190 days for pupils and five INSET days', (year) => {
    const calendar = suggestSchoolYear(year);
    const index = indexCalendar(calendar);
    const days = index.schoolDaysBetween(`${String(year)}-08-01`, `${String(year + 1)}-07-31`);
    expect(Math.abs(days.length - 190)).toBeLessThanOrEqual(2);
    const insets = calendar.closures.filter(({ kind }) => kind === 'inset');
    expect(insets).toHaveLength(5);
    // Each INSET day is a day that would else be a school day: only its own closure covers it.
    for (const { from } of insets) expect(index.whyClosed(from, 'am')).toBe('INSET day');
    expect(new Set(insets.map(({ from }) => from)).size).toBe(5);
  });

  it.each(YEARS)('begins %i on 1 to 4 September and ends it on a weekday of 17 to 24 July', (year) => {
    const [autumn, spring, summer] = suggestSchoolYear(year).terms;
    expect(autumn?.from.slice(5)).toMatch(/^09-0[1-4]$/);
    expect(summer?.to.slice(5)).toMatch(/^07-(1[7-9]|2[0-4])$/);
    expect([autumn?.name, spring?.name, summer?.name]).toEqual(['autumn', 'spring', 'summer']);
  });

  it('is close to what schools really kept in 2024/25', () => {
    const { terms, closures } = suggestSchoolYear(2024);
    expect(terms.map(({ from, to }) => [from, to])).toEqual([
      ['2024-09-02', '2024-12-20'],
      ['2025-01-06', '2025-04-04'],
      ['2025-04-22', '2025-07-22'],
    ]);
    expect(closures.filter(({ name }) => name === 'half-term').map(({ from }) => from)).toEqual([
      '2024-10-28',
      '2025-02-17',
      '2025-05-26',
    ]);
  });

  it('keeps the bank holidays inside the terms closed, the added ones too', () => {
    const funeral = indexCalendar(suggestSchoolYear(2022));
    expect(funeral.whyClosed('2022-09-19', 'am')).toBe('State funeral bank holiday');
    expect(funeral.whyClosed('2023-05-08', 'am')).toBe('Coronation bank holiday');
    expect(funeral.isSchoolDay('2023-05-09')).toBe(true);
  });

  it.each(YEARS)(
    'has all the holidays it should in %i: Christmas, Good Friday and Easter Monday are no school days',
    (year) => {
      const index = indexCalendar(suggestSchoolYear(year));
      expect(index.isSchoolDay(`${String(year)}-12-25`)).toBe(false);
      const [, spring, summer] = suggestSchoolYear(year).terms;
      const easter = index.schoolDaysBetween(spring?.to ?? '', summer?.from ?? '');
      expect(easter).toHaveLength(2);
    },
  );
});
