/** What can be wrong with a nought, or nearly one. */
export const SUSPICIONS = ['days-zero', 'incidents-zero', 'days-too-few'] as const;

export type Suspicion = (typeof SUSPICIONS)[number];

/**
 * Figures as a school stated them that cannot be true together: exclusions without a day, days without an exclusion,
 * or less than half a day for each, the shortest there is. Undefined when they can be, or when either is blank.
 */
export function suspectZero({
  incidents,
  days,
}: {
  readonly incidents: number | null;
  /** School days, halves possible. */
  readonly days: number | null;
}): Suspicion | undefined {
  if (incidents === null || days === null) return undefined;
  if (incidents > 0 && days === 0) return 'days-zero';
  if (incidents === 0 && days > 0) return 'incidents-zero';
  return days < incidents / 2 ? 'days-too-few' : undefined;
}
