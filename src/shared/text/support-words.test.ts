import { describe, expect, it } from 'vitest';
import type { CriterionRule, ReasonFact, SupportPrompt } from '../domain/support/types.ts';
import { sayCriterion, sayPrompt, sayPromptsDue, sayReason } from './support-words.ts';

describe('the at-risk register in words', () => {
  it.each<[CriterionRule, string]>([
    [{ kind: 'excluded-times', times: 1 }, 'Excluded once in the school year'],
    [{ kind: 'excluded-times', times: 3 }, 'Excluded 3 times or more in the school year'],
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
  ])('reason %j', (fact, words) => {
    expect(sayReason(fact)).toBe(words);
  });

  it.each<[SupportPrompt, string]>([
    [{ kind: 'review-due', reviewOn: '2025-12-24' }, 'Review due today'],
    [{ kind: 'review-due', reviewOn: '2025-12-22' }, 'Review due since 22 December'],
    [{ kind: 'no-meeting', days: 15 }, 'No meeting yet, 15 days on'],
    [{ kind: 'no-meeting', days: 15, lastMeetingOn: '2025-12-09' }, 'No meeting for 15 days'],
  ])('prompt %j', (prompt, words) => {
    expect(sayPrompt(prompt, '2025-12-24')).toBe(words);
  });

  it.each([
    [3, 2, '3 reviews are due and 2 pupils have not met their key worker for more than 14 days'],
    [1, 0, '1 review is due'],
    [0, 1, '1 pupil has not met their key worker for more than 14 days'],
    [0, 0, undefined],
  ])('%i reviews and %i meetings', (reviews, meetings, words) => {
    expect(sayPromptsDue({ reviews, meetings })).toBe(words);
  });
});
