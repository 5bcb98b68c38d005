import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sessionKey } from '../calendar/session-key.ts';
import type { Slot } from '../calendar/types.ts';
import { PROVIDER_KINDS } from '../providers/types.ts';
import type { SessionToCover } from './sessions-to-cover.ts';
import { isProposed, USUAL_STAGES } from './stages.ts';
import { suggestItinerary, type SuggestRequest } from './suggest-itinerary.ts';
import type { SuggestOption } from './suggest-types.ts';
import type { Refusal } from './types.ts';

/** Sessions of consecutive days, Monday 17 November 2025 being day 1. */
const daysOut = (days: number): readonly SessionToCover[] =>
  Array.from({ length: days }, (_, at) => at).flatMap((at) =>
    (['am', 'pm'] as const).map((slot: Slot) => ({
      date: `2025-11-${String(17 + at).padStart(2, '0')}`,
      slot,
      day: at + 1,
    })),
  );

const full: readonly Refusal[] = [{ type: 'full', capacity: 1, holders: [] }];
const escort: readonly Refusal[] = [{ type: 'escort', window: { fromDay: 1 }, day: 1 }];

/** A provider with the days, or the sessions ("3 am"), that it cannot take. */
function option(
  id: string,
  change: Partial<SuggestOption> & {
    cannot?: readonly (number | string)[];
    escortOn?: readonly number[];
  } = {},
): SuggestOption {
  const { cannot = [], escortOn = [], ...rest } = change;
  const refusals = new Map<string, readonly Refusal[]>();
  for (const session of daysOut(10)) {
    if (escortOn.includes(session.day)) refusals.set(sessionKey(session), escort);
    if (cannot.includes(session.day) || cannot.includes(`${String(session.day)} ${session.slot}`)) {
      refusals.set(sessionKey(session), full);
    }
  }
  return { id, name: id, kind: 'la-centre', excludedThere: false, refusals, ...rest };
}

const suggest = (days: number, options: readonly SuggestOption[], change: Partial<SuggestRequest> = {}) =>
  suggestItinerary({
    kind: 'fixed-period',
    stages: USUAL_STAGES,
    sessions: daysOut(days),
    options,
    ...change,
  });

/** "unit: 1 am, 1 pm" for each run. */
const say = ({ runs }: ReturnType<typeof suggest>) =>
  runs.map(({ providerId, sessions }) => {
    const days = [...new Set(sessions.map(({ day }) => day))];
    const whole = sessions.length === days.length * 2;
    return `${providerId}: ${(whole ? days : sessions.map(({ day, slot }) => `${String(day)} ${slot}`)).join(', ')}`;
  });

const unit = option('unit', { kind: 'internal-unit' });
const pru = option('pru', { kind: 'pru' });

