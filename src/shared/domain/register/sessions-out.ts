import type { IsoDate } from '../../kernel/plain-date.ts';
import type { CalendarIndex } from '../calendar/index-calendar.ts';
import { sessionKey } from '../calendar/session-key.ts';
import type { Session } from '../calendar/types.ts';
import type { RegisterCase } from './types.ts';

/** A session out; `day` counts the school days of the exclusion from 1, the first of them. */
export interface SessionOut extends Session {
  readonly day: number;
}

/** Days, both included. */
export interface Period {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/**
 * The sessions of a period that an issued case keeps the pupil out of, in order. Half days given back and lunchtimes are
 * none; nor is a session on which the school has closed since, which the register marks as closed. A permanently excluded
 * pupil is out from the start until put back or removed from the register, whichever comes first.
 */
export function sessionsOut(
  one: RegisterCase,
  calendar: CalendarIndex,
  period: Period,
): readonly SessionOut[] {
  const last =
    one.lastDayOnRoll !== undefined && one.lastDayOnRoll < period.to ? one.lastDayOnRoll : period.to;
  const all = one.kind === 'permanent' ? openEnded(one, calendar, last) : recorded(one, calendar);
  return numberDays(all).filter(({ date }) => period.from <= date && date <= last);
}

function openEnded(one: RegisterCase, calendar: CalendarIndex, last: IsoDate): readonly Session[] {
  if (last < one.start.date) return [];
  const back = one.stopped === undefined ? undefined : sessionKey(one.stopped);
  return calendar
    .sessionsBetween(one.start, { date: last, slot: 'pm' })
    .filter((session) => back === undefined || sessionKey(session) < back);
}

function recorded({ halfDays }: RegisterCase, calendar: CalendarIndex): readonly Session[] {
  return halfDays
    .flatMap(({ date, slot, givenBack }) => (givenBack || slot === 'lunch' ? [] : [{ date, slot }]))
    .filter(({ date, slot }) => calendar.isSchoolSession(date, slot) || !calendar.covered(date))
    .toSorted((a, b) => sessionKey(a).localeCompare(sessionKey(b)));
}

function numberDays(sessions: readonly Session[]): readonly SessionOut[] {
  let day = 0;
  let date: IsoDate | undefined;
  return sessions.map((session) => {
    if (session.date !== date) day += 1;
    date = session.date;
    return { ...session, day };
  });
}
