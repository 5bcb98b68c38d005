import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byUrgency, type Urgent } from './by-urgency.ts';
import { conferenceFigures } from './conference-figures.ts';
import { conferenceCriteriaMet } from './criteria-met.ts';
import { DEFAULT_CONFERENCE_CRITERIA } from './default-criteria.ts';
import { sameCriteria } from './same-criteria.ts';
import type { ConferenceCriterion, ConferenceExclusion } from './types.ts';

const DAY = { asOf: '2026-06-30', termFrom: '2026-04-06', limitDays: 45 };
const TERM = '2026-05-04';
const EARLIER = '2025-11-03';

const out = (
  startDate: string,
  days: number | null,
  more: Partial<ConferenceExclusion> = {},
): ConferenceExclusion => ({
  laEstab: '2014001',
  category: 'fixed-period',
  startDate,
  halfDays: days === null ? null : days * 2,
  notFinal: false,
  ...more,
});
const PERMANENT = out(TERM, null, { category: 'permanent' });

const met = (criterion: ConferenceCriterion, exclusions: readonly ConferenceExclusion[]) =>
  conferenceCriteriaMet([criterion], exclusions, DAY)[0];

describe('what a pupil’s exclusions come to', () => {
  it('counts lunchtimes as half days and not as exclusions, and permanent exclusions without days', () => {
    const lunchtimes = out(TERM, 1.5, { category: 'lunchtime', laEstab: '2014002' });
    expect(conferenceFigures([out(EARLIER, 2), out(TERM, 0.5), lunchtimes, PERMANENT], DAY)).toEqual({
      daysTerm: 2,
      daysYear: 4,
      times: 3,
      permanent: 1,
      schools: 2,
      withoutLength: 0,
    });
  });
});

describe('the criteria', () => {
  it('over so many days is more than them, in the term or in the year', () => {
    const term = { kind: 'days-in-term', overDays: 10 } as const;
    expect(met(term, [out(EARLIER, 20), out(TERM, 10)])).toBeUndefined();
    expect(met(term, [out(EARLIER, 20), out(TERM, 10), out(TERM, 0.5)])).toMatchObject({
      value: 10.5,
      by: 0.5,
      exclusions: [1, 2],
    });
    expect(met({ kind: 'days-in-year', overDays: 25 }, [out(EARLIER, 20), out(TERM, 6)])).toMatchObject({
      value: 26,
      by: 1,
    });
  });

  it('the third exclusion is met with the third', () => {
    const third = { kind: 'times-in-year', times: 3 } as const;
    const lunchtimes = out(TERM, 5, { category: 'lunchtime' });
    expect(met(third, [out(EARLIER, 1), out(TERM, 1), lunchtimes])).toBeUndefined();
    expect(met(third, [out(EARLIER, 1), out(TERM, 1), PERMANENT])).toMatchObject({ value: 3, by: 0 });
  });

  it('the limit is near with so many days left, reached with none, and passed below nought', () => {
    const near = { kind: 'near-limit', withinDays: 5 } as const;
    expect(met(near, [out(EARLIER, 39.5)])).toBeUndefined();
    expect([40, 45, 46].map((days) => met(near, [out(EARLIER, days)])?.by)).toEqual([5, 0, -1]);
  });

  it('a length that was not said makes days the least they can be', () => {
    const over = { kind: 'days-in-term', overDays: 3 } as const;
    expect(met(over, [out(TERM, 4), out(TERM, null)])).toMatchObject({ value: 4, atLeast: true });
    expect(met(over, [out(TERM, 4), out(EARLIER, null)])).toMatchObject({ atLeast: false });
    expect(met({ kind: 'times-in-year', times: 1 }, [out(TERM, null)])).toMatchObject({ atLeast: false });
  });

  it('permanent exclusions are looked for in all, or only in those that may still be turned', () => {
    const open = { ...PERMANENT, notFinal: true };
    expect(met({ kind: 'permanent', which: 'any' }, [PERMANENT])).toMatchObject({ value: 1 });
    expect(met({ kind: 'permanent', which: 'not-final' }, [PERMANENT])).toBeUndefined();
    expect(met({ kind: 'permanent', which: 'not-final' }, [PERMANENT, open])).toMatchObject({
      value: 1,
      exclusions: [1],
    });
  });

  it('schools are counted by their numbers', () => {
    const two = { kind: 'schools', schools: 2 } as const;
    expect(met(two, [out(TERM, 1), out(TERM, 1)])).toBeUndefined();
    expect(met(two, [out(TERM, 1), out(TERM, 1, { laEstab: '2014002' })])).toMatchObject({ value: 2 });
  });

  it('are the authority’s in any number, none of them twice', () => {
    const [first] = DEFAULT_CONFERENCE_CRITERIA;
    expect(sameCriteria(DEFAULT_CONFERENCE_CRITERIA)).toEqual([]);
    expect(sameCriteria([...DEFAULT_CONFERENCE_CRITERIA, { kind: 'times-in-year', times: 5 }])).toEqual([]);
    expect(sameCriteria(first ? [first, { ...first }] : [])).toMatchObject([{ path: 'criteria.1' }]);
  });
});

const exclusion = fc.record({
  laEstab: fc.constantFrom('2014001', '2014002', '2014003'),
  category: fc.constantFrom('fixed-period', 'permanent', 'lunchtime'),
  startDate: fc.constantFrom(EARLIER, '2026-02-02', TERM),
  halfDays: fc.option(fc.integer({ min: 1, max: 90 })),
  notFinal: fc.boolean(),
});

it('another exclusion never takes a pupil off the list', () => {
  const criteria: readonly ConferenceCriterion[] = [
    ...DEFAULT_CONFERENCE_CRITERIA,
    { kind: 'days-in-year', overDays: 15 },
    { kind: 'permanent', which: 'not-final' },
    { kind: 'schools', schools: 2 },
  ];
  fc.assert(
    fc.property(fc.array(exclusion, { maxLength: 12 }), exclusion, (some, one) => {
      const before = conferenceCriteriaMet(criteria, some, DAY).map(({ criterion }) => criterion);
      const after = conferenceCriteriaMet(criteria, [...some, one], DAY).map(({ criterion }) => criterion);
      expect(after).toEqual(expect.arrayContaining(before));
    }),
  );
});

describe('urgency', () => {
  const pupil = (
    exclusions: readonly ConferenceExclusion[],
    criteria = DEFAULT_CONFERENCE_CRITERIA,
  ): Urgent => ({
    met: conferenceCriteriaMet(criteria, exclusions, DAY),
    figures: conferenceFigures(exclusions, DAY),
    last: exclusions.at(-1)?.startDate ?? '',
  });

  it('puts what may still be turned first, then the fewest days left, then the most criteria, then the most days', () => {
    const criteria: readonly ConferenceCriterion[] = [
      ...DEFAULT_CONFERENCE_CRITERIA,
      { kind: 'permanent', which: 'not-final' },
    ];
    const inOrder = [
      pupil([{ ...PERMANENT, notFinal: true }], criteria),
      pupil([out(EARLIER, 44)], criteria),
      pupil([out(EARLIER, 41)], criteria),
      pupil([out(TERM, 9), out(TERM, 1), out(TERM, 1)], criteria),
      pupil([out(TERM, 12)], criteria),
      pupil([out(TERM, 11)], criteria),
    ];
    expect(inOrder.toReversed().toSorted(byUrgency)).toEqual(inOrder);
  });
});
