import { expect, test } from 'vitest';
import { weekHours } from './hours.ts';

const taught = (date: string, starts: string, ends: string) => ({ date, taught: { starts, ends } });

test('hours are those at which the sessions are taught, week by week, with what full time lacks', () => {
  expect(
    weekHours([
      taught('2025-11-24', '13:30', '15:45'),
      taught('2025-11-24', '15:45', '18:00'),
      taught('2025-11-20', '07:00', '09:00'),
      taught('2025-11-20', '15:30', '18:30'),
      taught('2025-11-21', '15:00', '18:00'),
      { date: '2025-11-21' },
    ]),
  ).toEqual([
    { monday: '2025-11-17', hours: 8, sessions: 3, missing: 1 },
    { monday: '2025-11-24', hours: 4.5, sessions: 2, missing: 0 },
  ]);
});
