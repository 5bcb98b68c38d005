import { expect, test } from 'vitest';
import { offeredSessions } from './offered-sessions.ts';

const booked = (date: string, slot: 'am' | 'pm') => ({
  placeId: `${date} ${slot}`,
  date,
  slot,
  state: 'booked' as const,
});
const say = (sessions: readonly { date: string; slot: string; elsewhere?: string }[]) =>
  sessions.map(({ date, slot, elsewhere }) => `${date} ${slot}${elsewhere ? ` ${elsewhere}` : ''}`);

test('offers its own sessions, those of the exclusion to come, and says what is elsewhere', () => {
  const offered = offeredSessions(
    [booked('2025-11-18', 'am')],
    [
      { date: '2025-11-14', slot: 'am' },
      { date: '2025-11-18', slot: 'am', place: { placementId: 'this', providerName: 'Oak PRU' } },
      { date: '2025-11-18', slot: 'pm', place: { placementId: 'other', providerName: 'The Mill' } },
      { date: '2025-11-19', slot: 'am' },
    ],
    { placementId: 'this', exclusionId: 'case' },
    '2025-11-17',
  );
  expect(say(offered)).toEqual(['2025-11-18 am', '2025-11-18 pm The Mill', '2025-11-19 am']);
});

test('offers a stay without an exclusion the weekdays of two weeks', () => {
  const offered = offeredSessions([], undefined, { placementId: 'this' }, '2025-11-14');
  expect(say(offered).slice(0, 3)).toEqual(['2025-11-14 am', '2025-11-14 pm', '2025-11-17 am']);
  expect(offered).toHaveLength(20);
});
