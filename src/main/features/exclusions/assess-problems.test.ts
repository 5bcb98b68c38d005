import { describe, expect, it } from 'vitest';
import { indexCalendar } from '#shared/domain/calendar/index-calendar.ts';
import type { Closure } from '#shared/domain/calendar/types.ts';
import { caseDraft, caseFacts, issuedBefore } from '../../../../tests/builders/exclusion-facts.ts';
import { testCalendar } from '../../../../tests/builders/school.ts';
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
    [
      'another draft',
      {},
      { otherDrafts: [{ id: 'draft-2', title: 'Suspension from Tue 11 November am' }] },
      /has another draft/,
    ],
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

function withClosure(closure: Closure) {
  return indexCalendar({ ...testCalendar, closures: [...testCalendar.closures, closure] });
}
