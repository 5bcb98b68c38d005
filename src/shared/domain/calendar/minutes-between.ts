const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** Minutes from one time of a day to another (`HH:MM`); below 0 when the second is the earlier. */
export const minutesBetween = (starts: string, ends: string): number => minutesOf(ends) - minutesOf(starts);
