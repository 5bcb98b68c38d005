import { describe, expect, it } from 'vitest';
import { periodHolding } from './period-holding.ts';
import { annualReturn, termlyReturn } from './periods.ts';

describe('the period of a list that does not say its period', () => {
  it('is the term that holds every start date', () => {
    expect(periodHolding(['2025-11-10', '2025-09-03'])).toEqual(termlyReturn('AUT', 2025));
    expect(periodHolding(['2026-01-08'])).toEqual(termlyReturn('SPR', 2025));
    expect(periodHolding(['2025-08-29'])).toEqual(termlyReturn('AUT', 2025));
  });

  it('is the school year where one term does not do', () => {
    expect(periodHolding(['2025-06-09', '2024-09-10', '2025-01-08'])).toEqual(annualReturn(2026));
  });

  it('is none where the dates are of two school years, or there are none', () => {
    expect(periodHolding(['2025-06-09', '2025-11-10'])).toBeUndefined();
    expect(periodHolding([])).toBeUndefined();
  });
});
