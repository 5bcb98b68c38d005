import { describe, expect, it } from 'vitest';
import type { BackTest, ForecastHistory } from '../domain/forecast/types.ts';
import { sayForecast } from './forecast-words.ts';

const ENOUGH = { schoolDays: 190, exclusions: 40 };
const HISTORY: ForecastHistory = { from: '2023-09-05', schoolDays: 1590, exclusions: 812 };
const TEST: BackTest = {
  days: 380,
  from: '2023-11-06',
  to: '2025-11-10',
  forecasts: 3755,
  off: { forecast: 1.904, plainAverage: 2.61, averageAndKnown: 2 },
  inRange: 0.8399,
};

describe('the sentence under a forecast', () => {
  it('says from what it was worked out, how near it was and how near others were', () => {
    expect(sayForecast({ type: 'given', history: HISTORY, test: TEST, days: [] }, ENOUGH)).toBe(
      'Worked out from 812 exclusions in 1,590 school days. The same forecast made on each of 380 past school days ' +
        '(Mon 6 November 2023 to Mon 10 November 2025), from what was on record then, was off by 1.90 places a day; ' +
        'the plain average was off by 2.61, and the average added to the known cases by 2.00. What came lay within ' +
        'the range in 83 of 100 forecasts.',
    );
  });

  it('says when the plain average was as near, with both numbers', () => {
    const test = { ...TEST, off: { ...TEST.off, forecast: 2.61 } };
    expect(sayForecast({ type: 'no-better', history: HISTORY, test }, ENOUGH)).toBe(
      'No forecast: tested on the past it was no better than a plain average. Worked out from 812 exclusions in ' +
        '1,590 school days, it was off by 2.61 places a day, the plain average by 2.61.',
    );
  });

  it('says how much more history it takes', () => {
    const history = { from: '2025-11-03', schoolDays: 8, exclusions: 1 };
    expect(sayForecast({ type: 'too-little', history }, ENOUGH)).toBe(
      'No forecast yet. On record so far: 1 exclusion in 8 school days. It takes at least 40 exclusions and 190 school ' +
        'days before today, to learn from and to test against.',
    );
  });
});
