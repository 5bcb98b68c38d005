import { expect, test } from 'vitest';
import { stayStanding } from './stay-standing.ts';

const place = (date: string, state: 'held' | 'booked' | 'cancelled' = 'booked') => ({
  placeId: date,
  date,
  slot: 'am' as const,
  state,
});
const on = (today: string, ...places: ReturnType<typeof place>[]) => stayStanding({ places }, today).words;

test('a stay is booked, then there, then over', () => {
  const places = [place('2025-11-17'), place('2025-11-19')];
  expect(on('2025-11-14', ...places)).toBe('Booked');
  expect(on('2025-11-17', ...places)).toBe('There now');
  expect(on('2025-11-18', ...places)).toBe('There now');
  expect(on('2025-11-20', ...places)).toBe('Ended, report to write');
});

test('a hold says so while it is to come, and what was given up counts for nothing', () => {
  expect(on('2025-11-14', place('2025-11-17', 'held'))).toBe('Held');
  expect(on('2025-11-14', place('2025-11-17', 'cancelled'))).toBe('Given up');
  expect(on('2025-11-20', place('2025-11-17'), place('2025-11-21', 'cancelled'))).toBe(
    'Ended, report to write',
  );
});

test('a stay whose report is finished is over and done', () => {
  const report = { version: 2, work: '', behaviour: '', nextSteps: '', finishedOn: '2025-11-20' };
  expect(stayStanding({ places: [place('2025-11-17')], report }, '2025-11-21').words).toBe('Ended');
});
