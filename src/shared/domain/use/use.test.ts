import { describe, expect, it } from 'vitest';
import { directionOf, termBalance } from './balance.ts';
import { lengthsByReason, yearlyFigures, type BegunExclusion } from './exclusion-figures.ts';
import { placeUse, totalUse } from './place-use.ts';
import type { UsedPlace } from './types.ts';

const place = (change: Partial<UsedPlace> = {}): UsedPlace => ({
  placementId: 'stay-1',
  exclusionId: null,
  pupilId: 'ada',
  providerId: 'pru',
  schoolId: 'ours',
  purpose: 'exclusion',
  date: '2025-11-17',
  slot: 'am',
  outcome: 'attended',
  ...change,
});

describe('the use of a provider’s places', () => {
  it('counts places not taken up apart from places nobody booked, and an unmarked one as used', () => {
    const use = placeUse(
      { offered: 10, costPence: 2000 },
      [
        place(),
        place({ slot: 'pm', outcome: null }),
        place({ date: '2025-11-18', outcome: 'absent' }),
        place({ placementId: 'stay-2', pupilId: 'ben', outcome: 'declined' }),
      ],
      [],
    );
    expect(use).toEqual({
      offered: 10,
      booked: 4,
      attended: 1,
      unmarked: 1,
      notTakenUp: 2,
      unused: 6,
      costOffered: 20_000,
      costUsed: 4000,
      costUnused: 12_000,
      // Ten places were paid for and two used.
      costPerUsed: 10_000,
      stays: 2,
      pupils: 2,
      meanStayDays: 1.5,
      repeats: 0,
    });
  });

  it('has no money where no cost is given, and no cost for each used place where none was used', () => {
    expect(placeUse({ offered: 4, costPence: undefined }, [], [])).toMatchObject({
      costOffered: null,
      costPerUsed: null,
      meanStayDays: null,
    });
    expect(placeUse({ offered: 4, costPence: 100 }, [], [])).toMatchObject({
      costUsed: 0,
      costPerUsed: null,
    });
  });

  it('sees a repeat within the period and after an earlier stay, but not in a stay that goes on', () => {
    const again = place({ placementId: 'stay-3', date: '2025-12-01' });
    const use = (earlier: Parameters<typeof placeUse>[2]) =>
      placeUse({ offered: 9, costPence: undefined }, [again, place()], earlier).repeats;
    expect(use([])).toBe(1);
    expect(use([{ exclusionId: null, placementId: 'stay-0', pupilId: 'ada', providerId: 'pru' }])).toBe(2);
    expect(use([{ exclusionId: null, placementId: 'stay-1', pupilId: 'ada', providerId: 'pru' }])).toBe(1);
    expect(use([{ exclusionId: null, placementId: 'stay-0', pupilId: 'ada', providerId: 'unit' }])).toBe(1);
  });

  it('takes all that was booked for one exclusion as one stay, in however many runs', () => {
    const first = place({ exclusionId: 'exclusion-1' });
    const second = place({ exclusionId: 'exclusion-1', placementId: 'stay-2', date: '2025-11-18' });
    expect(placeUse({ offered: 9, costPence: undefined }, [first, second], [])).toMatchObject({
      stays: 1,
      meanStayDays: 2,
      repeats: 0,
    });
  });

  it('adds up to a total whose money is given only when every provider has a cost', () => {
    const pru = placeUse({ offered: 4, costPence: 1000 }, [place()], []);
    const unit = placeUse({ offered: 2, costPence: undefined }, [place({ pupilId: 'ben' })], []);
    expect(totalUse([pru], [place()])).toMatchObject({ offered: 4, costOffered: 4000, costPerUsed: 4000 });
    expect(totalUse([pru, unit], [place(), place({ pupilId: 'ben' })])).toMatchObject({
      offered: 6,
      booked: 2,
      pupils: 2,
      costOffered: null,
      costPerUsed: null,
    });
  });
});

describe('the reciprocal balance', () => {
  const partner = { schoolId: 'hill', providerIds: new Set(['library']) };
  const lent = place({ purpose: 'visiting', schoolId: 'hill', providerId: 'our-unit' });
  const borrowed = place({ providerId: 'library' });

  it('lends what pupils of the partner take with us, and borrows what ours take there', () => {
    expect(directionOf(lent, partner)).toBe('lent');
    expect(directionOf(borrowed, partner)).toBe('borrowed');
    expect(directionOf(place(), partner)).toBeUndefined();
    expect(directionOf({ ...lent, schoolId: 'dale' }, partner)).toBeUndefined();
  });

  it('is kept term by term', () => {
    const terms = [
      { schoolYear: 2025, name: 'spring', from: '2026-01-05', to: '2026-03-27' },
      { schoolYear: 2025, name: 'autumn', from: '2025-09-01', to: '2025-12-19' },
    ] as const;
    expect(termBalance([lent, borrowed, borrowed, { ...lent, date: '2026-01-06' }], partner, terms)).toEqual([
      { schoolYear: 2025, term: 'autumn', lent: 1, borrowed: 2 },
      { schoolYear: 2025, term: 'spring', lent: 1, borrowed: 0 },
    ]);
    expect(termBalance([place()], partner, terms)).toEqual([]);
  });
});

describe('exclusions against places', () => {
  const begun = (change: Partial<BegunExclusion> = {}): BegunExclusion => ({
    kind: 'fixed-period',
    startDate: '2003-10-06',
    halfDays: 4,
    reason: 'PP',
    ...change,
  });

  it('compares lengths for the same main reason, the most frequent first', () => {
    expect(
      lengthsByReason([
        begun(),
        begun({ halfDays: 11 }),
        begun({ reason: 'DB', halfDays: 1 }),
        begun({ kind: 'permanent', halfDays: null }),
        begun({ reason: null }),
      ]),
    ).toEqual([
      { reason: 'PP', n: 2, meanDays: 3.75, minDays: 2, maxDays: 5.5 },
      { reason: 'DB', n: 1, meanDays: 0.5, minDays: 0.5, maxDays: 0.5 },
    ]);
  });

  it('gives the change from year to year: 119 to 18 is 101 fewer, or 84.9 per cent', () => {
    const years = yearlyFigures(
      [
        ...Array.from({ length: 119 }, () => begun()),
        ...Array.from({ length: 18 }, () => begun({ startDate: '2004-09-20' })),
        begun({ kind: 'permanent', halfDays: null, startDate: '2004-09-20' }),
      ],
      '2005-09-05',
    );
    expect(years).toMatchObject([
      { schoolYear: 2003, fixedPeriod: 119, permanent: 0 },
      { schoolYear: 2004, fixedPeriod: 18, permanent: 1, change: -101 },
    ]);
    expect(years[1]?.percent?.toFixed(1)).toBe('-84.9');
    expect(years[0]).not.toHaveProperty('change');
  });

  it('has a year without any as a zero, and no per cent after it', () => {
    const years = yearlyFigures([begun(), begun({ startDate: '2005-10-03' })], '2006-09-05');
    expect(years.map(({ fixedPeriod }) => fixedPeriod)).toEqual([1, 0, 1]);
    expect(years[2]).toEqual({ schoolYear: 2005, fixedPeriod: 1, permanent: 0, change: 1 });
  });

  it('does not compare the year in progress with a whole one', () => {
    const years = yearlyFigures([begun(), begun(), begun({ startDate: '2004-10-04' })], '2004-11-01');
    expect(years[1]).toEqual({ schoolYear: 2004, fixedPeriod: 1, permanent: 0, soFar: true });
  });
});