describe('a suggested itinerary', () => {
  test('follows the stages: two days in the own unit, then the pupil referral unit', () => {
    expect(say(suggest(5, [pru, unit, option('centre')]))).toEqual(['unit: 1, 2', 'pru: 3, 4, 5']);
  });

  test('goes to the pupil referral unit from the first day of a permanent exclusion', () => {
    expect(say(suggest(3, [pru, unit], { kind: 'permanent' }))).toEqual(['pru: 1, 2, 3']);
  });

  test('takes the next preference for what the stage’s provider cannot take', () => {
    expect(say(suggest(3, [pru, option('unit', { kind: 'internal-unit', cannot: [2] })]))).toEqual([
      'unit: 1',
      'pru: 2, 3',
    ]);
  });

  test('prefers, of two providers of a stage, the one that can take all of its days', () => {
    const near = option('near', { kind: 'pru', distanceMetres: 100, cannot: [5] });
    expect(say(suggest(5, [unit, near, option('far', { kind: 'pru', distanceMetres: 9000 })]))).toEqual([
      'unit: 1, 2',
      'far: 3, 4, 5',
    ]);
  });

  test.each([
    ['the nearer', { distanceMetres: 900 }, { distanceMetres: 800 }, 'b'],
    ['one whose distance is known', {}, { distanceMetres: 800 }, 'b'],
    ['the cheaper at the same distance', { costPence: 500 }, { costPence: 400 }, 'b'],
    ['the first by name', {}, {}, 'a'],
    ['one that needs nobody sent along', { escortOn: [1] }, { distanceMetres: 90_000 }, 'b'],
  ])('takes, of two that are alike, %s', (_, a, b, taken) => {
    expect(say(suggest(1, [option('b', b), option('a', a)]))).toEqual([`${taken}: 1`]);
  });

  test('stays where the pupil is already for the days around', () => {
    const sessions = daysOut(2).map((session) =>
      session.day === 1 ? { ...session, placedAt: 'b' } : session,
    );
    expect(say(suggest(2, [option('a'), option('b')], { sessions }))).toEqual(['b: 2']);
  });

  test('names the sessions to which somebody must be sent', () => {
    const [run] = suggest(3, [option('library', { kind: 'partner-school', escortOn: [1, 3] })]).runs;
    expect(run?.escorted.map(({ day, slot }) => `${String(day)} ${slot}`)).toEqual([
      '1 am',
      '1 pm',
      '3 am',
      '3 pm',
    ]);
  });

  test('goes back to no provider that excluded the pupil', () => {
    const { runs, without } = suggest(1, [option('centre', { excludedThere: true })]);
    expect(runs).toEqual([]);
    expect(without[0]?.reasons).toMatchObject([{ providerId: 'centre', notProposed: 'excluded-there' }]);
  });
});

describe('the length of stays', () => {
  test('cuts a stay to what the provider has at most, and says so of the days beyond', () => {
    const { runs, without } = suggest(7, [option('library', { maxDays: 5 })]);
    expect(say({ runs, without })).toEqual(['library: 1, 2, 3, 4, 5']);
    expect(without.map(({ session: { day, slot } }) => `${String(day)} ${slot}`)).toEqual([
      '6 am',
      '6 pm',
      '7 am',
      '7 pm',
    ]);
    expect(without[0]?.reasons[0]?.refusals).toEqual([{ type: 'stay-long', maxDays: 5, days: 6 }]);
  });

  test('makes a stay longer than its stage where the provider asks for it', () => {
    expect(say(suggest(3, [unit, option('pru', { kind: 'pru', minDays: 2 })]))).toEqual(['unit: 1, 2, 3']);
    expect(
      say(
        suggest(3, [
          option('unit', { kind: 'internal-unit', maxDays: 2 }),
          option('pru', { kind: 'pru', minDays: 2 }),
        ]),
      ),
    ).toEqual(['unit: 1', 'pru: 2, 3']);
  });

  test('leaves a single day without rather than propose a stay that is refused', () => {
    const { runs, without } = suggest(1, [option('youth', { minDays: 2, maxDays: 14 })]);
    expect(runs).toEqual([]);
    expect(without[0]?.reasons[0]?.refusals).toEqual([{ type: 'stay-short', minDays: 2, days: 1 }]);
  });

  test('keeps a provider of few days for the days that nobody else can take', () => {
    const centre = option('centre', { cannot: [3] });
    expect(say(suggest(5, [option('day', { kind: 'internal-unit', maxDays: 1 }), centre]))).toEqual([
      'centre: 1, 2, 4, 5',
      'day: 3',
    ]);
  });

  test('counts the days of the stay that are in the book', () => {
    const daysBefore = new Set(['2025-11-17']);
    const sessions = daysOut(3).map((session) =>
      session.day === 1 ? { ...session, placedAt: 'youth' } : session,
    );
    const ask = (limits: Partial<SuggestOption>) =>
      say(suggest(3, [option('youth', { daysBefore, ...limits })], { sessions }));
    expect(ask({ minDays: 3 })).toEqual(['youth: 2, 3']);
    expect(ask({ minDays: 4 })).toEqual([]);
    expect(ask({ maxDays: 2 })).toEqual(['youth: 2']);
    expect(ask({ maxDays: 1 })).toEqual([]);
  });

  test('uses nobody whose shortest stay is longer than the longest', () => {
    expect(suggest(5, [option('muddled', { minDays: 4, maxDays: 3 })]).runs).toEqual([]);
  });
});

