import type { IsoDate } from '../../kernel/plain-date.ts';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import { formatDate, formatSession } from './format-date.ts';
import type { CalendarIndex } from './index-calendar.ts';
import { notEntered } from './not-entered.ts';
import type { Session, WorkingLine } from './types.ts';

/** A count of half days with everything it used. */
export interface SessionCount {
  /** The sessions that count, in order; at least one. */
  readonly sessions: readonly Session[];
  readonly last: Session;
  /** The first school session after the last; undefined when the calendar is not entered so far. */
  readonly returnsOn: Session | undefined;
  readonly working: readonly WorkingLine[];
}

function counted(index: CalendarIndex, sessions: readonly Session[]): Result<SessionCount> {
  const last = sessions.at(-1);
  if (last === undefined) return refuse('invalid-input', 'There is no school session to count.');
  const returnsOn = index.nextSchoolSession(last);
  return ok({
    sessions,
    last,
    returnsOn,
    working: index.workingFor(sessions, returnsOn === undefined ? {} : { returnsOn }),
  });
}

/** Refuses, in words, a session on which the school does not meet; undefined when it meets. */
function refuseClosed(index: CalendarIndex, session: Session, what: string): Result<never> | undefined {
  const reason = index.whyClosed(session.date, session.slot);
  if (reason === undefined) return undefined;
  if (!index.covered(session.date)) return refuse('invalid-input', notEntered(index, session.date));
  const next = index.nextSchoolSession(session);
  const advice = next === undefined ? '' : ` The next school session is ${formatSession(next)}.`;
  return refuse(
    'invalid-input',
    `The ${what}, ${formatSession(session)}, is not a school session: ${reason}.${advice}`,
  );
}

/**
 * Counts `sessions` half days from `start`, which is the first of them. Refuses when `start` is not a
 * school session, when `sessions` is not a whole number from 1, and when the entered terms end before the
 * count does. Source: a school day is "a day on which the school meets" (SI 2007/1304 reg 2).
 */
export function countFromStart(index: CalendarIndex, start: Session, sessions: number): Result<SessionCount> {
  if (!Number.isInteger(sessions) || sessions < 1) {
    return refuse('invalid-input', 'Enter the number of sessions as a whole number, 1 or more.');
  }
  const closed = refuseClosed(index, start, 'start');
  if (closed !== undefined) return closed;
  const found = index.sessionsFrom(start, sessions);
  const last = found.at(-1);
  if (found.length < sessions && last !== undefined) {
    return refuse(
      'invalid-input',
      `Only ${String(found.length)} of the ${String(sessions)} sessions fall in the term dates that are entered, ` +
        `which end on ${formatDate(last.date)}. ${notEntered(index, last.date)}`,
    );
  }
  return counted(index, found);
}

/**
 * Counts the half days from `start` to `end`, both included; both must be school sessions, in order, with
 * every term between them entered.
 */
export function countBetween(index: CalendarIndex, start: Session, end: Session): Result<SessionCount> {
  if (end.date < start.date || (end.date === start.date && end.slot < start.slot)) {
    return refuse(
      'invalid-input',
      `The end, ${formatSession(end)}, is before the start, ${formatSession(start)}.`,
    );
  }
  const closed = refuseClosed(index, start, 'start') ?? refuseClosed(index, end, 'end');
  if (closed !== undefined) return closed;
  const found = index.sessionsBetween(start, end);
  if (index.sessionsFrom(start, found.length).length < found.length) {
    return refuse('invalid-input', notEntered(index, start.date));
  }
  return counted(index, found);
}

/** The day that a number of school days leads to, with the days passed on the way. */
export interface SchoolDayCount {
  readonly date: IsoDate;
  readonly working: readonly WorkingLine[];
}

/**
 * The `days`th school day after `date`: day 1 is the first school day AFTER it ("not later than the 15th
 * school day after the day on which ..."). A day on which the school meets for one half counts as a day.
 */
export function addSchoolDays(index: CalendarIndex, date: IsoDate, days: number): Result<SchoolDayCount> {
  if (!Number.isInteger(days) || days < 1) {
    return refuse('invalid-input', 'Enter the number of school days as a whole number, 1 or more.');
  }
  const target = index.schoolDayAfter(date, days);
  const first = index.schoolDayAfter(date, 1);
  if (target === undefined || first === undefined) {
    return refuse(
      'invalid-input',
      `School day ${String(days)} after ${formatDate(date)} cannot be worked out. ${notEntered(index, date)}`,
    );
  }
  const sessions = index.sessionsBetween({ date: first, slot: 'am' }, { date: target, slot: 'pm' });
  // From the day itself, so that a weekend between the notice and day 1 is shown; its sessions do not count.
  return ok({ date: target, working: index.workingFor(sessions, { from: { date, slot: 'pm' } }) });
}
