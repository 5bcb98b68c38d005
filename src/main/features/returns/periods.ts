import { censusDay } from '#shared/domain/returns/census-day.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import type { Handler } from '../context.ts';
import { censusPeriod, type Period } from './census-period.ts';

/** How many census windows are offered, the next one included: two school years. */
const OFFERED = 7;

/** The censuses of a calendar year, newest first. */
const TERMS = ['AUT', 'SUM', 'SPR'] as const;

/** Census windows, newest first, from the next census after `today` (or on it) back. */
export function periodsAround(today: IsoDate): Period[] {
  const thisYear = Number(today.slice(0, 4));
  const all = [1, 0, -1, -2, -3].flatMap((years) =>
    TERMS.map((term) => censusPeriod(term, thisYear + years)),
  );
  const next = all.findLastIndex(({ term, year }) => censusDay(term, year) >= today);
  return all.slice(next, next + OFFERED);
}

export const listPeriods: Handler<'returns.periods'> = async ({ clock }) => ({
  ok: true,
  value: { periods: periodsAround(clock.today()) },
});
