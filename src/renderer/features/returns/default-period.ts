import { censusDay } from '#shared/domain/returns/census-day.ts';
import type { Period } from './types.ts';

export const periodKey = ({ term, year }: Period): string => `${term}${year}`;

/** Of the censuses offered (newest first) the last whose day has come; the next one when none has. */
export function defaultPeriod(periods: readonly Period[], today: string): Period | undefined {
  return periods.find(({ term, year }) => censusDay(term, year) <= today) ?? periods.at(-1);
}
