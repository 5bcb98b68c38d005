import { describe, expect, it } from 'vitest';
import type { Closure } from '#shared/domain/calendar/types.ts';
import { isPainted, paintDays, type Brush } from './paint-days.ts';
import { weekdaysBetween } from './weekdays.ts';

const MAY_DAY = { date: '2026-05-04', name: 'Early May bank holiday' };

const closed = (from: string, to = from, kind: Closure['kind'] = 'holiday', name = 'Half-term'): Closure => ({
  from,
  to,
  slot: 'all',
  kind,
  name,
});

const paint = (closures: Closure[], from: string, to: string, brush: Brush) =>
  paintDays(closures, weekdaysBetween(from, to), brush, [MAY_DAY]);

describe('painting days', () => {
  it('makes one entry of days beside each other, across a weekend', () => {
    expect(paint([], '2025-10-23', '2025-10-28', 'holiday')).toEqual([
      closed('2025-10-23', '2025-10-28', 'holiday', 'Holiday'),
    ]);
  });

  it('joins a neighbour of the same name, so that five single days are one week', () => {
    let closures: Closure[] = [];
    for (const date of ['2025-10-27', '2025-10-29', '2025-10-28', '2025-10-31', '2025-10-30'])
      closures = paint(closures, date, date, 'inset');
    expect(closures).toEqual([closed('2025-10-27', '2025-10-31', 'inset', 'INSET day')]);
  });

  it('leaves a neighbour of another name or kind alone', () => {
    const before = [closed('2025-10-27', '2025-10-31')];
    expect(paint(before, '2025-11-03', '2025-11-03', 'holiday')).toEqual([
      ...before,
      closed('2025-11-03', '2025-11-03', 'holiday', 'Holiday'),
    ]);
  });

  it('splits what was there where its middle is painted', () => {
    expect(paint([closed('2025-10-27', '2025-10-31')], '2025-10-29', '2025-10-29', 'inset')).toEqual([
      closed('2025-10-27', '2025-10-28'),
      closed('2025-10-29', '2025-10-29', 'inset', 'INSET day'),
      closed('2025-10-30', '2025-10-31'),
    ]);
  });

  it('opens days again, half-closed ones too', () => {
    const early: Closure = { ...closed('2025-12-19', '2025-12-19', 'closure', 'Early close'), slot: 'pm' };
    expect(paint([closed('2025-10-27', '2025-10-31'), early], '2025-10-27', '2025-12-19', 'open')).toEqual(
      [],
    );
    expect(paint([closed('2025-10-27', '2025-10-31')], '2025-10-31', '2025-11-05', 'open')).toEqual([
      closed('2025-10-27', '2025-10-30'),
    ]);
  });

  it('leaves entries that were not painted as they are, weekends at their ends included', () => {
    const before = [closed('2025-10-25', '2025-11-02')];
    expect(paint(before, '2025-11-03', '2025-11-03', 'inset')[0]).toEqual(before[0]);
  });

  it('keeps a bank holiday under a holiday, and gives it its own name', () => {
    const bankHoliday = closed('2026-05-04', '2026-05-04', 'bank-holiday', MAY_DAY.name);
    expect(paint([], '2026-05-04', '2026-05-04', 'bank-holiday')).toEqual([bankHoliday]);
    expect(paint([bankHoliday], '2026-05-04', '2026-05-08', 'holiday')).toContainEqual(bankHoliday);
    expect(paint([bankHoliday], '2026-05-04', '2026-05-04', 'open')).toEqual([]);
  });

  it('keeps entries in the order of the year', () => {
    const closures = paint([closed('2026-02-16', '2026-02-20')], '2025-10-27', '2025-10-27', 'closure');
    expect(closures.map(({ from }) => from)).toEqual(['2025-10-27', '2026-02-16']);
  });
});

describe('whether days are painted already', () => {
  it('asks every day, all day', () => {
    const week = [closed('2025-10-27', '2025-10-31')];
    expect(isPainted(week, weekdaysBetween('2025-10-27', '2025-10-31'), 'holiday')).toBe(true);
    expect(isPainted(week, weekdaysBetween('2025-10-27', '2025-11-03'), 'holiday')).toBe(false);
    expect(isPainted([{ ...closed('2025-10-27'), slot: 'am' }], ['2025-10-27'], 'holiday')).toBe(false);
    expect(isPainted([], ['2025-10-27'], 'open')).toBe(true);
  });
});
