import { describe, expect, it } from 'vitest';
import { caseDraft, caseFacts, issuedBefore } from '../../../../tests/builders/exclusion-facts.ts';
import { assessDraft } from './assess-draft.ts';
import type { CaseFacts } from '../case-facts.ts';
import type { Draft } from './draft.ts';

const preview = (draft: Partial<Draft> = {}, facts: Partial<CaseFacts> = {}) =>
  assessDraft(caseDraft(draft), caseFacts(facts)).preview;

const errorsOf = (draft: Partial<Draft>, facts: Partial<CaseFacts> = {}) =>
  preview(draft, facts).problems.filter(({ severity }) => severity === 'error');

const warningsOf = (draft: Partial<Draft>, facts: Partial<CaseFacts> = {}) =>
  preview(draft, facts)
    .problems.filter(({ severity }) => severity === 'warning')
    .map(({ message }) => message);

describe('a complete draft', () => {
  it('can be issued, with its sessions, end, return and working', () => {
    const shown = preview({
      startDate: '2025-10-24',
      startSlot: 'pm',
      halfDays: 2,
      incidentOn: '2025-10-24',
    });
    expect(shown).toMatchObject({
      canIssue: true,
      sessions: [
        { date: '2025-10-24', slot: 'pm' },
        { date: '2025-11-03', slot: 'am' },
      ],
      halfDays: 2,
      end: { date: '2025-11-03', slot: 'am' },
      returnsOn: { date: '2025-11-03', slot: 'pm' },
      working: [
        { type: 'counted', text: 'Fri 24 October pm' },
        { type: 'closed', text: 'Sat 25 October to Sun 2 November: Half-term' },
        { type: 'counted', text: 'Mon 3 November am' },
      ],
      summary: 'Fri 24 October pm, Half-term, Mon 3 November am = 2 sessions, back Mon 3 November pm',
      ruleSet: { id: 'england-2022', noun: 'suspension', authority: 'LA' },
    });
  });

  it('gives the length from the end as it gives the end from the length', () => {
    const byLength = preview({ halfDays: 5 });
    const byEnd = preview({ lengthBy: 'end', halfDays: 1, end: { date: '2025-11-17', slot: 'am' } });
    expect(byLength.end).toEqual({ date: '2025-11-17', slot: 'am' });
    expect(byEnd).toEqual(byLength);
  });

  it('counts lunchtimes one a day, each half a day in the totals', () => {
    const shown = preview({ kind: 'lunchtime', halfDays: 3, startSlot: 'pm' });
    expect(shown).toMatchObject({
      canIssue: true,
      halfDays: 3,
      sessions: [
        { date: '2025-11-13', slot: 'lunch' },
        { date: '2025-11-14', slot: 'lunch' },
        { date: '2025-11-17', slot: 'lunch' },
      ],
      end: { date: '2025-11-17' },
      returnsOn: { date: '2025-11-18' },
      year: { afterHalfDays: 3 },
      educationDue: {},
    });
    expect(shown.summary).toContain('= 3 lunchtimes, back Tue 18 November lunchtime');
    expect(preview({ kind: 'lunchtime', lengthBy: 'end', end: { date: '2025-11-17', slot: 'am' } })).toEqual(
      shown,
    );
  });

  it('counts nothing for a permanent exclusion, and says for how long places are needed', () => {
    const shown = preview({ kind: 'permanent' });
    expect(shown).toMatchObject({ canIssue: true, sessions: [], working: [] });
    expect(shown).not.toHaveProperty('halfDays');
    expect(shown).not.toHaveProperty('end');
    expect(shown).not.toHaveProperty('term');
    expect(shown).not.toHaveProperty('year');
    expect(shown.summary).toContain('first 15 school days, to Wed 3 December 2025');
    expect(shown.educationDue.law?.date).toBe('2025-11-20');
  });
});

