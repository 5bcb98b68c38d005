import { describe, expect, it } from 'vitest';
import { addReasons, bringsNews } from './add-reasons.ts';
import { criteriaMet } from './criteria-met.ts';
import { criteriaProblems } from './criteria-problems.ts';
import { DEFAULT_CRITERIA } from './default-criteria.ts';
import { promptsOn } from './prompts-on.ts';
import { lettersOf, suggestedRole } from './risk-categories.ts';
import { supportPeriod } from './support-period.ts';
import type { ReasonFact, RiskFacts, RiskReason } from './types.ts';

const { categories, criteria } = DEFAULT_CRITERIA;
const TODAY = '2025-11-12';
const nothing: RiskFacts = { excludedOn: [], lookedAfter: false };
const met = (facts: Partial<RiskFacts>) => criteriaMet(criteria, { ...nothing, ...facts }, TODAY);
const reason = (criterionId: string, category: string, fact: ReasonFact): RiskReason => ({
  criterionId,
  category,
  on: '2025-11-03',
  fact,
});
const excluded = (...excludedOn: string[]) => reason('excluded', 'A', { kind: 'excluded-times', excludedOn });
const attendance = (percent: number, on: string) =>
  reason('attendance', 'B', { kind: 'attendance-below', below: 75, percent, on });
const careReason = reason('looked-after', 'C', { kind: 'looked-after' });

describe('criteriaMet, with the criteria of the program', () => {
  it.each<[string, Partial<RiskFacts>, string]>([
    ['nothing', {}, ''],
    ['one exclusion', { excludedOn: ['2025-11-13'] }, 'A'],
    ['three exclusions', { excludedOn: ['2025-09-13', '2025-10-13', '2025-11-13'] }, 'A'],
    ['74% attendance', { attendance: { percent: 74, on: TODAY } }, 'B'],
    ['74.9% attendance', { attendance: { percent: 74.9, on: TODAY } }, 'B'],
    ['75% attendance', { attendance: { percent: 75, on: TODAY } }, ''],
    ['care', { lookedAfter: true }, 'C'],
    [
      'all of it',
      { excludedOn: ['2025-11-13'], attendance: { percent: 0, on: TODAY }, lookedAfter: true },
      'ABC',
    ],
  ])('%s: %j gives %s', (_, facts, letters) => {
    expect(lettersOf(met(facts)).join('')).toBe(letters);
  });

  it('keeps why, with the limit that held', () => {
    expect(met({ attendance: { percent: 74, on: '2025-11-10' } })).toEqual([
      {
        criterionId: 'attendance',
        category: 'B',
        on: TODAY,
        fact: { kind: 'attendance-below', below: 75, percent: 74, on: '2025-11-10' },
      },
    ]);
  });

  it('follows other criteria: excluded three times is category K', () => {
    const rule = { kind: 'excluded-times', times: 3 } as const;
    const twice = { ...nothing, excludedOn: ['2025-09-13', '2025-10-13'] };
    const own = [{ id: 'x', category: 'K', rule }];
    expect(criteriaMet(own, twice, TODAY)).toEqual([]);
    expect(
      lettersOf(criteriaMet(own, { ...twice, excludedOn: [...twice.excludedOn, TODAY] }, TODAY)),
    ).toEqual(['K']);
  });
});

describe('the suggested key worker', () => {
  it.each<[readonly RiskReason[], string | undefined]>([
    [[excluded('2025-11-13')], 'Learning Mentor'],
    [[attendance(70, TODAY), excluded('2025-11-13')], 'Learning Mentor'],
    [[attendance(70, TODAY)], 'Education Welfare Officer'],
    [[], undefined],
    [[reason('gone', 'Z', { kind: 'looked-after' })], undefined],
  ])('%#', (reasons, role) => {
    expect(suggestedRole(categories, reasons)).toBe(role);
  });
});

describe('addReasons', () => {
  it.each<[string, readonly RiskReason[], readonly RiskReason[]]>([
    ['the same exclusions', [excluded('2025-11-13')], [excluded('2025-11-13')]],
    ['fewer exclusions', [excluded('2025-11-03', '2025-11-13')], [excluded('2025-11-13')]],
    ['the same figure', [attendance(74, TODAY)], [attendance(74, TODAY)]],
    ['care that goes on', [careReason], [careReason]],
    ['nothing at all', [careReason], []],
  ])('has nothing to add for %s', (_, kept, now) => {
    expect(bringsNews(kept, now)).toBe(false);
    expect(addReasons(kept, now)).toBeUndefined();
  });

  it('adds a further criterion and leaves the first as it was', () => {
    const kept = [excluded('2025-11-13')];
    const more = attendance(74, TODAY);
    expect(addReasons(kept, [...kept, more])).toEqual([...kept, more]);
  });

  it('takes the newest facts and keeps the day on which it was first found', () => {
    const now = { ...excluded('2025-11-03', '2025-12-01'), on: '2025-12-01' };
    expect(addReasons([excluded('2025-11-03'), careReason], [now])).toEqual([
      { ...now, on: '2025-11-03' },
      careReason,
    ]);
  });
});

describe('prompts', () => {
  const since = '2025-11-12';
  const { reviewOn } = supportPeriod(since);
  const kinds = (today: string, more = {}) =>
    promptsOn({ since, reviewOn, ...more }, today).map(({ kind }) => kind);

  it('a period is six weeks', () => {
    expect(supportPeriod(since)).toEqual({ from: since, reviewOn: '2025-12-24' });
  });

  it.each<[string, object, readonly string[]]>([
    ['2025-11-26', {}, []],
    ['2025-11-27', {}, ['no-meeting']],
    ['2025-12-04', { lastMeetingOn: '2025-11-20' }, []],
    ['2025-12-05', { lastMeetingOn: '2025-11-20' }, ['no-meeting']],
    ['2025-12-23', { lastMeetingOn: '2025-12-20' }, []],
    ['2025-12-24', { lastMeetingOn: '2025-12-20' }, ['review-due']],
    ['2026-01-30', {}, ['review-due', 'no-meeting']],
    ['2026-01-30', { signedOffOn: '2025-12-24' }, []],
  ])('on %s with %j: %j', (today, more, expected) => {
    expect(kinds(today, more)).toEqual(expected);
  });
});

describe('criteriaProblems', () => {
  it('finds nothing in the criteria of the program', () => {
    expect(criteriaProblems(DEFAULT_CRITERIA)).toEqual([]);
  });

  it('finds a letter given twice, a category that is not there and a criterion entered twice', () => {
    const [first] = categories;
    const [once] = criteria;
    const given = {
      categories: [...categories, ...(first ? [first] : [])],
      criteria: [
        ...criteria,
        { id: 'more', category: 'A', rule: { kind: 'excluded-times', times: 3 } as const },
        { id: 'none', category: 'Q', rule: { kind: 'excluded-times', times: 4 } as const },
        ...(once ? [{ ...once, id: 'again' }] : []),
      ],
    };
    expect(criteriaProblems(given).map(({ path }) => path)).toEqual([
      'categories.3.letter',
      'criteria.7.category',
      'criteria.8',
    ]);
  });
});
