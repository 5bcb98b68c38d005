import { censusDay } from '#shared/domain/returns/census-day.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import { censusWindow } from '../../exchange/census-window.ts';
import type { Handler } from '../context.ts';

/** How many census windows are offered, the next one included: two school years. */
const OFFERED = 7;

const TERMS = [
  ['AUT', 'Autumn'],
  ['SUM', 'Summer'],
  ['SPR', 'Spring'],
] as const;

/** Census windows, newest first, from the next census after `today` back. */
export function periodsAround(today: IsoDate) {
  const thisYear = Number(today.slice(0, 4));
  const all = [thisYear + 1, thisYear, thisYear - 1, thisYear - 2, thisYear - 3].flatMap((year) =>
    TERMS.map(([term, name]) => ({
      name: `${name} census ${year}`,
      term,
      year,
      ...censusWindow(term, year),
    })),
  );
  const next = all.findLastIndex(({ term, year }) => censusDay(term, year) >= today);
  return all.slice(next, next + OFFERED);
}

export const listPeriods: Handler<'returns.periods'> = async ({ clock }) => ({
  ok: true,
  value: { periods: periodsAround(clock.today()) },
});
