import type { CalendarIndex } from '../calendar/index-calendar.ts';
import type { Term } from '../calendar/types.ts';
import { daysBetween, type IsoDate } from '../../kernel/plain-date.ts';

/** From the first to the last day on which the school meets. */
export interface HalfTerm {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** Days from the last school day to the next one, at the least, where a week or more is free between them. */
const FREE_WEEK = 7;

/**
 * The half terms of a school's terms, in order. A term is parted where it is closed longest, a week at the least; of two
 * such breaks the one nearer its middle counts. A term without a free week is one half term, one without school days none.
 */
export function halfTermsOf(terms: readonly Term[], index: CalendarIndex): readonly HalfTerm[] {
  return terms
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
    .flatMap(({ from, to }) => partedOnce(index.schoolDaysBetween(from, to)));
}

function partedOnce(days: readonly IsoDate[]): readonly HalfTerm[] {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const middle = daysBetween(first, last) / 2;
  const breaks = days.flatMap((to, at) => {
    const from = days[at + 1];
    const gap = from === undefined ? 0 : daysBetween(to, from);
    if (from === undefined || gap < FREE_WEEK) return [];
    return [{ to, from, gap, off: Math.abs(daysBetween(first, to) - middle) }];
  });
  const [longest] = breaks.toSorted((a, b) => b.gap - a.gap || a.off - b.off);
  if (longest === undefined) return [{ from: first, to: last }];
  return [
    { from: first, to: longest.to },
    { from: longest.from, to: last },
  ];
}
