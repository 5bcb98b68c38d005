import type { IsoDate } from '../../kernel/plain-date.ts';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import { formatDate } from '../calendar/format-date.ts';
import type { CalendarIndex } from '../calendar/index-calendar.ts';
import { notEntered } from '../calendar/not-entered.ts';
import type { Session, WorkingLine } from '../calendar/types.ts';

/** A count of lunchtimes with what it used; each counts as half a day. */
export interface LunchtimeCount {
  /** Days whose lunchtime counts, in order; at least one. */
  readonly dates: readonly IsoDate[];
  readonly last: IsoDate;
  /** The next day with a lunchtime: when the pupil is back at lunch. Undefined past the entered terms. */
  readonly returnsOn: IsoDate | undefined;
  readonly working: readonly WorkingLine[];
}

/** A day has a lunchtime when the school meets both before and after it. */
const hasLunchtime = (index: CalendarIndex, date: IsoDate): boolean => index.slotsOn(date).length === 2;

function lunchDays(sessions: readonly Session[], index: CalendarIndex): IsoDate[] {
  const dates = sessions.filter(({ slot }) => slot === 'pm').map(({ date }) => date);
  return dates.filter((date) => hasLunchtime(index, date));
}

function refuseStart(index: CalendarIndex, date: IsoDate): Result<never> | undefined {
  if (hasLunchtime(index, date)) return undefined;
  if (!index.covered(date)) return refuse('invalid-input', notEntered(index, date));
  const reason = index.whyClosed(date, 'am') ?? index.whyClosed(date, 'pm') ?? 'closed';
  return refuse('invalid-input', `${formatDate(date)} has no school lunchtime: ${reason}.`);
}

function counted(index: CalendarIndex, dates: readonly IsoDate[]): Result<LunchtimeCount> {
  const last = dates.at(-1);
  if (last === undefined) return refuse('invalid-input', 'There is no lunchtime to count.');
  // Two weeks of half-closed days in a row do not happen; the next lunchtime is among the next sessions.
  const returnsOn = lunchDays(index.sessionsFrom({ date: last, slot: 'pm' }, 40), index).find(
    (date) => date > last,
  );
  const working = index.workingFor(
    dates.map((date) => ({ date, slot: 'pm' })),
    returnsOn === undefined ? {} : { returnsOn: { date: returnsOn, slot: 'am' } },
  );
  return ok({
    dates,
    last,
    returnsOn,
    working: working.map((line) => (line.type === 'counted' ? { ...line, slots: ['lunch'] } : line)),
  });
}

/**
 * Counts `lunchtimes` from the one of `start`, which is the first of them. Refuses a day without a lunchtime, a
 * number that is not whole from 1, and a count that runs past the entered terms. Source: a lunchtime exclusion
 * counts as half a school day (Education Act 2002 s.51A and the guidance to it).
 */
export function countLunchtimesFrom(
  index: CalendarIndex,
  start: IsoDate,
  lunchtimes: number,
): Result<LunchtimeCount> {
  if (!Number.isInteger(lunchtimes) || lunchtimes < 1) {
    return refuse('invalid-input', 'Enter the number of lunchtimes as a whole number, 1 or more.');
  }
  const closed = refuseStart(index, start);
  if (closed !== undefined) return closed;
  // Days on which the school closes at noon are passed over, so look further than two sessions a lunchtime.
  const sessions = index.sessionsFrom({ date: start, slot: 'am' }, lunchtimes * 2 + 60);
  const dates = lunchDays(sessions, index).slice(0, lunchtimes);
  if (dates.length < lunchtimes) {
    return refuse(
      'invalid-input',
      `Only ${String(dates.length)} of the ${String(lunchtimes)} lunchtimes fall in the term dates that are ` +
        `entered. ${notEntered(index, dates.at(-1) ?? start)}`,
    );
  }
  return counted(index, dates);
}

/** Counts the lunchtimes from `start` to `end`, both included; both must be days with a lunchtime, in order. */
export function countLunchtimesBetween(
  index: CalendarIndex,
  start: IsoDate,
  end: IsoDate,
): Result<LunchtimeCount> {
  if (end < start) {
    return refuse(
      'invalid-input',
      `The last lunchtime, ${formatDate(end)}, is before the first, ${formatDate(start)}.`,
    );
  }
  const closed = refuseStart(index, start) ?? refuseStart(index, end);
  if (closed !== undefined) return closed;
  const sessions = index.sessionsBetween({ date: start, slot: 'am' }, { date: end, slot: 'pm' });
  return counted(index, lunchDays(sessions, index));
}
