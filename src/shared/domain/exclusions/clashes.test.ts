import { describe, expect, it } from 'vitest';
import { indexCalendar } from '../calendar/index-calendar.ts';
import type { Slot } from '../calendar/types.ts';
import { ruleSetOn } from '../duties/rule-sets.ts';
import type { RuleSet } from '../duties/types.ts';
import { findClashes, type ClashInput, type PlacedExclusion } from './clashes.ts';

const index = indexCalendar({
  terms: [{ schoolYear: 2024, name: 'summer', from: '2025-04-22', to: '2025-07-22' }],
  closures: [
    { from: '2025-05-26', to: '2025-05-30', slot: 'all', kind: 'holiday', name: 'half-term' },
    { from: '2025-06-12', to: '2025-06-12', slot: 'pm', kind: 'closure', name: 'boiler failure' },
  ],
});
const found = ruleSetOn('2025-05-01');
if (found === undefined) throw new Error('no rule set');
const ruleSet: RuleSet = found;

const fixed = (id: string, date: string, slot: Slot, halfDays: number): PlacedExclusion => ({
  id,
  kind: 'fixed-period',
  start: { date, slot },
  halfDays: index.sessionsFrom({ date, slot }, halfDays),
});
const permanent = (id: string, date: string): PlacedExclusion => ({
  id,
  kind: 'permanent',
  start: { date, slot: 'am' },
  halfDays: [],
});
const lunchtimes = (id: string, ...dates: readonly [string, ...string[]]): PlacedExclusion => ({
  id,
  kind: 'lunchtime',
  start: { date: dates[0], slot: 'am' },
  halfDays: dates.map((date) => ({ date, slot: 'lunch' })),
});
const find = (
  exclusion: PlacedExclusion,
  others: readonly PlacedExclusion[] = [],
  pupil: ClashInput['pupil'] = {},
) => findClashes({ exclusion, others, pupil, index, ruleSet });

