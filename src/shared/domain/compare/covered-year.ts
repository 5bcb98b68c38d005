import type { IsoDate } from '../../kernel/plain-date.ts';
import { fromDayNumber, toDayNumber } from '../../kernel/day-number.ts';
import type { SchoolYear } from '../calendar/types.ts';

/** The days a return speaks for, both included. */
export interface Window {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

export type Coverage = 'whole' | 'part' | 'none';

/**
 * Whether the windows of a school's returns hold every day of a school year. Only then is a count of nought an
 * assertion; with a window missing the year is blank. August may be missing: windows of some years begin in September.
 */
export const coveredYear = (windows: readonly Window[], schoolYear: SchoolYear): Coverage =>
  coveredDays(windows, { from: `${schoolYear}-09-01`, to: `${schoolYear + 1}-07-31` });

/** Whether windows hold every day of a span, some, or none. */
export function coveredDays(windows: readonly Window[], { from: first, to: last }: Window): Coverage {
  const own = windows
    .filter(({ from, to }) => from <= last && to >= first)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
  let next: IsoDate = first;
  for (const { from, to } of own) {
    if (from > next) return 'part';
    if (to >= next) next = fromDayNumber(toDayNumber(to) + 1);
  }
  return own.length === 0 ? 'none' : next > last ? 'whole' : 'part';
}
