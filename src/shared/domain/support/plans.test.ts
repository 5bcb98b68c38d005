import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexCalendar } from '../calendar/index-calendar.ts';
import type { Closure, SchoolCalendar, Term } from '../calendar/types.ts';
import { addDays, daysBetween, weekdayOf } from '../../kernel/plain-date.ts';
import { halfTermsOf } from './half-terms.ts';
import { notMetTwice } from './not-met-twice.ts';
import { panelProposals, type PanelFacts } from './panel-proposals.ts';
import { referralSteps } from './referral-steps.ts';
import { reviewDay } from './review-day.ts';
import { reviewStanding } from './review-standing.ts';
import type { TargetState } from './types.ts';
import { whyNotRefer } from './why-not-refer.ts';

const term = (name: Term['name'], from: string, to: string): Term => ({ schoolYear: 2025, name, from, to });
const holiday = (from: string, to: string): Closure => ({
  from,
  to,
  slot: 'all',
  kind: 'holiday',
  name: 'Half-term',
});
const YEAR: SchoolCalendar = {
  terms: [term('autumn', '2025-09-03', '2025-12-19'), term('spring', '2026-01-05', '2026-03-27')],
  closures: [holiday('2025-10-27', '2025-10-31'), holiday('2026-02-16', '2026-02-20')],
};
const partsOf = (calendar: SchoolCalendar) => halfTermsOf(calendar.terms, indexCalendar(calendar));

describe('half terms', () => {
  it('are parted by the week in which the school is closed', () => {
    expect(partsOf(YEAR)).toEqual([
      { from: '2025-09-03', to: '2025-10-24' },
      { from: '2025-11-03', to: '2025-12-19' },
      { from: '2026-01-05', to: '2026-02-13' },
      { from: '2026-02-23', to: '2026-03-27' },
    ]);
  });

  it('end on a day on which the school meets, whatever closes the last one', () => {
    const inset: Closure = {
      from: '2025-12-19',
      to: '2025-12-19',
      slot: 'all',
      kind: 'inset',
      name: 'Training',
    };
    expect(partsOf({ ...YEAR, closures: [...YEAR.closures, inset] })[1]?.to).toBe('2025-12-18');
  });

  it('a week of snow beside the half-term parts no term a second time', () => {
    const snow: Closure = { ...holiday('2025-09-15', '2025-09-19'), kind: 'closure', name: 'Snow' };
    expect(partsOf({ ...YEAR, closures: [...YEAR.closures, snow] })).toEqual(partsOf(YEAR));
  });

  it('a term without a free week is one of its own, and no calendar has none', () => {
    expect(partsOf({ terms: YEAR.terms.slice(0, 1), closures: [] })).toEqual([
      { from: '2025-09-03', to: '2025-12-19' },
    ]);
    expect(partsOf({ terms: [], closures: [] })).toEqual([]);
  });
});

describe('the day of the next review', () => {
  it.each([
    ['early in a half term', '2025-11-12', '2025-12-19'],
    ['with two weeks left', '2025-12-05', '2025-12-19'],
    ['with less', '2025-12-08', '2026-02-13'],
    ['in the holidays', '2025-12-27', '2026-02-13'],
    ['past what is entered: six weeks', '2026-03-25', '2026-05-06'],
  ])('%s: %s gives %s', (_, from, to) => {
    expect(reviewDay(partsOf(YEAR), from)).toBe(to);
  });

  it('without a calendar is six weeks later, never at a weekend', () => {
    expect(reviewDay([], '2025-11-12')).toBe('2025-12-24');
    expect(reviewDay([], '2025-11-15')).toBe('2025-12-29');
    expect(reviewDay([], '2025-11-16')).toBe('2025-12-29');
  });

  it('is after the day, on a weekday and within four months, whatever day it is', () => {
    const parts = partsOf(YEAR);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500 }), (days) => {
        const after = addDays('2025-08-01', days);
        const day = reviewDay(parts, after);
        const away = daysBetween(after, day);
        expect(away).toBeGreaterThanOrEqual(14);
        expect(away).toBeLessThanOrEqual(120);
        expect(weekdayOf(day)).toBeLessThanOrEqual(5);
      }),
    );
  });

  it('is due on its day, soon within a week before, and never of a closed plan', () => {
    const on = (today: string) => reviewStanding({ reviewOn: '2025-12-19' }, today);
    expect(['2025-12-11', '2025-12-12', '2025-12-18', '2025-12-19', '2026-01-09'].map(on)).toEqual([
      'later',
      'soon',
      'soon',
      'due',
      'due',
    ]);
    expect(reviewStanding({ reviewOn: '2025-12-19', closedOn: '2025-12-01' }, '2026-01-09')).toBe('none');
  });
});

