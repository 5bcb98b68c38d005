import { describe, expect, it } from 'vitest';
import { moveByKey, nextWeekday, weekdaysBetween, yearSpan } from './weekdays.ts';

const press = (date: string, key: string, ctrlKey = false) => moveByKey(date, { key, ctrlKey }, 2025);

describe('moving through the year by keyboard', () => {
  it('steps over weekends', () => {
    expect(press('2025-10-31', 'ArrowRight')).toBe('2025-11-03');
    expect(press('2025-11-03', 'ArrowLeft')).toBe('2025-10-31');
    expect(nextWeekday('2025-10-31')).toBe('2025-11-03');
    expect(nextWeekday('2025-11-01')).toBe('2025-11-03');
  });

  it('goes by weeks, to the ends of the week and by months', () => {
    expect(press('2025-11-12', 'ArrowDown')).toBe('2025-11-19');
    expect(press('2025-11-12', 'ArrowUp')).toBe('2025-11-05');
    expect(press('2025-11-12', 'Home')).toBe('2025-11-10');
    expect(press('2025-11-12', 'End')).toBe('2025-11-14');
    expect(press('2025-11-12', 'PageDown')).toBe('2025-12-12');
    expect(press('2025-11-12', 'PageUp')).toBe('2025-10-10');
  });

  it('takes the last weekday of a month that is too short', () => {
    expect(press('2026-01-30', 'PageDown')).toBe('2026-02-27');
    expect(press('2025-12-31', 'PageUp')).toBe('2025-11-28');
    expect(press('2025-10-01', 'PageDown'), 'the Monday after Sat 1 November').toBe('2025-11-03');
  });

  it('stays inside the school year', () => {
    expect(yearSpan(2025)).toEqual({ first: '2025-08-01', last: '2026-07-31' });
    expect(press('2025-08-01', 'ArrowLeft')).toBe('2025-08-01');
    expect(press('2026-07-31', 'ArrowDown')).toBe('2026-07-31');
    expect(press('2026-07-15', 'PageDown')).toBe('2026-07-31');
    expect(press('2025-11-12', 'Home', true)).toBe('2025-08-01');
    expect(press('2025-11-12', 'End', true)).toBe('2026-07-31');
  });

  it('leaves every other key to the browser', () => {
    expect(press('2025-11-12', 'Tab')).toBeUndefined();
    expect(press('2025-11-12', 'a')).toBeUndefined();
  });
});

describe('the weekdays of a span', () => {
  it('are the same whichever end is given first', () => {
    const days = ['2025-10-30', '2025-10-31', '2025-11-03'];
    expect(weekdaysBetween('2025-10-30', '2025-11-03')).toEqual(days);
    expect(weekdaysBetween('2025-11-03', '2025-10-30')).toEqual(days);
  });

  it('are none on a weekend', () => {
    expect(weekdaysBetween('2025-11-01', '2025-11-02')).toEqual([]);
  });
});
