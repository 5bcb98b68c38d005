import type { IsoDate } from '../../kernel/plain-date.ts';

/** What of a case the pupil's first day back follows from. */
export interface ReturnFacts {
  readonly id: string;
  /** The key of its first session, so that cases are in order. */
  readonly startsAt: string;
  /** A lunchtime exclusion, or one that takes no day any more: no pupil comes back from it. */
  readonly takesNoDays: boolean;
  /** The day on which the pupil was back in lessons, as recorded. */
  readonly returnedOn?: IsoDate | undefined;
  /** The day of its return as it is owed; missing where another exclusion begins straight after it. */
  readonly returnDue?: IsoDate | undefined;
}

/**
 * The first day back after a case: as it was recorded, or else as it is owed; of a case that another one joins, that of
 * the later one. Undefined while the pupil is not to come back (a permanent exclusion that stands).
 */
export function firstDayBack(id: string, cases: readonly ReturnFacts[]): IsoDate | undefined {
  const own = cases.find((one) => one.id === id);
  if (own === undefined) return undefined;
  const day = own.returnedOn ?? own.returnDue;
  if (day !== undefined) return day;
  const next = cases
    .filter(({ startsAt, takesNoDays }) => startsAt > own.startsAt && !takesNoDays)
    .toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1))[0];
  return next && firstDayBack(next.id, cases);
}
