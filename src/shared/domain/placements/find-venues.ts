import type { IsoDate } from '../../kernel/plain-date.ts';
import { compareCost, costOf, NO_COST, type Itinerary, type Step } from './cheapest-venues.ts';
import { keepStays, newDays, type StayLimits } from './keep-stays.ts';

type Limits = ReadonlyMap<string, StayLimits>;
type Venues = Itinerary['venues'];

/**
 * The provider of each step, undefined where there is none: the better of what `keepStays` finds and of what it finds
 * around any one provider; then, with that settled, the same for what is left, until nothing more is found.
 */
export function findVenues(steps: readonly Step[], dates: readonly IsoDate[], limits: Limits): Venues {
  const { venues } = bestOf(steps, dates, limits);
  if (!steps.some(({ placed }, at) => !placed && venues[at] !== undefined)) return venues;
  const settled = steps.map((step, at): Step => {
    const providerId = venues[at];
    return providerId === undefined ? step : { placed: true, choices: [{ providerId, cost: NO_COST }] };
  });
  const longer = new Map(
    [...limits].map(([id, limit]) => {
      const days = dates.filter((_, at) => steps[at]?.placed === false && venues[at] === id);
      return [id, { ...limit, daysBefore: new Set([...(limit.daysBefore ?? []), ...days]) }];
    }),
  );
  return findVenues(settled, dates, longer);
}

function bestOf(steps: readonly Step[], dates: readonly IsoDate[], limits: Limits): Itinerary {
  let best = keepStays(steps, dates, limits);
  for (const id of limits.keys()) {
    const venues = singleProvider(steps, dates, limits, id);
    if (compareCost(costOf(steps, venues), best.cost) >= 0) continue;
    const around = keepStays(steps, dates, limits, venues);
    if (compareCost(around.cost, best.cost) < 0) best = around;
  }
  return best;
}

/** Everything one provider can take by itself, up to its longest stay; nothing when that is shorter than its shortest. */
function singleProvider(
  steps: readonly Step[],
  dates: readonly string[],
  limits: ReadonlyMap<string, StayLimits>,
  providerId: string,
): readonly (string | undefined)[] {
  const { minDays, maxDays, before } = newDays(limits.get(providerId) ?? {});
  const can = steps.map(
    ({ placed, choices }) => !placed && choices.some((one) => one.providerId === providerId),
  );
  const further = new Set(dates.filter((date, at) => can[at] === true && !before.has(date)));
  const days = new Set([...further].slice(0, maxDays));
  const stays = days.size >= minDays;
  return steps.map(({ placed, choices }, at) => {
    if (placed) return choices[0]?.providerId;
    return stays && can[at] === true && [days, before].some((set) => set.has(dates[at] ?? ''))
      ? providerId
      : undefined;
  });
}
