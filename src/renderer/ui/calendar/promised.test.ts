import { describe, expect, it } from 'vitest';
import { daysOf, promisedOf, promiseLines } from './promised.ts';

describe('the area’s promise', () => {
  it('is kept from the first day, apart for pupils in care only while theirs is another', () => {
    expect(daysOf({ everybody: false, inCare: false })).toEqual({});
    expect(daysOf({ everybody: true, inCare: false })).toEqual({ promiseFromDay: 1 });
    expect(daysOf({ everybody: false, inCare: true })).toEqual({ promiseInCareFromDay: 1 });
    expect(daysOf({ everybody: true, inCare: true })).toEqual({ promiseFromDay: 1 });
  });

  it('stays as it was kept when nothing about it was changed', () => {
    for (const kept of [
      {},
      { promiseFromDay: 3 },
      { promiseInCareFromDay: 2 },
      { promiseFromDay: 3, promiseInCareFromDay: 1 },
    ]) {
      expect(daysOf(promisedOf(kept), kept)).toEqual(kept);
    }
  });

  it('is said with whom it holds for', () => {
    expect(promiseLines({})).toEqual([
      'From the sixth day of an exclusion, as the law asks; no promise beyond it',
    ]);
    expect(promiseLines({ promiseFromDay: 3, promiseInCareFromDay: 1 })).toEqual([
      'From day 3 of an exclusion, by the area’s promise',
      'Pupils in care: from the first day, by the area’s promise',
    ]);
    expect(promiseLines({ promiseFromDay: 1, promiseInCareFromDay: 1 })).toHaveLength(1);
  });
});
