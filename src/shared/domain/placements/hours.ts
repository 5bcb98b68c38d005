import { fromDayNumber, toDayNumber, weekdayOfDayNumber } from '../calendar/day-number.ts';
import type { IsoDate } from '../../kernel/plain-date.ts';

/** A session of an exclusion as hours are counted: with the times at which it is taught, or without education. */
export interface TaughtSession {
  readonly date: IsoDate;
  /** `HH:MM`; missing when the pupil is not taught then. */
  readonly taught?: { readonly starts: string; readonly ends: string } | undefined;
}

/** One week of an exclusion. `sessions` are taught, `missing` are those that full-time education lacks. */
export interface WeekHours {
  readonly monday: IsoDate;
  /** To two decimals: 4.5 is four and a half hours. */
  readonly hours: number;
  readonly sessions: number;
  readonly missing: number;
}

/** The Monday of the week of a day. */
export function mondayOf(date: IsoDate): IsoDate {
  const day = toDayNumber(date);
  return fromDayNumber(day - weekdayOfDayNumber(day) + 1);
}

const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** Hours of education in each week that the sessions touch, in order; times come from what the provider runs. */
export function weekHours(sessions: readonly TaughtSession[]): readonly WeekHours[] {
  const weeks = new Map<IsoDate, { minutes: number; sessions: number; missing: number }>();
  for (const { date, taught } of sessions) {
    const monday = mondayOf(date);
    const week = weeks.get(monday) ?? { minutes: 0, sessions: 0, missing: 0 };
    if (taught === undefined) week.missing += 1;
    else {
      week.sessions += 1;
      week.minutes += minutes(taught.ends) - minutes(taught.starts);
    }
    weeks.set(monday, week);
  }
  return [...weeks]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([monday, week]) => ({
      monday,
      hours: Math.round((week.minutes / 60) * 100) / 100,
      sessions: week.sessions,
      missing: week.missing,
    }));
}
