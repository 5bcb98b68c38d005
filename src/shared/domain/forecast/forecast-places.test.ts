import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, weekdayOf } from '../../kernel/plain-date.ts';
import type { Session } from '../calendar/types.ts';
import { ENOUGH, forecastPlaces } from './forecast-places.ts';
import { DAYS_AHEAD } from './ledger.ts';
import { replay } from './replay.ts';
import type { ForecastDay, ForecastRecord, RecordedCase } from './types.ts';

/** Weekdays from Monday 4 September 2023 on, without any holiday. */
function weekdays(count: number): readonly ForecastDay[] {
  const days: ForecastDay[] = [];
  for (let at = 0; days.length < count; at += 1) {
    const date = addDays('2023-09-04', at);
    if (weekdayOf(date) <= 5) days.push({ date, slots: ['am', 'pm'], termWeek: Math.floor(at / 7) + 1 });
  }
  return days;
}

const HISTORY = 250;
const DAYS = weekdays(HISTORY + DAYS_AHEAD);
const dateAt = (at: number): string => DAYS[at]?.date ?? '';

/** Whole days out from day `start` on, on record on the day `known`. */
const out = (
  known: number,
  start: number,
  length: number,
  more: Partial<RecordedCase> = {},
): RecordedCase => ({
  stage: 'ks3',
  knownOn: dateAt(known),
  sessions: DAYS.slice(start, start + length).flatMap(({ date }): Session[] => [
    { date, slot: 'am' },
    { date, slot: 'pm' },
  ]),
  ...more,
});

const record = (cases: readonly RecordedCase[]): ForecastRecord => ({
  days: DAYS,
  cases,
  today: dateAt(HISTORY - 1),
});

/** On every Monday one pupil is excluded, for the next day and as many as said. */
const everyMonday = (length: number): readonly RecordedCase[] =>
  Array.from({ length: HISTORY / 5 }, (_, week) => out(week * 5, week * 5 + 1, length));

describe('forecast of places', () => {
  it('learns that exclusions come on Mondays and last two days', () => {
    const outcome = forecastPlaces(record(everyMonday(2)));
    if (outcome.type !== 'given') throw new Error(outcome.type);
    // The last day of the history is a Friday: nobody is out on the Monday, one pupil on Tuesday and Wednesday.
    const totals = outcome.days.slice(0, 5).map(({ known, expected }) => known.total + expected.total);
    const should = [0, 2, 2, 0, 0];
    totals.forEach((total, at) => expect(Math.abs(total - (should[at] ?? 0))).toBeLessThan(0.25));
    expect(outcome.test.off.forecast).toBeLessThan(outcome.test.off.averageAndKnown);
    expect(outcome.test.off.averageAndKnown).toBeLessThan(outcome.test.off.plainAverage);
    expect(outcome.test.inRange).toBeGreaterThan(0.8);
  });

  it('counts what is on record for certain, by half day and key stage', () => {
    const longer = out(HISTORY - 1, HISTORY - 1, 4, { stage: 'ks4' });
    const morning = out(HISTORY - 1, HISTORY, 0, { sessions: [{ date: dateAt(HISTORY), slot: 'am' }] });
    const outcome = forecastPlaces(record([...everyMonday(2), longer, morning]));
    if (outcome.type !== 'given') throw new Error(outcome.type);
    expect(outcome.days.map(({ known }) => known).slice(0, 4)).toEqual([
      { am: 2, pm: 1, total: 3 },
      { am: 1, pm: 1, total: 2 },
      { am: 1, pm: 1, total: 2 },
      { am: 0, pm: 0, total: 0 },
    ]);
    expect(outcome.days[0]?.byStage.map(({ stage, known }) => [stage, known])).toEqual([
      ['ks3', 1],
      ['ks4', 2],
    ]);
  });

  it('expects nothing in a half day on which the school does not meet', () => {
    const days = DAYS.map((day, at) => (at === HISTORY + 1 ? { ...day, slots: ['am' as const] } : day));
    const outcome = forecastPlaces({ ...record(everyMonday(2)), days });
    if (outcome.type !== 'given') throw new Error(outcome.type);
    expect(outcome.days[1]).toMatchObject({ expected: { pm: 0 }, range: { pm: { low: 0, high: 0 } } });
  });

  it('is not given from too short a history or too few exclusions, and says how much there is', () => {
    const short = { ...record(everyMonday(2)), today: dateAt(ENOUGH.schoolDays - 1) };
    expect(forecastPlaces(short)).toEqual({
      type: 'too-little',
      history: { from: '2023-09-04', schoolDays: ENOUGH.schoolDays, exclusions: 38 },
    });
    expect(forecastPlaces(record(everyMonday(2).slice(0, ENOUGH.exclusions - 1)))).toMatchObject({
      type: 'too-little',
      history: { exclusions: ENOUGH.exclusions - 1 },
    });
    expect(forecastPlaces({ days: [], cases: [], today: '2025-11-12' })).toEqual({
      type: 'too-little',
      history: { from: undefined, schoolDays: 0, exclusions: 0 },
    });
  });

  it('is not given when the past was better told by the plain average', () => {
    // One pupil a day, each day, on record on the day itself: the average is always right, and cannot be beaten.
    const constant = Array.from({ length: HISTORY }, (_, at) => out(at, at, 1));
    const outcome = forecastPlaces(record(constant));
    expect(outcome.type).toBe('no-better');
    if (outcome.type !== 'no-better') return;
    expect(outcome.test.off.forecast).toBeGreaterThanOrEqual(outcome.test.off.plainAverage);
  });
});

