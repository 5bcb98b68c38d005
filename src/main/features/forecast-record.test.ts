import { describe, expect, it } from 'vitest';
import { indexCalendar } from '#shared/domain/calendar/index-calendar.ts';
import type { PastExclusion } from '../storage/repositories/forecast-history.ts';
import { forecastRecord } from './forecast-record.ts';

const calendar = indexCalendar({
  terms: [{ schoolYear: 2025, name: 'autumn', from: '2025-09-02', to: '2025-12-19' }],
  closures: [
    { from: '2025-10-27', to: '2025-10-31', slot: 'all', kind: 'holiday', name: 'half-term' },
    { from: '2025-11-14', to: '2025-11-14', slot: 'pm', kind: 'closure', name: 'boiler' },
  ],
});

const exclusion = (more: Partial<PastExclusion>): PastExclusion => ({
  kind: 'fixed-period',
  startDate: '2025-11-10',
  startSlot: 'am',
  endDate: '2025-11-11',
  endSlot: 'pm',
  stoppedOn: null,
  stoppedSlot: null,
  dateOfBirth: '2012-01-31',
  issuedAt: '2025-11-07T14:00:00.000Z',
  stopRecordedAt: undefined,
  ...more,
});

const only = (more: Partial<PastExclusion>) =>
  forecastRecord([exclusion(more)], calendar, '2025-11-14', []).cases[0];

describe('an exclusion as the forecast reads it', () => {
  it('is known since it was issued, and needs a place in each of its sessions', () => {
    expect(only({})).toMatchObject({
      stage: 'ks3',
      knownOn: '2025-11-07',
      sessions: [
        { date: '2025-11-10', slot: 'am' },
        { date: '2025-11-10', slot: 'pm' },
        { date: '2025-11-11', slot: 'am' },
        { date: '2025-11-11', slot: 'pm' },
      ],
    });
  });

  it('is known on the day in England, not in UTC', () => {
    const summer = { startDate: '2025-09-15', endDate: '2025-09-16', issuedAt: '2025-09-11T23:30:00.000Z' };
    expect(only(summer)?.knownOn).toBe('2025-09-12');
    expect(only({ issuedAt: '2025-11-06T23:30:00.000Z' })?.knownOn).toBe('2025-11-06');
  });

  it('is taken as known on its first day when it was entered only after it was over', () => {
    expect(only({ issuedAt: '2025-11-12T09:00:00.000Z' })?.knownOn).toBe('2025-11-10');
    expect(only({ issuedAt: '2025-11-11T09:00:00.000Z' })?.knownOn).toBe('2025-11-11');
  });

  it('keeps apart what was given back, and since when that is known', () => {
    const stopped = { stoppedOn: '2025-11-11', stoppedSlot: 'pm' as const };
    const back = [{ date: '2025-11-11', slot: 'pm' }];
    expect(only({ ...stopped, stopRecordedAt: '2025-11-10T15:00:00.000Z' })?.givenBack).toMatchObject({
      knownOn: '2025-11-10',
      sessions: back,
    });
    expect(only(stopped)?.givenBack).toMatchObject({ knownOn: '2025-11-11', sessions: back });
  });

  it('is left out when it has no session to cover in the terms entered', () => {
    expect(only({ startDate: '2024-11-11', endDate: '2024-11-12' })).toBeUndefined();
    expect(only({ kind: 'lunchtime' })).toBeUndefined();
  });
});

describe('the days of the history', () => {
  it('begin with the first exclusion, pass over closed days and count the weeks of term', () => {
    const early = exclusion({
      startDate: '2025-10-24',
      endDate: '2025-10-24',
      issuedAt: '2025-10-23T10:00:00.000Z',
    });
    const { days } = forecastRecord([exclusion({}), early], calendar, '2025-11-03', ['2025-11-14']);
    expect(days).toEqual([
      { date: '2025-10-24', slots: ['am', 'pm'], termWeek: 8 },
      { date: '2025-11-03', slots: ['am', 'pm'], termWeek: 10 },
      { date: '2025-11-14', slots: ['am'], termWeek: 11 },
    ]);
  });
});
