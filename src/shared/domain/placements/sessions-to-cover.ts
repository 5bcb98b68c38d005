import type { IsoDate } from '../../kernel/plain-date.ts';
import type { CalendarIndex } from '../calendar/index-calendar.ts';
import { sessionKey } from '../calendar/session-key.ts';
import type { Session, Slot } from '../calendar/types.ts';
import type { ExclusionKind } from '../exclusions/types.ts';

/** What the rule needs of a recorded exclusion; fields as they are in the table. */
export interface ExclusionToCover {
  readonly kind: ExclusionKind;
  readonly startDate: IsoDate | null;
  readonly startSlot: Slot | null;
  readonly endDate: IsoDate | null;
  readonly endSlot: Slot | null;
  /** The first session given back, when it was stopped before its end. */
  readonly stoppedOn?: IsoDate | null;
  readonly stoppedSlot?: Slot | null;
}

/** A session of the itinerary; `day` counts the school days out from 1, the first of them. */
export interface SessionToCover extends Session {
  readonly day: number;
}

/**
 * For how many school days an itinerary is planned, by kind. `to-the-end`: every session of the exclusion.
 * A permanent exclusion has no end: its itinerary runs over the first fifteen school days, by whose end the
 * governors must have met (15 school days in every rule set, SI 2012/1033 reg 6 today). A lunchtime misses no session.
 */
export const COVERED_SCHOOL_DAYS: Readonly<Record<ExclusionKind, number | 'to-the-end'>> = {
  'fixed-period': 'to-the-end',
  permanent: 15,
  lunchtime: 0,
};

/**
 * The covered school days of a permanent exclusion lie within this many days of its start, the summer holiday among
 * them included.
 */
export const PERMANENT_REACH_DAYS = 120;

/**
 * The school sessions for which an exclusion needs a place, in order, over the school's calendar as it is now
 * (a session on which the school has since closed needs none). Empty for lunchtimes, and for a draft whose
 * dates are still missing. Stops where the entered term dates stop, and at the first session given back.
 */
export function sessionsToCover(
  exclusion: ExclusionToCover,
  calendar: CalendarIndex,
): readonly SessionToCover[] {
  const { stoppedOn, stoppedSlot } = exclusion;
  const sessions = sessionsAsDecided(exclusion, calendar);
  if (stoppedOn === undefined || stoppedOn === null) return sessions;
  const back = sessionKey({ date: stoppedOn, slot: stoppedSlot ?? 'am' });
  return sessions.filter((session) => sessionKey(session) < back);
}

function sessionsAsDecided(
  { kind, startDate, startSlot, endDate, endSlot }: ExclusionToCover,
  calendar: CalendarIndex,
): readonly SessionToCover[] {
  const days = COVERED_SCHOOL_DAYS[kind];
  if (startDate === null || startSlot === null || days === 0) return [];
  const start: Session = { date: startDate, slot: startSlot };
  if (days === 'to-the-end') {
    if (endDate === null || endSlot === null) return [];
    return numberDays(calendar.sessionsBetween(start, { date: endDate, slot: endSlot }));
  }
  // Two sessions a day are the most there can be; half-closed days bring more days than wanted.
  return numberDays(calendar.sessionsFrom(start, days * 2)).filter(({ day }) => day <= days);
}

function numberDays(sessions: readonly Session[]): SessionToCover[] {
  let day = 0;
  let date: IsoDate | undefined;
  return sessions.map((session) => {
    if (session.date !== date) day += 1;
    date = session.date;
    return { ...session, day };
  });
}