const anyOption = fc
  .record({
    kind: fc.constantFrom(...PROVIDER_KINDS),
    minDays: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
    maxDays: fc.option(fc.integer({ min: 1, max: 6 }), { nil: undefined }),
    daysBefore: fc.subarray(['2025-11-14', '2025-11-17', '2025-11-18']).map((days) => new Set(days)),
    distanceMetres: fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined }),
    cannot: fc.uniqueArray(fc.constantFrom(...daysOut(7).map(({ day, slot }) => `${String(day)} ${slot}`))),
    escortOn: fc.subarray([1, 2]),
  })
  .map((made) => (id: string) => option(id, made));
const anyOptions = fc
  .array(anyOption, { maxLength: 6 })
  .map((made) => made.map((make, at) => make(`p${String(at)}`)));

const canTake = (one: SuggestOption, session: SessionToCover) =>
  (one.refusals.get(sessionKey(session)) ?? []).every(({ type }) => type === 'escort');

/** What one provider can cover by itself, taking days as they come. */
function alone(one: SuggestOption, sessions: readonly SessionToCover[]): number {
  if (!isProposed(one.kind)) return 0;
  const can = sessions.filter((session) => canTake(one, session));
  const before = one.daysBefore ?? new Set();
  const further = [...new Set(can.map(({ date }) => date))].filter((date) => !before.has(date));
  const days = further.slice(0, Math.max(0, (one.maxDays ?? Infinity) - before.size));
  if (days.length + before.size < (one.minDays ?? 1)) return 0;
  return can.filter(({ date }) => days.includes(date) || before.has(date)).length;
}

describe('whatever the providers', () => {
  test('each session is in one run or said to be without, and every rule holds', () => {
    fc.assert(
      fc.property(anyOptions, fc.integer({ min: 1, max: 7 }), (options, days) => {
        const { runs, without } = suggest(days, options);
        const covered = runs.flatMap(({ sessions }) => sessions);
        expect([...covered, ...without.map(({ session }) => session)].map(sessionKey).toSorted()).toEqual(
          daysOut(days).map(sessionKey).toSorted(),
        );
        for (const { providerId, sessions } of runs) {
          const one = options.find(({ id }) => id === providerId);
          const before = one?.daysBefore ?? new Set<string>();
          const dates = sessions.map(({ date }) => date);
          const stay = new Set([...before, ...dates]).size;
          const grown = dates.some((day) => !before.has(day));
          expect(one && isProposed(one.kind) && sessions.every((session) => canTake(one, session))).toBe(
            true,
          );
          expect(stay).toBeGreaterThanOrEqual(one?.minDays ?? 1);
          expect(grown ? stay : 0).toBeLessThanOrEqual(one?.maxDays ?? 99);
        }
        for (const { reasons } of without) {
          expect(reasons).toHaveLength(options.length);
          expect(reasons.every(({ refusals, notProposed }) => refusals.length > 0 || notProposed)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('it covers at least what any one provider could by itself', () => {
    fc.assert(
      fc.property(anyOptions, fc.integer({ min: 1, max: 7 }), (options, days) => {
        const covered = suggest(days, options).runs.flatMap(({ sessions }) => sessions).length;
        expect(covered).toBeGreaterThanOrEqual(
          Math.max(0, ...options.map((one) => alone(one, daysOut(days)))),
        );
      }),
      { numRuns: 500 },
    );
  });

  test('the order in which providers are listed makes no difference', () => {
    fc.assert(
      fc.property(anyOptions, (options) => {
        expect(suggest(5, options.toReversed())).toEqual(suggest(5, options));
      }),
    );
  });
});
