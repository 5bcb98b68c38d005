import { describe, expect, it } from 'vitest';
import { addDays } from '../../kernel/plain-date.ts';
import { referenceTermOf } from './school-year.ts';
import { termSpan } from './term-span.ts';

describe('termSpan', () => {
  it('gives the terms of 2025/26 by Easter Monday, 6 April 2026', () => {
    expect(termSpan(2025, 'autumn')).toEqual({ from: '2025-08-01', to: '2025-12-31' });
    expect(termSpan(2025, 'spring')).toEqual({ from: '2026-01-01', to: '2026-04-05' });
    expect(termSpan(2025, 'summer')).toEqual({ from: '2026-04-06', to: '2026-07-31' });
  });

  it('agrees with the term of a date at every edge', () => {
    for (let schoolYear = 2020; schoolYear < 2035; schoolYear += 1) {
      for (const name of ['autumn', 'spring', 'summer'] as const) {
        const { from, to } = termSpan(schoolYear, name);
        for (const day of [from, to]) expect(referenceTermOf(day)).toEqual({ schoolYear, name });
        expect(referenceTermOf(addDays(from, -1))).not.toEqual({ schoolYear, name });
        expect(referenceTermOf(addDays(to, 1))).not.toEqual({ schoolYear, name });
      }
    }
  });
});
