import type { IsoDate } from '#shared/kernel/plain-date.ts';

/** Age in whole years on `today`. */
export function ageOn(dob: IsoDate, today: IsoDate): number {
  const before = today.slice(5) < dob.slice(5) ? 1 : 0;
  return Number(today.slice(0, 4)) - Number(dob.slice(0, 4)) - before;
}
