import { expect, it } from 'vitest';
import { indexCalendar } from '../calendar/index-calendar.ts';
import { publicPlaceDates } from './public-place-days.ts';
import { ruleSetOn } from './rule-sets.ts';

const index = indexCalendar({
  terms: [{ schoolYear: 2024, name: 'summer', from: '2025-04-22', to: '2025-07-22' }],
  closures: [],
});

const dates = (start: string, last?: string) => {
  const ruleSet = ruleSetOn(start);
  if (ruleSet === undefined) throw new Error(`no rule set on ${start}`);
  return publicPlaceDates(index, ruleSet, {
    start: { date: start, slot: 'am' },
    ...(last === undefined ? {} : { last: { date: last, slot: 'pm' } }),
  });
};

it('are the first five school days, fewer when the exclusion is shorter', () => {
  expect(dates('2025-07-01', '2025-07-02')).toEqual(['2025-07-01', '2025-07-02']);
  expect(dates('2025-07-03')).toEqual(['2025-07-03', '2025-07-04', '2025-07-07', '2025-07-08', '2025-07-09']);
});

it('are all the days that are known where the next term is not entered yet', () => {
  expect(dates('2025-07-18')).toEqual(['2025-07-18', '2025-07-21', '2025-07-22']);
});
