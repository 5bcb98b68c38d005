import type { SchoolYear } from '#shared/domain/calendar/types.ts';

/** The years that can be looked at or entered: all that are there, and one on each side of the current one. */
export function yearsToOffer(entered: readonly SchoolYear[], current: SchoolYear): SchoolYear[] {
  return [...new Set([...entered, current - 1, current, current + 1])].toSorted((a, b) => b - a);
}

/** Of the current year and the next, those without terms: counting needs both. */
export function missingYears(entered: readonly SchoolYear[], current: SchoolYear): SchoolYear[] {
  return [current, current + 1].filter((year) => !entered.includes(year));
}
