import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { countBetween, countFromStart } from '#shared/domain/calendar/count-sessions.ts';
import { indexCalendar } from '#shared/domain/calendar/index-calendar.ts';
import { countLunchtimes } from '#shared/domain/calendar/lunchtimes.ts';
import type { Session, WorkingLine } from '#shared/domain/calendar/types.ts';
import { ruleSetOn } from '#shared/domain/duties/rule-sets.ts';
import { totals } from '#shared/domain/exclusions/totals.ts';
import type { CountedExclusion } from '#shared/domain/exclusions/types.ts';
import { makeCalendar } from './make-calendar.ts';
import { slowCounter } from './slow-counter.ts';
import { runs } from '../builders/runs.ts';

const CALENDARS = 250;
const CASES = runs(10_000);
const SEED = 20_070_901;

const prepared = new Map<number, ReturnType<typeof prepare>>();
function prepare(seed: number) {
  const calendar = makeCalendar(seed);
  return { calendar, index: indexCalendar(calendar), slow: slowCounter(calendar) };
}
function calendarOf(seed: number) {
  const known = prepared.get(seed) ?? prepare(seed);
  prepared.set(seed, known);
  return known;
}

const arbitraryCase = fc.record({
  calendar: fc.nat(CALENDARS - 1),
  // Over the two school years and a little way out at either end.
  day: fc.integer({ min: -10, max: 720 }),
  slot: fc.constantFrom('am' as const, 'pm' as const),
  sessions: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 90 })),
});

type Case = typeof arbitraryCase extends fc.Arbitrary<infer T> ? T : never;

function startOf({ calendar, day, slot }: Case): Session {
  const first = calendarOf(calendar).calendar.terms[0];
  if (first === undefined) throw new Error('a calendar without terms');
  return { date: Temporal.PlainDate.from(first.from).add({ days: day }).toString(), slot };
}

/** The half days a working speaks of, so that it can be compared with a walk. */
function halfDaysOf(working: readonly WorkingLine[], type: WorkingLine['type']): string[] {
  return working.flatMap((line) => {
    if (line.type !== type) return [];
    if (line.type === 'counted') return line.slots.map((slot) => `${line.date} ${slot}`);
    const found: string[] = [];
    for (
      let day = line.from;
      day <= line.to;
      day = Temporal.PlainDate.from(day).add({ days: 1 }).toString()
    ) {
      found.push(...(line.slot === 'all' ? ['am', 'pm'] : [line.slot]).map((slot) => `${day} ${slot}`));
    }
    return found;
  });
}
const textOf = ({ date, slot }: Session): string => `${date} ${slot}`;

describe('counting agrees with the slow counter', () => {
  it('on sessions, return, working, school days and lunchtimes, in thousands of cases', () => {
    const met = { counted: 0, closed: 0, 'not-entered': 0 };
    fc.assert(
      fc.property(arbitraryCase, (one) => {
        const { index, slow } = calendarOf(one.calendar);
        const start = startOf(one);
        const expected = slow.countFrom(start, one.sessions);
        const result = countFromStart(index, start, one.sessions);
        met[typeof expected === 'string' ? expected : 'counted'] += 1;
        if (typeof expected === 'string') {
          if (result.ok) throw new Error(`counted what is ${expected}`);
          return;
        }
        if (!result.ok) throw new Error(result.error.message);
        const { sessions, last, returnsOn, working } = result.value;
        expect(sessions).toEqual(expected.sessions);
        expect(returnsOn).toEqual(expected.returnsOn);
        expect(halfDaysOf(working, 'counted')).toEqual(expected.sessions.map(textOf));
        // A day's closed halves with two reasons are two lines, so the order within lines is not compared.
        expect(halfDaysOf(working, 'closed').toSorted()).toEqual(expected.closed.map(textOf).toSorted());
        expect(countBetween(index, start, last)).toEqual(result);
        expect(index.schoolDayAfter(start.date, 6)).toBe(slow.schoolDayAfter(start.date, 6));
        const lunchtimes = slow.lunchtimesFrom(start.date, Math.ceil(one.sessions / 4));
        const lunch = countLunchtimes(index, start.date, Math.ceil(one.sessions / 4));
        expect(lunch.ok ? lunch.value.dates : 'refused').toEqual(
          typeof lunchtimes === 'string' ? 'refused' : lunchtimes,
        );
      }),
      { numRuns: CASES, seed: SEED },
    );
    // The comparison is worth nothing if the cases are all of one kind.
    expect(met.counted).toBeGreaterThan(CASES * 0.4);
    expect(met.closed).toBeGreaterThan(CASES * 0.2);
    expect(met['not-entered']).toBeGreaterThan(CASES * 0.005);
  });

  it('on totals by term and year, lunchtimes as halves, of 1,000 pupils', () => {
    const ruleSet = ruleSetOn('2022-09-01');
    if (ruleSet === undefined) throw new Error('no rule set');
    fc.assert(
      fc.property(
        fc.nat(CALENDARS - 1),
        fc.array(arbitraryCase, { minLength: 1, maxLength: 6 }),
        (seed, cases) => {
          const { index, slow } = calendarOf(seed);
          const exclusions = cases.flatMap((one, at): CountedExclusion[] => {
            const start = startOf({ ...one, calendar: seed });
            if (at % 3 === 2) {
              const dates = slow.lunchtimesFrom(start.date, Math.min(one.sessions, 10));
              if (typeof dates === 'string') return [];
              const halfDays = dates.map((date) => ({ date, slot: 'lunch' as const }));
              return [{ id: String(at), kind: 'lunchtime', halfDays }];
            }
            const count = slow.countFrom(start, one.sessions);
            if (typeof count === 'string') return [];
            return [{ id: String(at), kind: 'fixed-period', halfDays: count.sessions }];
          });
          const dates = exclusions.flatMap(({ halfDays }) => halfDays.map(({ date }) => date));
          const found = totals({ exclusions, earlier: [], index, ruleSet });
          const flat = new Map([
            ...found.terms.map(
              ({ schoolYear, name, halfDays }) => [`${String(schoolYear)} ${name}`, halfDays] as const,
            ),
            ...found.years.map(({ schoolYear, halfDays }) => [String(schoolYear), halfDays] as const),
          ]);
          expect(flat).toEqual(slow.totals(dates));
        },
      ),
      { numRuns: 1000, seed: SEED },
    );
  });
});