describe('findClashes', () => {
  it('finds nothing in an exclusion that follows straight on another', () => {
    const pupil = { dateOfBirth: '2010-03-04', enrolledOn: '2021-09-01', leftOn: '2025-07-22' };
    expect(find(fixed('b', '2025-06-10', 'am', 4), [fixed('a', '2025-06-09', 'am', 2)], pupil)).toEqual([]);
  });

  it('does not let an exclusion clash with itself when it is checked again', () => {
    const same = fixed('a', '2025-06-09', 'am', 2);
    expect(find(same, [same])).toEqual([]);
  });

  it('refuses a start when the school is closed, on the field that is wrong', () => {
    expect(find({ ...fixed('a', '2025-05-28', 'am', 2) })).toMatchObject([
      {
        code: 'X03',
        severity: 'error',
        field: 'startDate',
        message:
          'The school does not meet on Wed 28 May 2025 am: half-term. Choose a session on which it is open.',
      },
    ]);
    expect(find({ ...fixed('a', '2025-06-12', 'pm', 2) })).toMatchObject([
      { code: 'X03', field: 'startSlot' },
    ]);
    expect(
      find({ ...fixed('a', '2025-06-10', 'pm', 2), start: { date: '2026-06-10', slot: 'am' } }),
    ).toMatchObject([
      {
        code: 'X03',
        message:
          'The term dates for 2025/26 are not entered. Enter them in the school calendar, then count again.',
      },
    ]);
  });

  it.each([
    [{ dateOfBirth: '2025-06-10' }, /was born, on Tue 10 June 2025/],
    [{ enrolledOn: '2025-06-10' }, /joined the school on Tue 10 June 2025/],
    [{ leftOn: '2025-06-08' }, /left the school on Sun 8 June 2025/],
  ])("refuses a start outside the pupil's time: %j", (pupil, message) => {
    const findings = find(fixed('a', '2025-06-09', 'am', 2), [], pupil);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ code: 'X03', severity: 'error', field: 'startDate' });
    expect(findings[0]?.message).toMatch(message);
  });

  it('allows a start on the day of entry and on the day of leaving', () => {
    expect(
      find(fixed('a', '2025-06-09', 'am', 1), [], { enrolledOn: '2025-06-09', leftOn: '2025-06-09' }),
    ).toEqual([]);
  });

  it('refuses overlapping sessions and names their dates, but not the two halves of one day', () => {
    const others = [fixed('a', '2025-06-09', 'am', 5)];
    expect(find(fixed('b', '2025-06-11', 'am', 3), others)).toMatchObject([
      {
        code: 'X08',
        severity: 'error',
        otherId: 'a',
        message:
          'Another suspension of this pupil already takes Wed 11 June 2025. Change the start or the length.',
      },
    ]);
    expect(find(fixed('b', '2025-06-11', 'pm', 3), others)).toEqual([]);
  });

  it('says how many days overlap when there are several', () => {
    const [finding] = find(fixed('b', '2025-06-10', 'am', 4), [fixed('a', '2025-06-09', 'am', 8)]);
    expect(finding?.message).toMatch(/takes Tue 10 June 2025 and 1 more day\./);
  });

  it('tells a duplicate from an overlap', () => {
    const others = [fixed('a', '2025-06-09', 'am', 4)];
    expect(find(fixed('b', '2025-06-09', 'am', 4), others)[0]?.message).toBe(
      'This suspension is already recorded for this pupil, with the same start and length.',
    );
    expect(find(fixed('b', '2025-06-09', 'am', 2), others)[0]?.message).toMatch(
      /already takes Mon 9 June 2025\. Change/,
    );
  });

  it('warns of a lunchtime on a day that is out anyway, and is silent when half of that day is attended', () => {
    const lunch = lunchtimes('l', '2025-06-09', '2025-06-10');
    expect(find(lunch, [fixed('a', '2025-06-09', 'am', 3)])).toMatchObject([
      {
        code: 'X08',
        severity: 'warning',
        message:
          'Another suspension of this pupil already covers Mon 9 June 2025: the lunchtime would count twice.',
      },
    ]);
    expect(find(fixed('a', '2025-06-10', 'pm', 1), [lunch])).toEqual([]);
  });

  it('refuses two lunchtime exclusions of one lunchtime', () => {
    expect(find(lunchtimes('m', '2025-06-10'), [lunchtimes('l', '2025-06-09', '2025-06-10')])).toMatchObject([
      {
        code: 'X08',
        severity: 'error',
        message:
          'Another suspension of this pupil already takes Tue 10 June 2025. Change the start or the length.',
      },
    ]);
  });

  it('refuses a second permanent exclusion and anything from its start on', () => {
    expect(find(permanent('q', '2025-06-20'), [permanent('p', '2025-06-16')])).toMatchObject([
      { code: 'X09' },
    ]);
    expect(find(fixed('a', '2025-06-13', 'am', 3), [permanent('p', '2025-06-16')])).toMatchObject([
      { code: 'X08' },
    ]);
    expect(find(fixed('a', '2025-06-13', 'am', 2), [permanent('p', '2025-06-16')])).toEqual([]);
  });

  it('lets a permanent exclusion begin straight after a fixed one, not within it', () => {
    const others = [fixed('a', '2025-06-12', 'am', 3)];
    expect(find(permanent('p', '2025-06-16'), others)).toEqual([]);
    expect(find(permanent('p', '2025-06-13'), others)).toMatchObject([{ code: 'X08', field: 'startDate' }]);
  });

  it('refuses a length of nothing or over 45 days', () => {
    expect(find({ ...fixed('a', '2025-06-09', 'am', 2), halfDays: [] })).toMatchObject([{ code: 'X04' }]);
    expect(find(fixed('a', '2025-04-23', 'am', 90))).toEqual([]);
    expect(find(fixed('a', '2025-04-23', 'am', 91))).toMatchObject([{ code: 'X04', field: 'halfDays' }]);
  });
});
