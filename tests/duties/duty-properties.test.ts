import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, weekdayOf } from '#shared/kernel/plain-date.ts';
import type { SchoolCalendar } from '#shared/domain/calendar/types.ts';
import { dutiesOf } from '#shared/domain/duties/duties-of.ts';
import { reconcileDuties, type StoredDuty } from '#shared/domain/duties/reconcile-duties.ts';
import type { CaseEvent, Duty } from '#shared/domain/duties/types.ts';
import { stateAfter } from '#shared/domain/exclusions/state-after.ts';
import { dutyCalendar } from './calendars.ts';
import { countedRanges } from './counted-ranges.ts';
import { makeCase } from './make-case.ts';
import { readTable, type TableCase } from './read-table.ts';

const RUNS = { seed: 20_120_901, numRuns: 500 };
const ALL = ['england-2003', 'england-2007', 'england-2012', 'coronavirus', 'england-2022'].flatMap(
  readTable,
);

const anyCase = fc.constantFrom(...ALL);
const duties = (given: TableCase, calendar: SchoolCalendar = dutyCalendar): readonly Duty[] =>
  dutiesOf(makeCase(given, calendar).dutyCase);

const closing = (date: string): SchoolCalendar => ({
  terms: dutyCalendar.terms,
  closures: [
    ...dutyCalendar.closures,
    { from: date, to: date, slot: 'all', kind: 'closure', name: 'Closed: snow' },
  ],
});

const isOpen = (date: string): boolean =>
  weekdayOf(date) <= 5 &&
  dutyCalendar.terms.some(({ from, to }) => from <= date && date <= to) &&
  !dutyCalendar.closures.some(({ from, to }) => from <= date && date <= to);

const stops = ({ type, outcome }: CaseEvent): boolean =>
  outcome === 'reinstated' || type === 'cancelled' || type === 'withdrawn' || type === 'superseded';

/** A school day from the day after the start on, on which nothing happened. */
const caseAndDay = fc
  .record({
    given: anyCase.filter(({ sittings, events }) => sittings.length === 0 && !events.some(stops)),
    after: fc.integer({ min: 1, max: 90 }),
  })
  .map(({ given, after }) => ({ given, day: addDays(given.exclusion.start.date, after) }))
  .filter(
    ({ given, day }) =>
      isOpen(day) &&
      day !== given.issuedOn &&
      given.events.every(({ on }) => on !== day) &&
      isOpen(addDays(day, 1)),
  );

describe('the duties of a case', () => {
  it('do not depend on the order in which anything was recorded', () => {
    fc.assert(
      fc.property(anyCase, fc.infiniteStream(fc.nat(1000)), (given, order) => {
        const shuffle = <T>(list: readonly T[]): T[] =>
          list
            .map((value) => ({ value, at: order.next().value ?? 0 }))
            .toSorted((a, b) => a.at - b.at)
            .map(({ value }) => value);
        const shuffled = {
          ...given,
          events: shuffle(given.events),
          sittings: shuffle(given.sittings),
          before: shuffle(given.before),
          pupil: shuffle(given.pupil),
        };
        expect(duties(shuffled)).toEqual(duties(given));
        expect(stateAfter(shuffled.events)).toBe(stateAfter(given.events));
      }),
      RUNS,
    );
  });

  it('name each key once, and a source for each', () => {
    for (const given of ALL) {
      const keys = duties(given).map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
      expect(duties(given).every(({ source }) => source.length > 10)).toBe(true);
    }
  });

  it('never fall on a day without school where school days are counted', () => {
    fc.assert(
      fc.property(caseAndDay, ({ given, day }) => {
        const wrong = duties(given, closing(day)).flatMap((duty) =>
          duty.key in countedRanges(given, duty)
            ? [duty.dueBy, duty.notBefore].filter((due) => due !== undefined && (!isOpen(due) || due === day))
            : [],
        );
        expect(wrong).toEqual([]);
      }),
      RUNS,
    );
  });

  it('move with one more closed day exactly where that day is among the days counted', () => {
    fc.assert(
      fc.property(caseAndDay, ({ given, day }) => {
        const before = duties(given);
        const after = duties(given, closing(day));
        expect(after.map(({ key }) => key).toSorted()).toEqual(before.map(({ key }) => key).toSorted());
        for (const duty of before) {
          const now = after.find(({ key }) => key === duty.key);
          const range = countedRanges(given, duty)[duty.key];
          const counts = range !== undefined && range.from <= day && day <= range.to;
          expect(now?.dueBy !== duty.dueBy, `${duty.key}: ${String(duty.dueBy)}, ${day} closed`).toBe(counts);
        }
      }),
      RUNS,
    );
  });

  it('keep their working: it counts the days and ends on the day itself', () => {
    for (const given of ALL) {
      for (const { key, dueBy, working } of duties(given)) {
        if (key === 'governors-papers' || working.length === 0) continue;
        expect(working.findLast((line) => line.type === 'counted')).toMatchObject({ date: dueBy });
      }
    }
  });
});

/** Carries out what reconciling says, as a table would. */
function carryOut(stored: readonly StoredDuty[], computed: readonly Duty[]): readonly StoredDuty[] {
  const { insert, update } = reconcileDuties(stored, computed);
  const kept = stored.map((row) => {
    const next = update.find(({ key }) => key === row.key);
    return next === undefined ? row : { ...next, fulfilledOn: row.fulfilledOn ?? null };
  });
  return [...kept, ...insert.map((duty) => ({ ...duty, owed: true, fulfilledOn: null }))];
}

describe('bringing kept duties in line', () => {
  it('changes nothing when it is done again, and loses nothing that was done', () => {
    fc.assert(
      fc.property(anyCase, anyCase, fc.integer({ min: 1, max: 4 }), (first, second, nth) => {
        const done = carryOut([], duties(first)).map((row, at) =>
          at % nth === 0 ? { ...row, fulfilledOn: '2025-06-09' } : row,
        );
        const changed = carryOut(done, duties(second));
        expect(reconcileDuties(changed, duties(second))).toEqual({ insert: [], update: [], changes: [] });
        for (const row of done.filter(({ fulfilledOn }) => fulfilledOn !== null)) {
          expect(changed.find(({ key }) => key === row.key)?.fulfilledOn).toBe('2025-06-09');
        }
        const back = carryOut(changed, duties(first));
        expect(
          back
            .filter(({ owed }) => owed)
            .map(({ key }) => key)
            .toSorted(),
        ).toEqual(
          duties(first)
            .map(({ key }) => key)
            .toSorted(),
        );
      }),
      RUNS,
    );
  });
});