describe('a target not met twice', () => {
  const met = (...states: readonly TargetState[]) =>
    notMetTwice(
      [{ id: 't', state: states.at(-1) ?? 'open' }],
      states.map((state, at) => ({ on: `2025-11-0${String(at + 1)}`, outcome: { t: state } })),
    );
  it('was not met at its last two reviews', () => {
    expect(met('not-met')).toEqual([]);
    expect(met('not-met', 'not-met')).toEqual(['t']);
    expect(met('met', 'not-met', 'not-met')).toEqual(['t']);
    expect(met('not-met', 'partly-met', 'not-met')).toEqual([]);
    expect(met('not-met', 'not-met', 'met')).toEqual([]);
    expect(notMetTwice([{ id: 'other', state: 'not-met' }], [])).toEqual([]);
  });
});

describe('a referral', () => {
  const agency = { needsParents: true };
  const made = { parents: 'agreed', doneSoFar: 'Met the parents twice' } as const;
  it('to an agency that needs the parents is made only when they agreed', () => {
    expect(whyNotRefer(agency, made)).toBeUndefined();
    for (const parents of ['informed', 'refused', 'not-asked'] as const) {
      expect(whyNotRefer(agency, { ...made, parents })).toEqual({ kind: 'parents', said: parents });
      expect(whyNotRefer({ needsParents: false }, { ...made, parents })).toBeUndefined();
    }
  });

  it('to an agency that ended is not made', () => {
    expect(whyNotRefer({ ...agency, endedOn: '2025-09-01' }, made)).toEqual({
      kind: 'agency-ended',
      on: '2025-09-01',
    });
  });

  it('that came back is made again only with what the school did since', () => {
    const again = (state: 'sent' | 'returned', doneSoFar: string) =>
      whyNotRefer(agency, { ...made, again: { state, doneSoFar } });
    expect(again('returned', '  met the PARENTS  twice ')).toEqual({ kind: 'nothing-since' });
    expect(again('returned', 'Met the parents')).toBeUndefined();
    expect(again('sent', 'Met the parents')).toEqual({ kind: 'not-returned' });
  });

  it('that is closed stays closed', () => {
    expect(referralSteps('sent')).toContain('accepted');
    expect(referralSteps('returned')).toEqual(['closed']);
    expect(referralSteps('closed')).toEqual([]);
  });
});

describe('the agenda of a panel', () => {
  const facts = (pupilId: string, more: Partial<PanelFacts> = {}): PanelFacts => ({
    pupilId,
    returned: [],
    excludedOn: [],
    ...more,
  });
  it('proposes whom it should speak of, those with most reasons first', () => {
    const proposed = panelProposals([
      facts('fine'),
      facts('nobody', { withoutKeyWorkerSince: '2025-11-10' }),
      facts('twice', { excludedOn: ['2025-09-10', '2025-10-10'] }),
      facts('thrice', { excludedOn: ['2025-09-10', '2025-10-10', '2025-11-05'] }),
      facts('much', {
        returned: [{ agency: 'Youth service', on: '2025-11-06' }],
        notMet: { targets: ['Homework'], on: '2025-11-07' },
      }),
    ]);
    expect(proposed).toEqual([
      {
        pupilId: 'much',
        reasons: [
          { kind: 'referral-returned', agency: 'Youth service', on: '2025-11-06' },
          { kind: 'targets-not-met', targets: ['Homework'], on: '2025-11-07' },
        ],
      },
      { pupilId: 'thrice', reasons: [{ kind: 'excluded-often', on: '2025-11-05', times: 3 }] },
      { pupilId: 'nobody', reasons: [{ kind: 'no-key-worker', on: '2025-11-10' }] },
    ]);
  });

  it('does not propose again what a panel spoke of, but for a pupil who still has no key worker', () => {
    const excludedOn = ['2025-09-10', '2025-10-10', '2025-11-05'];
    const after = (discussedOn: string, more: Partial<PanelFacts> = {}) =>
      panelProposals([facts('thrice', { excludedOn, discussedOn, ...more })]).flatMap(({ reasons }) =>
        reasons.map(({ kind }) => kind),
      );
    expect(after('2025-11-05')).toEqual([]);
    expect(after('2025-11-04')).toEqual(['excluded-often']);
    expect(after('2025-11-05', { excludedOn: [...excludedOn, '2025-11-12'] })).toEqual(['excluded-often']);
    expect(after('2025-11-05', { withoutKeyWorkerSince: '2025-09-10' })).toEqual(['no-key-worker']);
  });
});
