import { describe, expect, it } from 'vitest';
import {
  formatDate,
  formatDayMonth,
  formatSchoolYear,
  formatSession,
  formatShortDate,
} from './format-date.ts';

describe('dates in words', () => {
  it('are written the way the whole app writes them', () => {
    expect(formatDate('2025-06-03')).toBe('Tue 3 June 2025');
    expect(formatShortDate('2024-02-29')).toBe('Thu 29 February');
    expect(formatDayMonth('2025-12-01')).toBe('1 December');
    expect(formatSession({ date: '2025-06-03', slot: 'pm' })).toBe('Tue 3 June 2025 pm');
  });

  it('name a school year by both its years, also over a century', () => {
    expect(formatSchoolYear(2025)).toBe('2025/26');
    expect(formatSchoolYear(2008)).toBe('2008/09');
    expect(formatSchoolYear(2099)).toBe('2099/00');
  });
});
