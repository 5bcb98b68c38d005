import { minutesBetween } from '../calendar/minutes-between.ts';
import { mondayOf } from '../calendar/monday-of.ts';
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

/** Hours of education in each week that the sessions touch, in order; times come from what the provider runs. */
export function weekHours(sessions: readonly TaughtSession[]): readonly WeekHours[] {
  const weeks = new Map<IsoDate, { minutes: number; sessions: number; missing: number }>();
  for (const { date, taught } of sessions) {
    const monday = mondayOf(date);
    const week = weeks.get(monday) ?? { minutes: 0, sessions: 0, missing: 0 };
    if (taught === undefined) week.missing += 1;
    else {
      week.sessions += 1;
      week.minutes += minutesBetween(taught.starts, taught.ends);
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
