import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placesPutOut, type Limits, type TakenPlace } from './places-put-out.ts';
import { ruleProblems } from './rule-problems.ts';
import { KIND_PRESETS } from './kind-presets.ts';
import { capacityOn } from './session-of.ts';
import { weekMinutes } from './week-minutes.ts';
import { weekProblems } from './week-problems.ts';

const sessions = [1, 2, 3, 4, 5].map((weekday) => ({
  weekday,
  slot: 'am' as const,
  capacity: 3,
  starts: '09:00',
  ends: '12:00',
}));

const place = fc.record({
  pupil: fc.integer({ min: 0, max: 5 }),
  school: fc.constantFrom('a', 'b'),
  day: fc.integer({ min: 17, max: 28 }),
  state: fc.constantFrom('held' as const, 'booked' as const),
  minute: fc.integer({ min: 10, max: 59 }),
  settled: fc.boolean(),
});

const book = fc
  .uniqueArray(place, { maxLength: 30, selector: ({ pupil, day }) => `${pupil} ${day}` })
  .map((drawn) =>
    drawn.map(({ pupil, school, day, state, minute, settled }, at): TakenPlace => ({
      id: `place-${String(at)}`,
      pupilId: `pupil-${String(pupil)}`,
      schoolId: school,
      date: `2025-11-${String(day)}`,
      slot: 'am',
      state,
      madeAt: `2025-11-01T10:${String(minute)}:00.000Z`,
      settled,
    })),
  );

const limits: fc.Arbitrary<Limits> = fc.record({
  active: fc.constantFrom(true, true, true, false),
  sessions: fc.constant(sessions),
  closures: fc.array(
    fc.record({
      from: fc.constantFrom('2025-11-17', '2025-11-20'),
      to: fc.constantFrom('2025-11-20', '2025-11-25'),
      slot: fc.constantFrom('am' as const, 'all' as const),
      reason: fc.constant('Flood'),
    }),
    { maxLength: 1 },
  ),
  weekCapacity: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
  schoolShare: fc.option(fc.integer({ min: 1, max: 2 }), { nil: undefined }),
});

/** Whether all of these could be there together. */
function fits(rules: Limits, places: readonly TakenPlace[]): boolean {
  const count = (own: TakenPlace, same: (other: TakenPlace) => boolean) =>
    places.filter((other) => other.date === own.date && same(other)).length;
  return places.every((own) => {
    // 17 to 21 November is one week, 24 to 28 the next.
    const week = places.filter((other) => other.date < '2025-11-22' === own.date < '2025-11-22');
    return (
      rules.active &&
      count(own, () => true) <= capacityOn(rules, own) &&
      count(own, ({ schoolId }) => schoolId === own.schoolId) <= (rules.schoolShare ?? 99) &&
      new Set(week.map(({ pupilId }) => pupilId)).size <= (rules.weekCapacity ?? 99)
    );
  });
}

describe('places put out', () => {
  test('leave a book that keeps every limit, and not one of them could have stayed', () => {
    fc.assert(
      fc.property(limits, book, (rules, drawn) => {
        const taken = drawn.map((one) => ({ ...one, settled: false }));
        const out = placesPutOut(rules, taken);
        const kept = taken.filter((one) => !out.includes(one));
        expect(fits(rules, kept)).toBe(true);
        for (const one of out) expect(fits(rules, [...kept, one])).toBe(false);
      }),
    );
  });

  test('are never settled ones, and do not depend on the order of the book', () => {
    fc.assert(
      fc.property(limits, book, (rules, taken) => {
        const out = placesPutOut(rules, taken);
        expect(out.some(({ settled }) => settled)).toBe(false);
        const turned = placesPutOut(rules, taken.toReversed());
        expect(new Set(turned.map(({ id }) => id))).toEqual(new Set(out.map(({ id }) => id)));
      }),
    );
  });
});

describe('what is proposed for a kind', () => {
  test.each(Object.entries(KIND_PRESETS))('%s is sound', (_, preset) => {
    expect(weekProblems(preset.sessions)).toEqual([]);
    expect(ruleProblems(preset)).toEqual([]);
  });

  test('has the numbers of the evaluation', () => {
    expect(KIND_PRESETS['la-centre']).toMatchObject({ rules: { minDays: 2, maxDays: 14 } });
    expect(KIND_PRESETS['la-centre'].sessions[0]?.capacity).toBe(12);
    expect(KIND_PRESETS.agency).toMatchObject({ weekCapacity: 18, rules: { longerThanDays: 3 } });
    expect(KIND_PRESETS['joint-primary-centre'].sessions.map(({ slot }) => slot)).toEqual(
      Array.from({ length: 5 }, () => 'am'),
    );
  });

  test('a late day, a split day and a centre’s week have their hours', () => {
    const hours = (kind: keyof typeof KIND_PRESETS) => weekMinutes(KIND_PRESETS[kind].sessions) / 60;
    expect(hours('flexible-day')).toBe(22.5);
    expect(hours('split-day')).toBe(25);
    expect(hours('la-centre')).toBe(25);
    expect(hours('joint-primary-centre')).toBe(15);
  });
});

test('rules that nobody could keep are named by field', () => {
  const base = { sessions, rules: KIND_PRESETS['home-study'].rules };
  const paths = (rules: object, schoolShare?: number) =>
    ruleProblems({ ...base, schoolShare, rules: { ...base.rules, ...rules } }).map(({ path }) => path);
  expect(paths({})).toEqual([]);
  expect(paths({}, 4)).toEqual(['schoolShare']);
  expect(paths({ minDays: 5, maxDays: 4 })).toEqual(['rules.maxDays']);
  expect(paths({ window: { fromDay: 3, toDay: 2 } })).toEqual(['rules.window.toDay']);
  expect(paths({ window: { fromDay: 1, toDay: 2 }, minDays: 3 })).toEqual(['rules.minDays']);
  expect(paths({ escort: { fromDay: 2, toDay: 1 } })).toEqual(['rules.escort.toDay']);
  const course = { name: 'Anger management', sessions: 6 };
  expect(paths({ courses: [course, { ...course, name: 'anger Management ' }] })).toEqual([
    'rules.courses.1.name',
  ]);
});
