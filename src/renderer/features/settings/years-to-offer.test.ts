import { describe, expect, it } from 'vitest';
import { missingYears, yearsToOffer } from './years-to-offer.ts';

describe('the school years of the settings', () => {
  it('are those entered and one on each side of now, the latest first', () => {
    expect(yearsToOffer([2023, 2025], 2025)).toEqual([2026, 2025, 2024, 2023]);
    expect(yearsToOffer([], 2025)).toEqual([2026, 2025, 2024]);
  });

  it('are missed when they are this one or the next', () => {
    expect(missingYears([2023, 2024], 2025)).toEqual([2025, 2026]);
    expect(missingYears([2025], 2025)).toEqual([2026]);
    expect(missingYears([2025, 2026], 2025)).toEqual([]);
  });
});
