/** What can be wrong with a nought, or nearly one. */
export const SUSPICIONS = ['days-zero', 'incidents-zero', 'days-too-few', 'more-than-roll'] as const;

export type Suspicion = (typeof SUSPICIONS)[number];

/**
 * Figures as a school stated them that cannot be true together: exclusions without a day, days without an exclusion,
 * less than half a day for each, the shortest there is, or more pupils excluded than are on roll. Undefined when they
 * can be, or when what it takes to tell is blank.
 */
export function suspectZero({
  incidents,
  days,
  pupils = null,
  headcount = null,
}: {
  readonly incidents: number | null;
  /** School days, halves possible. */
  readonly days: number | null;
  readonly pupils?: number | null;
  readonly headcount?: number | null;
}): Suspicion | undefined {
  if (pupils !== null && headcount !== null && pupils > headcount) return 'more-than-roll';
  if (incidents === null || days === null) return undefined;
  if (incidents > 0 && days === 0) return 'days-zero';
  if (incidents === 0 && days > 0) return 'incidents-zero';
  return days < incidents / 2 ? 'days-too-few' : undefined;
}
