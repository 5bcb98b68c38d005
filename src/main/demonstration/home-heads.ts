import type { SchoolYear } from '#shared/domain/calendar/types.ts';
import { addDays, type IsoDate } from '#shared/kernel/plain-date.ts';
import type { AreaHead } from './types.ts';

const HEAD = 'Mrs H Okafor-Lindqvist';
const DEPUTY = 'Mr D Penhallurick';

/** The head was away three weeks, this long before the day the demonstration is opened on. */
const AWAY = { from: 60, to: 40 } as const;

/** The head since before the demonstration begins, and the deputy who acted for some weeks of each year. */
export function homeHeads(schoolYears: readonly SchoolYear[], today: IsoDate): readonly AreaHead[] {
  const [first = 0] = schoolYears;
  return [
    { name: HEAD, acting: false, from: `${String(first - 6)}-09-01`, to: null },
    ...schoolYears.slice(0, -1).map((year) => ({
      name: DEPUTY,
      acting: true,
      from: `${String(year + 1)}-03-03`,
      to: `${String(year + 1)}-03-21`,
    })),
    { name: DEPUTY, acting: true, from: addDays(today, -AWAY.from), to: addDays(today, -AWAY.to) },
  ];
}

/** Who decided on a day: whoever acted on it, else the head. */
export const headOn = (heads: readonly AreaHead[], day: IsoDate): string =>
  heads.find(({ acting, from, to }) => acting && from <= day && (to === null || day <= to))?.name ?? HEAD;
