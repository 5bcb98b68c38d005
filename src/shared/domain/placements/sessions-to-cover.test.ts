import { describe, expect, it } from 'vitest';
import type { SchoolCalendar } from '../calendar/types.ts';
import { indexCalendar } from '../calendar/index-calendar.ts';
import { sessionsToCover, type ExclusionToCover } from './sessions-to-cover.ts';

const school: SchoolCalendar = {
  terms: [{ schoolYear: 2025, name: 'autumn', from: '2025-09-01', to: '2025-12-19' }],
  closures: [
    { from: '2025-10-27', to: '2025-10-31', slot: 'all', kind: 'holiday', name: 'half-term' },
    { from: '2025-11-12', to: '2025-11-12', slot: 'pm', kind: 'closure', name: 'no heating' },
  ],
};
const calendar = indexCalendar(school);

const fixedPeriod: ExclusionToCover = {
  kind: 'fixed-period',
  startDate: '2025-10-24',
  startSlot: 'pm',
  endDate: '2025-11-04',
  endSlot: 'am',
};
const permanent: ExclusionToCover = {
  kind: 'permanent',
  startDate: '2025-11-10',
  startSlot: 'pm',
  endDate: null,
  endSlot: null,
};

describe('the sessions an exclusion needs places for', () => {
  it('are, for a fixed period, every school session from start to end, with days counted over the holidays', () => {
    expect(sessionsToCover(fixedPeriod, calendar)).toEqual([
      { date: '2025-10-24', slot: 'pm', day: 1 },
      { date: '2025-11-03', slot: 'am', day: 2 },
      { date: '2025-11-03', slot: 'pm', day: 2 },
      { date: '2025-11-04', slot: 'am', day: 3 },
    ]);
  });

  it('leave out a session on which the school has closed since', () => {
    const snow = indexCalendar({
      ...school,
      closures: [
        ...school.closures,
        { from: '2025-11-03', to: '2025-11-03', slot: 'all', kind: 'closure', name: 'snow' },
      ],
    });
    expect(sessionsToCover(fixedPeriod, snow).map(({ date }) => date)).toEqual(['2025-10-24', '2025-11-04']);
  });

  it('are, for a permanent exclusion, the first fifteen school days, a half day being one of them', () => {
    const sessions = sessionsToCover(permanent, calendar);
    expect(sessions[0]).toEqual({ date: '2025-11-10', slot: 'pm', day: 1 });
    expect(sessions.at(-1)).toEqual({ date: '2025-11-28', slot: 'pm', day: 15 });
    // 15 days of 2, without the first morning and the afternoon without heating.
    expect(sessions).toHaveLength(28);
  });

  it('stop where the entered term dates stop', () => {
    const sessions = sessionsToCover({ ...permanent, startDate: '2025-12-18' }, calendar);
    expect(sessions.map(({ date, slot }) => `${date} ${slot}`)).toEqual([
      '2025-12-18 pm',
      '2025-12-19 am',
      '2025-12-19 pm',
    ]);
  });

  it('are none for lunchtimes', () => {
    expect(sessionsToCover({ ...fixedPeriod, kind: 'lunchtime' }, calendar)).toEqual([]);
  });

  it.each([
    ['start date', { startDate: null }],
    ['start session', { startSlot: null }],
    ['end date', { endDate: null }],
    ['end session', { endSlot: null }],
  ])('are none for a draft without its %s', (_, missing) => {
    expect(sessionsToCover({ ...fixedPeriod, ...missing }, calendar)).toEqual([]);
  });
});
