import { describe, expect, it } from 'vitest';
import { checkYearPlan } from './check-year-plan.ts';
import type { Closure, Term } from './types.ts';

const terms: Term[] = [
  { schoolYear: 2025, name: 'autumn', from: '2025-09-02', to: '2025-12-19' },
  { schoolYear: 2025, name: 'spring', from: '2026-01-05', to: '2026-03-27' },
  { schoolYear: 2025, name: 'summer', from: '2026-04-13', to: '2026-07-21' },
];

const inset: Closure = {
  from: '2025-11-28',
  to: '2025-11-28',
  slot: 'all',
  kind: 'inset',
  name: 'INSET day',
};

const pathsOf = (plan: { terms: Term[]; closures: Closure[] }) =>
  checkYearPlan(2025, plan).map((error) => error.path);

describe('a school year’s plan', () => {
  it('is accepted when terms are in order and closures lie in the year', () => {
    expect(checkYearPlan(2025, { terms, closures: [inset] })).toEqual([]);
  });

  it('is refused where a term ends before it starts', () => {
    const [autumn, ...rest] = terms as [Term, Term, Term];
    expect(pathsOf({ terms: [{ ...autumn, to: '2025-09-01' }, ...rest], closures: [] })).toEqual([
      'terms.0.to',
    ]);
  });

  it('is refused where two terms overlap, at the later one', () => {
    const [autumn, spring, summer] = terms as [Term, Term, Term];
    expect(pathsOf({ terms: [autumn, { ...spring, from: '2025-12-19' }, summer], closures: [] })).toEqual([
      'terms.1.from',
    ]);
  });

  it('is refused where a term belongs to another year', () => {
    const [autumn] = terms as [Term];
    expect(pathsOf({ terms: [{ ...autumn, from: '2025-07-01' }], closures: [] })).toEqual(['terms.0.from']);
  });

  it('is refused where a closure ends before it starts or lies outside the year', () => {
    expect(pathsOf({ terms, closures: [{ ...inset, to: '2025-11-27' }] })).toEqual(['closures.0.to']);
    expect(pathsOf({ terms, closures: [{ ...inset, from: '2026-08-03', to: '2026-08-03' }] })).toEqual([
      'closures.0.from',
    ]);
  });

  it('is refused where a name of a term is given twice, or in the wrong order', () => {
    const [autumn, spring, summer] = terms as [Term, Term, Term];
    expect(pathsOf({ terms: [autumn, { ...spring, name: 'autumn' }, summer], closures: [] })).toEqual([
      'terms.1.name',
    ]);
    expect(
      pathsOf({
        terms: [
          { ...autumn, name: 'spring' },
          { ...spring, name: 'autumn' },
        ],
        closures: [],
      }),
    ).toEqual(['terms.1.name']);
  });

  it('is refused without a term, in a sentence that names the year', () => {
    expect(checkYearPlan(2025, { terms: [], closures: [inset] })).toEqual([
      { path: 'terms', message: 'Give the dates of at least one term of 2025/26.' },
    ]);
  });
});
