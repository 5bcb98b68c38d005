import { expect, test } from 'vitest';
import { changeSlot, fieldOf, sameAsMonday, sayWeek, toSessions, toWeekDraft } from './week-draft.ts';

const monday = { weekday: 1, slot: 'pm', capacity: 6, starts: '13:10', ends: '15:00' } as const;

test('the form has ten half days; those not run are empty, with the usual times to start from', () => {
  const week = toWeekDraft([monday]);
  expect(week).toHaveLength(10);
  expect(week[0]).toEqual({ weekday: 1, slot: 'am', capacity: null, starts: '09:00', ends: '12:00' });
  expect(week[1]).toEqual(monday);
  expect(toSessions(week)).toEqual([monday]);
});

test('a half day with no places is not run', () => {
  const week = toWeekDraft([monday]);
  const [, afternoon] = week;
  if (!afternoon) throw new Error('ten half days');
  expect(toSessions(changeSlot(week, afternoon, { capacity: 0 }))).toEqual([]);
  expect(toSessions(changeSlot(week, afternoon, { capacity: null }))).toEqual([]);
});

test('every day can be made like Monday', () => {
  const week = sameAsMonday(toWeekDraft([monday, { ...monday, weekday: 3, slot: 'am' }]));
  expect(toSessions(week).map(({ weekday, slot, starts }) => [weekday, slot, starts])).toEqual(
    [1, 2, 3, 4, 5].map((weekday) => [weekday, 'pm', '13:10']),
  );
});

test('fields are counted as main counts the sessions it is sent', () => {
  const week = toWeekDraft([monday, { ...monday, weekday: 2 }]);
  const named = week.map((one) => fieldOf(week, one)).filter((name) => name !== undefined);
  expect(named).toEqual(['sessions.0', 'sessions.1']);
  expect(week[3] && fieldOf(week, week[3])).toBe('sessions.1');
});

test.each([
  [[], 'Runs no session'],
  [[monday], '1 session of 6 places'],
  [[monday, { ...monday, weekday: 2, capacity: 1 }], '2 sessions of 1 to 6 places'],
  [[{ ...monday, capacity: 1 }], '1 session of 1 place'],
])('a week in words: %#', (sessions, words) => {
  expect(sayWeek(sessions)).toBe(words);
});
