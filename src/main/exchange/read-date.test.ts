import { describe, expect, it } from 'vitest';
import { isIsoDate } from '#shared/kernel/plain-date.ts';
import { isRealDay, readIsoDate } from './read-date.ts';

describe('reading dates', () => {
  it('knows the same real days as the calendar does', () => {
    const two = (value: number): string => String(value).padStart(2, '0');
    for (const year of [1899, 1900, 1999, 2000, 2023, 2024, 2100]) {
      for (let month = 0; month <= 13; month += 1) {
        for (let day = 0; day <= 32; day += 1) {
          const text = `${String(year)}-${two(month)}-${two(day)}`;
          expect(`${text} ${String(isRealDay(text))}`).toBe(`${text} ${String(isIsoDate(text))}`);
        }
      }
    }
    for (const text of ['2024-1-1', '20240101', '2024-01-01T00:00', '', 'x'])
      expect(isRealDay(text)).toBe(false);
  });

  it('passes over a time of day in XML and refuses years that nobody meant', () => {
    expect(readIsoDate('2011-02-17T00:00:00')).toEqual({ date: '2011-02-17' });
    expect(readIsoDate('0211-02-17')).toMatchObject({ message: 'This date is before 1900.' });
  });
});
