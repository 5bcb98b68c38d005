import { describe, expect, it } from 'vitest';
import type { Closure, SchoolCalendar } from '#shared/domain/calendar/types.ts';
import { calendarOf, draftOf, draftProblems, fromOperation, termsOf, type YearDraft } from './year-draft.ts';

const calendar: SchoolCalendar = {
  terms: [
    { schoolYear: 2025, name: 'autumn', from: '2025-09-02', to: '2025-12-19' },
    { schoolYear: 2025, name: 'spring', from: '2026-01-05', to: '2026-03-27' },
    { schoolYear: 2025, name: 'summer', from: '2026-04-13', to: '2026-07-21' },
  ],
  closures: [],
};
const draft = draftOf(calendar);
const withTerm = (name: string, dates: { from?: string | null; to?: string | null }): YearDraft => ({
  ...draft,
  terms: draft.terms.map((term) => (term.name === name ? { ...term, ...dates } : term)),
});

describe('the draft of a school year', () => {
  it('comes back as it went in', () => {
    expect(calendarOf(draft, 2025)).toEqual(calendar);
    expect(draftProblems(draft, 2025)).toEqual([]);
  });

  it('has three empty terms for a year without dates, and asks for them', () => {
    const empty = draftOf({ terms: [], closures: [] });
    expect(empty.terms.map(({ name, from, to }) => [name, from, to])).toEqual([
      ['autumn', null, null],
      ['spring', null, null],
      ['summer', null, null],
    ]);
    expect(draftProblems(empty, 2025)).toEqual([
      { path: 'terms.autumn.from', message: 'Enter the terms of 2025/26.' },
    ]);
  });

  it('may leave out a whole term, but not half of one', () => {
    const without = withTerm('summer', { from: null, to: null });
    expect(draftProblems(without, 2025)).toEqual([]);
    expect(termsOf(without, 2025).map(({ name }) => name)).toEqual(['autumn', 'spring']);
    expect(draftProblems(withTerm('summer', { to: null }), 2025)).toEqual([
      { path: 'terms.summer.to', message: 'Enter the last day of the summer term.' },
    ]);
  });

  it('shows a problem at the term it belongs to, even when an earlier one is left out', () => {
    const wrong: YearDraft = {
      ...withTerm('summer', { to: '2026-04-01' }),
      terms: withTerm('summer', { to: '2026-04-01' }).terms.map((term) =>
        term.name === 'autumn' ? { ...term, from: null, to: null } : term,
      ),
    };
    expect(draftProblems(wrong, 2025).map(({ path }) => path)).toEqual(['terms.summer.to']);
  });

  it('does not count a term that ends before it starts', () => {
    expect(calendarOf(withTerm('spring', { to: '2026-01-01' }), 2025).terms.map(({ name }) => name)).toEqual([
      'autumn',
      'summer',
    ]);
  });

  it('shows a problem of closed days at their entry', () => {
    const closure: Closure = {
      from: '2024-10-28',
      to: '2024-11-01',
      slot: 'all',
      kind: 'holiday',
      name: 'Half-term',
    };
    expect(draftProblems({ ...draft, closures: [closure] }, 2025)).toEqual([
      { path: 'closures.0', message: 'Half-term is not in the school year 2025/26.' },
    ]);
  });

  it('leaves the paths of other fields alone', () => {
    const other = { path: 'sessionTimes.0.ends', message: 'x' };
    expect(fromOperation([other], [])).toEqual([other]);
  });
});
