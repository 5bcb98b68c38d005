import { describe, expect, it } from 'vitest';
import type { CriterionRule, ReasonFact, SupportPrompt } from '../domain/support/types.ts';
import { sayCriterion, sayPrompt, sayReason, sayWeeks } from './support-words.ts';

describe('the at-risk register in words', () => {
  it.each<[CriterionRule, string]>([
    [{ kind: 'excluded-times', times: 1 }, 'Excluded once in the school year'],
    [{ kind: 'excluded-times', times: 3 }, 'Excluded 3 times or more in the school year'],
    [{ kind: 'excluded-days', days: 5 }, '5 days or more excluded in the school year'],
    [{ kind: 'placed-times', times: 2 }, 'Placed with a provider twice or more in the school year'],
    [{ kind: 'attendance-below', percent: 75 }, 'Attendance below 75%'],
    [{ kind: 'by-hand', name: 'Known to an agency' }, 'Known to an agency'],
  ])('criterion %j', (rule, words) => {
    expect(sayCriterion(rule)).toBe(words);
  });

  it.each<[ReasonFact, string]>([
    [{ kind: 'excluded-times', excludedOn: ['2025-11-13'] }, 'Excluded once, 13 November'],
    [
      { kind: 'excluded-times', excludedOn: ['2025-09-10', '2025-10-01', '2025-11-13'] },
      'Excluded 3 times, 10 September, 1 October and 13 November',
    ],
    [
      { kind: 'attendance-below', below: 75, percent: 74, on: '2025-12-03' },
      'Attendance 74% on 3 December, below 75%',
    ],
    [{ kind: 'excluded-days', schoolYear: 2025, days: 5, halfDays: 11 }, '5.5 days excluded in 2025/26'],
    [
      { kind: 'placed-times', placedOn: ['2025-09-10', '2025-10-01'] },
      'Placed with a provider twice, 10 September and 1 October',
    ],
  ])('reason %j', (fact, words) => {
    expect(sayReason(fact)).toBe(words);
  });

  it.each<[SupportPrompt, string]>([
    [{ kind: 'no-key-worker', on: '2025-12-01' }, 'Name a key worker'],
    [{ kind: 'review-due', on: '2025-12-24', rule: 'decision', clear: false }, 'Review due today'],
    [
      { kind: 'review-due', on: '2025-12-22', rule: 'decision', clear: false },
      'Review due since 22 December',
    ],
    [
      { kind: 'review-due', on: '2025-12-24', rule: 'criteria', clear: true },
      'Review due today: no criterion is met any more',
    ],
    [{ kind: 'review-due', on: '2025-12-24', rule: 'six-weeks', clear: true }, 'Period over today: sign off'],
    [
      { kind: 'review-due', on: '2025-12-22', rule: 'six-weeks', clear: false },
      'Period over since 22 December: still at risk, reassign',
    ],
    [{ kind: 'sign-off-proposed', on: '2025-12-19' }, 'Sign off: no criterion is met any more'],
    [{ kind: 'no-meeting', on: '2025-12-24', days: 15 }, 'No meeting yet, 15 days on'],
    [
      { kind: 'no-meeting', on: '2025-12-24', days: 15, lastMeetingOn: '2025-12-09' },
      'No meeting for 15 days',
    ],
  ])('prompt %j', (prompt, words) => {
    expect(sayPrompt(prompt, '2025-12-24')).toBe(words);
  });

  it.each([
    [1, 'one week'],
    [6, 'six weeks'],
    [26, '26 weeks'],
  ])('%i weeks: %s', (weeks, words) => {
    expect(sayWeeks(weeks)).toBe(words);
  });
});
