import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, isIsoDate, weekdayOf } from './plain-date.ts';

const FIRST = Temporal.PlainDate.from('1900-01-01');
const days = fc.integer({ min: 0, max: 80_000 }).map((after) => FIRST.add({ days: after }));

const isReal = (text: string): boolean => {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text;
  } catch {
    return false;
  }
};

describe('plain dates', () => {
  it('are added to, told apart and named as Temporal does', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -4000, max: 4000 }), (day, more) => {
        const later = day.add({ days: more });
        expect(addDays(day.toString(), more)).toBe(later.toString());
        expect(daysBetween(day.toString(), later.toString())).toBe(more);
        expect(weekdayOf(day.toString())).toBe(day.dayOfWeek);
      }),
      { numRuns: 300 },
    );
  });

  it('are real where Temporal takes them, in every month and year of two digits each', () => {
    const wrong: string[] = [];
    for (const year of ['0000', '1900', '2000', '2023', '2024', '9999']) {
      for (let month = 0; month <= 13; month += 1) {
        for (let day = 0; day <= 33; day += 1) {
          const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
          if (isIsoDate(text) !== isReal(text)) wrong.push(text);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it.each(['', '2025-11-1', '2025-11-12T00:00', '12/11/2025', '+002025-11-12', '2025-99-99', '2025-1a-01'])(
    'are not “%s”',
    (text) => {
      expect(isIsoDate(text)).toBe(false);
    },
  );
});
