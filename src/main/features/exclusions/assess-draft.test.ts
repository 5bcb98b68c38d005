import { describe, expect, it } from 'vitest';
import { indexCalendar } from '#shared/domain/calendar/index-calendar.ts';
import type { Closure } from '#shared/domain/calendar/types.ts';
import { caseDraft, caseFacts, issuedBefore } from '../../../../tests/builders/exclusion-facts.ts';
import { testCalendar } from '../../../../tests/builders/school.ts';
import { assessDraft } from './assess-draft.ts';
import type { CaseFacts } from './case-facts.ts';
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
    const { educationDue } = preview({ halfDays: 12 }, { promiseFromDay: 1 });
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

describe('what is missing or wrong', () => {
  it.each([
    ['startDate', { startDate: undefined }, 'Enter the day the suspension starts.'],
    ['startDate', { startDate: '2025-11-15' }, /Sat 15 November 2025 am, is not a school session: weekend/],
    ['startDate', { startDate: '2030-11-13' }, /2030\/31 are not entered.*You find it under Settings/],
    ['halfDays', { halfDays: undefined }, 'Enter how long: half a day to 45 days.'],
    ['end', { lengthBy: 'end', end: undefined }, 'Enter the last session out.'],
    ['end', { lengthBy: 'end', end: { date: '2025-11-12', slot: 'pm' } }, /before the start/],
    ['end', { lengthBy: 'end', end: { date: '2025-11-16', slot: 'am' } }, /not a school session: weekend/],
    [
      'end',
      { kind: 'lunchtime', lengthBy: 'end', end: { date: '2025-11-16', slot: 'am' } },
      /must be a school day/,
    ],
    ['halfDays', { kind: 'lunchtime', halfDays: undefined }, 'Enter how many lunchtimes.'],
    ['incidentOn', { incidentOn: undefined }, 'Enter the day of the incident.'],
    ['incidentOn', { incidentOn: '2025-11-13' }, /in the future/],
    ['reasons', { reasons: [] }, 'Choose at least one reason.'],
    ['reasons', { reasons: ['OT'] }, /OT is not a reason that can be given on Thu 13 November 2025/],
    ['reasons', { reasons: ['PP', 'PP'] }, 'Choose each reason only once.'],
    ['decidedBy', { decidedBy: ' ' }, /Enter who decided/],
  ] as const)('is an error on its field: %s', (field, draft, message) => {
    const errors = errorsOf(draft as Partial<Draft>);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatchObject({ field });
    expect(errors[0]?.message).toMatch(message);
  });

  it('is an error when the incident is after a start in the past', () => {
    const errors = errorsOf({ startDate: '2025-11-10', incidentOn: '2025-11-11' });
    expect(errors).toMatchObject([
      { field: 'incidentOn', message: expect.stringContaining('after') as string },
    ]);
  });

  it('is an error on the session when only that half of the day is closed', () => {
    const friday = { from: '2025-11-14', to: '2025-11-14', slot: 'am' as const };
    const errors = errorsOf(
      { startDate: '2025-11-14' },
      { index: withClosure({ ...friday, kind: 'closure', name: 'polling' }) },
    );
    expect(errors).toMatchObject([{ field: 'startSlot' }]);
  });

  it('is an error when the pupil had left by the start, or not yet joined', () => {
    const pupil = caseFacts().pupil;
    expect(errorsOf({}, { pupil: { ...pupil, leftOn: '2025-11-12' } })).toMatchObject([
      { field: 'startDate' },
    ]);
    expect(errorsOf({}, { pupil: { ...pupil, enrolledOn: '2025-11-14' } })).toMatchObject([
      { field: 'startDate' },
    ]);
  });

  it('is an error to take the sessions of another exclusion, which is named', () => {
    const others = [issuedBefore('one', '2025-11-14', 'am', 2)];
    expect(errorsOf({}, { others })).toMatchObject([
      { field: 'startDate', message: expect.stringMatching(/It is: Suspension one\.$/) as string },
    ]);
  });

  it('is an error before there are rules, and one reason was all there was before 2020', () => {
    expect(
      errorsOf({ startDate: '2002-11-13', incidentOn: '2002-11-12' }).map(({ field }) => field),
    ).toContain('startDate');
    const errors = errorsOf({ startDate: '2019-11-13', incidentOn: '2019-11-12', reasons: ['PP', 'DB'] });
    expect(errors.find(({ field }) => field === 'reasons')?.message).toBe('Choose no more than one reason.');
  });
});

describe('what deserves a second look', () => {
  it.each([
    ['an account that is missing', { incidentAccount: '' }, {}, /What happened is not written down/],
    ['a start long ago', { startDate: '2025-11-03', incidentOn: '2025-11-03' }, {}, /9 days ago/],
    ['a start far ahead', { startDate: '2026-01-13' }, {}, /62 days ahead/],
    ['another draft', {}, { otherDrafts: ['Suspension from Tue 11 November am'] }, /has another draft/],
    [
      'a pupil in care',
      {},
      { pupil: { ...caseFacts().pupil, inCare: true } },
      /in care. Tell the social worker and the virtual school head without delay/,
    ],
    ['a permanent exclusion', { kind: 'permanent' }, {}, /governing board must meet by Wed 3 December 2025/],
  ] as const)('is a warning: %s', (_, draft, facts, message) => {
    expect(warningsOf(draft as Partial<Draft>, facts).join('\n')).toMatch(message);
    expect(preview(draft as Partial<Draft>, facts).canIssue).toBe(true);
  });

  it('is nothing in an ordinary case', () => {
    expect(preview().problems).toEqual([]);
  });
});

describe('an empty draft', () => {
  it('still offers the reasons of the day and the words of the rules', () => {
    const { preview: shown, span } = assessDraft(
      caseDraft({
        startDate: undefined,
        incidentOn: undefined,
        halfDays: undefined,
        reasons: [],
        decidedBy: '',
      }),
      caseFacts(),
    );
    expect(span).toBeUndefined();
    expect(shown).toMatchObject({ canIssue: false, sessions: [], working: [], summary: '', maxReasons: 3 });
    expect(shown.reasons).toHaveLength(16);
    expect(shown.reasons[0]).toEqual({ code: 'PP', description: 'Physical assault against a pupil' });
  });
});

describe('a pupil with 200 exclusions', () => {
  it('is judged in less than 5 ms, as the form asks at every keystroke', () => {
    const sessions = caseFacts().index.sessionsFrom({ date: '2023-09-04', slot: 'am' }, 400);
    const others = sessions
      .filter((_, at) => at % 2 === 0)
      .map((session, at) => ({
        id: `x${String(at)}`,
        kind: 'fixed-period' as const,
        title: 'Suspension',
        start: session,
        end: session,
        halfDays: [session],
      }));
    expect(others).toHaveLength(200);
    const facts = caseFacts({ others });
    const draft = caseDraft();
    for (let warm = 0; warm < 20; warm += 1) assessDraft(draft, facts);
    const times = Array.from({ length: 21 }, () => {
      const started = performance.now();
      assessDraft(draft, facts);
      return performance.now() - started;
    }).toSorted((a, b) => a - b);
    expect(times[10]).toBeLessThan(5);
  });
});

function withClosure(closure: Closure) {
  return indexCalendar({ ...testCalendar, closures: [...testCalendar.closures, closure] });
}