describe('the totals', () => {
  const tenBefore = [issuedBefore('a', '2025-09-08', 'am', 8)];

  it('show the term and the year before and after', () => {
    const shown = preview({ halfDays: 2 }, { others: tenBefore });
    expect(shown.term).toEqual({
      label: 'Autumn term 2025/26',
      beforeHalfDays: 8,
      afterHalfDays: 10,
      earlierHalfDays: 0,
      crosses: [],
    });
    expect(shown.year).toMatchObject({ label: 'School year 2025/26', beforeHalfDays: 8, afterHalfDays: 10 });
  });

  it.each([
    ['4.5 days', 1, [], undefined],
    ['exactly 5 days', 2, [], undefined],
    [
      '5.5 days',
      3,
      [10],
      /to 5.5 days, more than 5: if the parents ask for it, the governing board must meet/,
    ],
    ['exactly 15 days', 22, [10], /to 15 days, more than 5/],
    [
      '15.5 days',
      23,
      [10, 30],
      /to 15.5 days, more than 15: the governing board must meet by Wed 3 December/,
    ],
  ] as const)('treat the marks as strict: %s', (_, halfDays, crosses, warning) => {
    expect(preview({ halfDays }, { others: tenBefore }).term?.crosses).toEqual(crosses);
    const governors = warningsOf({ halfDays }, { others: tenBefore }).find((text) => text.includes('meet'));
    if (warning === undefined) expect(governors).toBeUndefined();
    else expect(governors).toMatch(warning);
  });

  const earlier = (halfDays: number): Partial<CaseFacts> => ({
    earlier: [{ schoolYear: 2025, term: 'autumn', halfDays }],
  });

  it.each([
    ['44.5', 85],
    ['45', 86],
  ])('allow %s days in the year, those of earlier schools included', (_, halfDays) => {
    expect(preview({}, earlier(halfDays))).toMatchObject({
      canIssue: true,
      year: { beforeHalfDays: halfDays, afterHalfDays: halfDays + 4, earlierHalfDays: halfDays },
    });
  });

  it('refuse 45.5 days in the year with the arithmetic', () => {
    const errors = errorsOf({}, earlier(87));
    expect(errors).toEqual([
      {
        severity: 'error',
        field: 'halfDays',
        message:
          'This pupil has 43.5 days this school year (43.5 at an earlier school). 2 days more makes 45.5; the limit is 45. 1.5 days are left.',
      },
    ]);
    expect(preview({}, earlier(87)).canIssue).toBe(false);
  });

  it('put that refusal on the end when the end was given', () => {
    const byEnd: Partial<Draft> = { lengthBy: 'end', end: { date: '2025-11-14', slot: 'pm' } };
    expect(errorsOf(byEnd, earlier(87))).toMatchObject([{ field: 'end' }]);
  });

  it('do not stand in the way of a permanent exclusion', () => {
    expect(preview({ kind: 'permanent' }, earlier(90)).canIssue).toBe(true);
  });
});

describe('education', () => {
  it('is owed from the sixth school day, and promised from the area’s day', () => {
    const { educationDue } = preview({ halfDays: 12 }, { promises: { everybody: 1, inCare: 1 } });
    expect(educationDue.law).toEqual({
      date: '2025-11-20',
      text: 'Full-time education must start by Thu 20 November 2025: day 6 out.',
    });
    expect(educationDue.promise).toEqual({
      date: '2025-11-13',
      text: 'The area promises a place from Thu 13 November 2025: day 1 out.',
    });
  });

  it('is not owed by law for five days, and counts days of a suspension just before', () => {
    expect(preview({ halfDays: 10 }).educationDue).toEqual({});
    const joined = preview({ halfDays: 8 }, { others: [issuedBefore('a', '2025-11-11', 'am', 4)] });
    expect(joined.educationDue.law).toEqual({
      date: '2025-11-18',
      text: 'Full-time education must start by Tue 18 November 2025: day 6 out, the days just before counted in.',
    });
  });
});

describe('the area’s promise', () => {
  const promises = { everybody: 3, inCare: 1 };

  it('is for a pupil in care the one that begins first', () => {
    const pupil = { ...caseFacts().pupil, inCare: true };
    expect(preview({ halfDays: 12 }, { promises, pupil }).educationDue.promise?.date).toBe('2025-11-13');
    expect(preview({ halfDays: 12 }, { promises }).educationDue.promise?.date).toBe('2025-11-17');
  });
});
