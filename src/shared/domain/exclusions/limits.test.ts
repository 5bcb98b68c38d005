import { describe, expect, it } from 'vitest';
import { indexCalendar } from '../calendar/index-calendar.ts';
import { ruleSetOn } from '../duties/rule-sets.ts';
import type { RuleSet } from '../duties/types.ts';
import { checkLimits } from './limits.ts';
import type { EarlierHalfDays } from './totals.ts';
import type { CountedExclusion } from './types.ts';

const index = indexCalendar({
  terms: [
    { schoolYear: 2024, name: 'summer', from: '2025-04-22', to: '2025-07-22' },
    { schoolYear: 2025, name: 'autumn', from: '2025-09-01', to: '2025-12-19' },
    { schoolYear: 2025, name: 'spring', from: '2026-01-05', to: '2026-03-27' },
  ],
  closures: [],
});
const found = ruleSetOn('2025-09-01');
if (found === undefined) throw new Error('no rule set');
const ruleSet: RuleSet = found;

const out = (date: string, halfDays: number, id = 'this'): CountedExclusion => ({
  id,
  kind: 'fixed-period',
  halfDays: index.sessionsFrom({ date, slot: 'am' }, halfDays),
});
const check = (
  exclusion: CountedExclusion,
  others: readonly CountedExclusion[] = [],
  earlier: readonly EarlierHalfDays[] = [],
) => checkLimits({ exclusion, others, earlier, index, ruleSet });

describe('checkLimits', () => {
  it('treats 5 days as not over 5, and 5.5 days as over', () => {
    const others = [out('2025-09-08', 4, 'before')];
    expect(check(out('2025-10-06', 6), others).decisiveTerm).toMatchObject({
      before: 4,
      after: 10,
      crosses: [],
    });
    expect(check(out('2025-10-06', 7), others).decisiveTerm).toMatchObject({
      before: 4,
      after: 11,
      crosses: [10],
    });
  });

  it('treats 15 days as not over 15, and 15.5 days as over', () => {
    const others = [out('2025-09-08', 20, 'before')];
    expect(check(out('2025-10-13', 10), others).decisiveTerm?.crosses).toEqual([]);
    expect(check(out('2025-10-13', 11), others).decisiveTerm?.crosses).toEqual([30]);
  });

  it('crosses both marks at once, and none that was crossed before', () => {
    expect(check(out('2025-09-08', 31)).decisiveTerm?.crosses).toEqual([10, 30]);
    expect(check(out('2025-10-13', 2), [out('2025-09-08', 12, 'before')]).decisiveTerm?.crosses).toEqual([]);
  });

  it('allows exactly 45 days in the school year', () => {
    const result = check(out('2026-01-12', 10), [out('2025-09-08', 80, 'before')]);
    expect(result.years).toMatchObject([{ before: 80, after: 90, marks: [90], crosses: [] }]);
    expect(result.refusal).toBeUndefined();
  });

  it('refuses more than 45 days with the arithmetic, earlier schools included', () => {
    const result = check(
      out('2026-01-12', 6),
      [out('2025-09-08', 62, 'before')],
      [{ schoolYear: 2025, halfDays: 24 }],
    );
    expect(result.refusal).toBe(
      'This pupil has 43 days this school year (12 at an earlier school). 3 days more makes 46; the limit is 45. ' +
        '2 days are left.',
    );
  });

  it('words half days, one day and none left as people do', () => {
    const full = [out('2025-09-08', 88, 'before')];
    expect(check(out('2026-01-12', 3), full).refusal).toMatch(
      /1\.5 days more makes 45\.5; .* 1 day is left\.$/,
    );
    const spent = [out('2025-09-08', 90, 'before')];
    expect(check(out('2026-01-26', 2), spent).refusal).toMatch(
      / 1 day more makes 46; .* No days are left\.$/,
    );
  });

  it('splits an exclusion over the summer between two school years and names the one that is full', () => {
    const result = check(out('2025-07-21', 10), [], [{ schoolYear: 2025, halfDays: 86, term: 'autumn' }]);
    expect(result.years.map((year) => [year.schoolYear, year.before, year.after])).toEqual([
      [2024, 0, 4],
      [2025, 86, 92],
    ]);
    expect(result.refusal).toMatch(
      /^This pupil has 43 days in the school year 2025\/26 \(43 at an earlier school\)/,
    );
    expect(result.decisiveTerm).toMatchObject({ term: 'autumn', after: 92 });
  });

  it('looks only at the terms and years this exclusion is in', () => {
    const result = check(out('2026-01-12', 2), [out('2025-09-08', 40, 'before')]);
    expect(result.terms).toMatchObject([{ term: 'spring', before: 0, after: 2 }]);
  });

  it('has nothing to say of a permanent exclusion', () => {
    const result = check({ id: 'this', kind: 'permanent', halfDays: [{ date: '2026-01-12', slot: 'am' }] });
    expect(result).toEqual({ terms: [], decisiveTerm: undefined, years: [], refusal: undefined });
  });
});
