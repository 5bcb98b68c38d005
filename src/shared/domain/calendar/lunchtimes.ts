import type { IsoDate } from '../../kernel/plain-date.ts';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import { formatDate } from './format-date.ts';
import type { CalendarIndex } from './index-calendar.ts';
import { notEntered } from './not-entered.ts';
import type { WorkingLine } from './types.ts';

/** A count of lunchtimes; each is half a day in the totals. */
export interface LunchtimeCount {
  /** The days whose lunchtime counts, in order. */
  readonly dates: readonly IsoDate[];
  readonly last: IsoDate;
  /** The day of the next lunchtime, which is the return; undefined when the calendar is not entered so far. */
  readonly returnsOn: IsoDate | undefined;
  readonly working: readonly WorkingLine[];
}

const hasLunchtime = (index: CalendarIndex, date: IsoDate): boolean => index.slotsOn(date).length === 2;

/** The first day with a lunchtime after `date`: school days with one half only are passed over. */
function nextLunchtime(index: CalendarIndex, date: IsoDate): IsoDate | undefined {
  let day = index.schoolDayAfter(date, 1);
  while (day !== undefined && !hasLunchtime(index, day)) day = index.schoolDayAfter(day, 1);
  return day;
}

/**
 * The working of lunchtimes: that of the whole days, where each counted day is its lunchtime. A day with one
 * half only shows its closed half, which is why it has no lunchtime.
 */
function workingOf(
  index: CalendarIndex,
  dates: readonly IsoDate[],
  returnsOn: IsoDate | undefined,
): WorkingLine[] {
  const sessions = dates.flatMap((date) => [{ date, slot: 'am' } as const, { date, slot: 'pm' } as const]);
  const range = returnsOn === undefined ? {} : { returnsOn: { date: returnsOn, slot: 'am' } as const };
  return index
    .workingFor(sessions, range)
    .map((line) => (line.type === 'counted' ? { ...line, slots: ['lunch'] } : line));
}

/**
 * Counts `lunchtimes` from the lunchtime of `startDate`, which is the first. A school lunchtime is that of a
 * day on which both halves meet. Refuses a start without a lunchtime, a number that is not a whole one from
 * 1, and a count past the end of the entered terms.
 */
export function countLunchtimes(
  index: CalendarIndex,
  startDate: IsoDate,
  lunchtimes: number,
): Result<LunchtimeCount> {
  if (!Number.isInteger(lunchtimes) || lunchtimes < 1) {
    return refuse('invalid-input', 'Enter the number of lunchtimes as a whole number, 1 or more.');
  }
  if (!hasLunchtime(index, startDate)) {
    if (!index.covered(startDate)) return refuse('invalid-input', notEntered(index, startDate));
    const reason = index.whyClosed(startDate, 'am') ?? index.whyClosed(startDate, 'pm') ?? '';
    const next = nextLunchtime(index, startDate);
    const advice = next === undefined ? '' : ` The next one is on ${formatDate(next)}.`;
    return refuse(
      'invalid-input',
      `There is no school lunchtime on ${formatDate(startDate)}: ${reason}.${advice}`,
    );
  }
  const dates = [startDate];
  let last = startDate;
  while (dates.length < lunchtimes) {
    const next = nextLunchtime(index, last);
    if (next === undefined) {
      return refuse(
        'invalid-input',
        `Only ${String(dates.length)} of the ${String(lunchtimes)} lunchtimes fall in the term dates that are ` +
          `entered. ${notEntered(index, last)}`,
      );
    }
    dates.push(next);
    last = next;
  }
  const returnsOn = nextLunchtime(index, last);
  return ok({ dates, last, returnsOn, working: workingOf(index, dates, returnsOn) });
}