describe('what was knowable', () => {
  const asOf = (cases: readonly RecordedCase[], day: number) =>
    replay(record(cases), day, day).map(({ known }) => known.total);

  it('is what was on record on the evening, not what came later', () => {
    const one = out(100, 101, 3);
    expect(asOf([one], 99)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    expect(asOf([one], 100)).toEqual([2, 2, 2, 0, 0, 0, 0, 0, 0, 0]);
  });

  it('knows at a weekend what came in on Saturday', () => {
    const saturday = addDays(dateAt(104), 1);
    expect(asOf([out(0, 105, 1, { knownOn: saturday })], 104)[0]).toBe(2);
  });

  it('takes days for needed until it is on record that they were given back', () => {
    const cancelled = out(100, 101, 5);
    const back = { knownOn: dateAt(102), sessions: cancelled.sessions.slice(4) };
    expect(asOf([{ ...cancelled, givenBack: back }], 101).slice(0, 4)).toEqual([2, 2, 2, 2]);
    expect(asOf([{ ...cancelled, givenBack: back }], 102).slice(0, 4)).toEqual([0, 0, 0, 0]);
  });
});

describe('every forecast', () => {
  const aCase = fc
    .record({
      start: fc.integer({ min: 0, max: HISTORY + 5 }),
      notice: fc.integer({ min: -3, max: 5 }),
      length: fc.integer({ min: 1, max: 15 }),
      stage: fc.constantFrom('ks2' as const, 'ks3' as const, 'ks4' as const),
    })
    .map(({ start, notice, length, stage }) =>
      out(Math.min(Math.max(0, start - notice), HISTORY - 1), start, length, { stage }),
    );
  const someCases = fc.array(aCase, { minLength: ENOUGH.exclusions, maxLength: 120 });

  const last = (cases: readonly RecordedCase[]) => replay(record(cases), HISTORY - 1, HISTORY - 1);

  it('is never negative, never below what is known, and within its range', () => {
    fc.assert(
      fc.property(someCases, (cases) => {
        for (const { known, expected, range } of last(cases)) {
          for (const part of ['am', 'pm', 'total'] as const) {
            expect(expected[part]).toBeGreaterThanOrEqual(0);
            expect(range[part].low).toBeGreaterThanOrEqual(known[part]);
            expect(known[part] + expected[part]).toBeGreaterThanOrEqual(range[part].low);
            expect(known[part] + expected[part]).toBeLessThanOrEqual(range[part].high);
          }
          expect(expected.total).toBeCloseTo(expected.am + expected.pm, 10);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('adds up over the key stages to the whole', () => {
    fc.assert(
      fc.property(someCases, (cases) => {
        for (const { known, expected, knownByStage, expectedByStage } of last(cases)) {
          expect(knownByStage.reduce((sum, n) => sum + n, 0)).toBe(known.total);
          expect(expectedByStage.reduce((sum, n) => sum + n, 0)).toBeCloseTo(expected.total, 8);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('never knows of fewer places when one more exclusion is on record', () => {
    fc.assert(
      fc.property(someCases, aCase, (cases, one) => {
        const [before, after] = [last(cases), last([...cases, one])];
        after.forEach(({ known }, at) => {
          expect(known.am).toBeGreaterThanOrEqual(before[at]?.known.am ?? 0);
          expect(known.pm).toBeGreaterThanOrEqual(before[at]?.known.pm ?? 0);
        });
      }),
      { numRuns: 20 },
    );
  });

  it('is the same whatever order the exclusions were entered in', () => {
    fc.assert(
      fc.property(someCases, (cases) => {
        expect(forecastPlaces(record(cases.toReversed()))).toEqual(forecastPlaces(record(cases)));
      }),
      { numRuns: 10 },
    );
  });
});
