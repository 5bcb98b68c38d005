import { describe, expect, it } from 'vitest';
import { addDays } from '../../kernel/plain-date.ts';
import { covers } from '../calendar/covers.ts';
import { RULE_SETS, ruleSetOn } from './rule-sets.ts';
import type { RuleSource } from './rules/types.ts';

describe('rule sets', () => {
  it.each([
    ['2003-01-19', undefined],
    ['2003-01-20', 'england-2003'],
    ['2007-08-31', 'england-2003'],
    ['2007-09-01', 'england-2007'],
    ['2012-08-31', 'england-2007'],
    ['2012-09-01', 'england-2012'],
    ['2022-08-31', 'england-2012'],
    ['2022-09-01', 'england-2022'],
    ['2031-05-01', 'england-2022'],
  ])('an exclusion from %s falls under %s', (date, id) => {
    expect(ruleSetOn(date)?.id).toBe(id);
  });

  it('follow each other without gap or overlap, the last one open', () => {
    RULE_SETS.forEach((set, at) => {
      const next = RULE_SETS[at + 1];
      expect(set.to).toBe(next === undefined ? undefined : addDays(next.from, -1));
    });
  });

  it('speak of suspensions only from September 2022 and of the LEA only to August 2007', () => {
    expect(RULE_SETS.map(({ words }) => [words.exclusion, words.authority])).toEqual([
      ['exclusion', 'LEA'],
      ['exclusion', 'LA'],
      ['exclusion', 'LA'],
      ['suspension', 'LA'],
    ]);
  });

  it('owe education from day 16 to August 2007 and from day 6 after', () => {
    expect(RULE_SETS.map((set) => set.educationFromDay.value)).toEqual([16, 6, 6, 6]);
  });

  it('have a floor of the sixth school day for meetings only before September 2012', () => {
    const floors = RULE_SETS.map(
      (set) => set.governors.find((row) => row.when === 'permanent')?.notBeforeDay,
    );
    expect(floors).toEqual([6, 6, undefined, undefined]);
  });

  it('name a source for every row, and whether it was read', () => {
    for (const set of RULE_SETS) {
      const { education, permissions, review } = set;
      const rows: readonly (RuleSource | undefined)[] = [
        set.maxYearDays,
        set.educationFromDay,
        set.termReading,
        set.termCountsEarlierSchools,
        set.examinations,
        set.papersDaysBefore,
        review.applyDays,
        review.removeFromRegister,
        education.examsOver,
        education.workDays,
        education.publicPlaceDays,
        education.notice,
        ...education.owners,
        ...set.governors,
        ...set.duties,
        ...set.exceptions,
        ...Object.values(permissions).flat(),
      ];
      for (const row of rows.filter((one) => one !== undefined)) {
        expect(row.source.length).toBeGreaterThan(8);
        expect(['read', 'unconfirmed']).toContain(row.certainty);
      }
    }
  });

  it('have every duty of a key once on any day', () => {
    for (const set of RULE_SETS) {
      for (const on of ['2006-06-05', '2023-08-31', '2023-09-01', '2025-06-09']) {
        const keys = set.duties.filter((rule) => covers(rule, on)).map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
      }
    }
  });
});
