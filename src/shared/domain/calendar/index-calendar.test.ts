import { describe, expect, it } from 'vitest';
import { indexCalendar } from './index-calendar.ts';

const index = indexCalendar({
  terms: [
    { schoolYear: 2025, name: 'spring', from: '2026-01-05', to: '2026-03-27' },
    { schoolYear: 2025, name: 'autumn', from: '2025-08-28', to: '2025-12-19' },
    { schoolYear: 2025, name: 'summer', from: '2026-04-13', to: '2026-07-22' },
  ],
  closures: [
    { from: '2025-10-27', to: '2025-10-31', slot: 'all', kind: 'holiday', name: 'half-term' },
    { from: '2026-01-05', to: '2026-01-05', slot: 'all', kind: 'inset', name: 'INSET day' },
    { from: '2026-01-08', to: '2026-01-13', slot: 'all', kind: 'closure', name: 'snow' },
    { from: '2026-02-06', to: '2026-02-06', slot: 'am', kind: 'closure', name: 'polling' },
  ],
});

describe('indexCalendar', () => {
  it('knows the open halves of a day', () => {
    expect(index.slotsOn('2026-02-05')).toEqual(['am', 'pm']);
    expect(index.slotsOn('2026-02-06')).toEqual(['pm']);
    expect(index.slotsOn('2026-02-07')).toEqual([]);
    expect(index.isSchoolDay('2026-02-06')).toBe(true);
    expect(index.isSchoolSession('2026-02-06', 'am')).toBe(false);
  });

  it.each([
    ['2026-02-07', 'am', 'weekend'],
    ['2025-10-29', 'pm', 'half-term'],
    ['2026-01-05', 'am', 'INSET day'],
    ['2026-01-10', 'am', 'snow'],
    ['2026-02-06', 'am', 'polling'],
    ['2026-02-06', 'pm', undefined],
    ['2025-12-25', 'am', 'Christmas holiday'],
    ['2026-04-06', 'am', 'Easter holiday'],
    ['2026-08-12', 'am', 'not in a term'],
    ['2025-08-01', 'am', 'not in a term'],
  ] as const)('says of %s %s: %s', (date, slot, reason) => {
    expect(index.whyClosed(date, slot)).toBe(reason);
  });

  it('finds the next school session and a number of them', () => {
    expect(index.nextSchoolSession({ date: '2026-02-05', slot: 'pm' })).toEqual({
      date: '2026-02-06',
      slot: 'pm',
    });
    expect(index.nextSchoolSession({ date: '2025-12-19', slot: 'pm' })).toEqual({
      date: '2026-01-06',
      slot: 'am',
    });
    expect(index.nextSchoolSession({ date: '2026-07-22', slot: 'pm' })).toBeUndefined();
    expect(index.sessionsFrom({ date: '2026-02-06', slot: 'am' }, 2)).toEqual([
      { date: '2026-02-06', slot: 'pm' },
      { date: '2026-02-09', slot: 'am' },
    ]);
    expect(index.sessionsFrom({ date: '2026-07-22', slot: 'pm' }, 5)).toHaveLength(1);
  });

  it('lists sessions and school days between two points, both included', () => {
    const sessions = index.sessionsBetween(
      { date: '2026-01-06', slot: 'pm' },
      { date: '2026-01-14', slot: 'am' },
    );
    expect(sessions.map(({ date, slot }) => `${date} ${slot}`)).toEqual([
      '2026-01-06 pm',
      '2026-01-07 am',
      '2026-01-07 pm',
      '2026-01-14 am',
    ]);
    expect(index.schoolDaysBetween('2026-01-01', '2026-01-14')).toEqual([
      '2026-01-06',
      '2026-01-07',
      '2026-01-14',
    ]);
  });

  it('puts late August in the new school year and knows which years are entered', () => {
    expect(index.schoolYearOf('2025-07-31')).toBe(2024);
    expect(index.schoolYearOf('2025-08-28')).toBe(2025);
    expect(index.covered('2025-08-01')).toBe(true);
    expect(index.covered('2026-08-01')).toBe(false);
    expect(index.missingTermAfter('2026-05-01')).toEqual({ schoolYear: 2026, name: 'autumn' });
  });

  it("gives the school's own term, and the term by the reference dates", () => {
    expect(index.termOf('2026-03-27')?.name).toBe('spring');
    expect(index.termOf('2026-04-06')).toBeUndefined();
    expect(index.referenceTermOf('2026-04-05')).toEqual({ schoolYear: 2025, name: 'spring' });
    expect(index.referenceTermOf('2026-04-06')).toEqual({ schoolYear: 2025, name: 'summer' });
    expect(index.referenceTermOf('2025-12-31')).toEqual({ schoolYear: 2025, name: 'autumn' });
    expect(index.referenceTermOf('2026-01-01')).toEqual({ schoolYear: 2025, name: 'spring' });
  });

  it('answers for a calendar with nothing entered', () => {
    const empty = indexCalendar({ terms: [], closures: [] });
    expect(empty.isSchoolDay('2026-01-06')).toBe(false);
    expect(empty.whyClosed('2026-01-06', 'am')).toBe('not in a term');
    expect(empty.sessionsFrom({ date: '2026-01-06', slot: 'am' }, 3)).toEqual([]);
    expect(empty.schoolDayAfter('2026-01-06', 1)).toBeUndefined();
    expect(empty.missingTermAfter('2026-01-06')).toBeUndefined();
  });
});
