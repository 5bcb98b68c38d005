import { addDays, weekdayOf } from '#shared/kernel/plain-date.ts';

/** Days, both included. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** Monday to Friday of the week of a day; at a weekend those of the week that has just ended. */
export function weekOf(day: string): Period {
  const monday = addDays(day, 1 - weekdayOf(day));
  return { from: monday, to: addDays(monday, 4) };
}
