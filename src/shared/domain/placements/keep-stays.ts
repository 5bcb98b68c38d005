import type { IsoDate } from '../../kernel/plain-date.ts';
import { cheapestVenues, compareCost, type Itinerary, type Step } from './cheapest-venues.ts';

/** How many days a stay at a provider has at least and at most. */
export interface StayLimits {
  readonly minDays?: number | undefined;
  readonly maxDays?: number | undefined;
  /** Days of the stay that are in the book already: they count, and a further session on one makes it no longer. */
  readonly daysBefore?: ReadonlySet<IsoDate> | undefined;
}

/** How often the search may try both ways with a stay that is too short; after that it gives the stay up. */
const FORKS = 64;

/**
 * The cheapest itinerary found in which every new stay is as long as its provider asks. A stay that is too long is cut
 * to its first days, or to those that nobody else can take; one that is too short is either given up or made longer, whichever comes out cheaper. Each of
 * these settles one provider for good, so the search ends. `fixed`: venues that are settled from the start.
 *
 * `dates[n]` is the day of `steps[n]`. Steps with a place are left as they are and belong to no new stay.
 */
export function keepStays(
  steps: readonly Step[],
  dates: readonly IsoDate[],
  limits: ReadonlyMap<string, StayLimits>,
  fixed: readonly (string | undefined)[] = [],
): Itinerary {
  let forks = FORKS;

  const search = (settled: Settled): Itinerary => {
    const narrowed = steps.map((step, at) => narrow(step, at, settled));
    const found = cheapestVenues(narrowed);
    for (const [providerId, limit] of limits) {
      if (!isUsed(providerId, steps, found.venues)) continue;
      const { minDays, maxDays, before } = newDays(limit);
      const daysAt = (venues: readonly (string | undefined)[]) =>
        new Set(
          dates.filter(
            (date, at) => steps[at]?.placed === false && venues[at] === providerId && !before.has(date),
          ),
        );
      const run = daysAt(found.venues);
      if (run.size > maxDays) {
        const kept = daysAt(settled.forced);
        const cut = (days: readonly IsoDate[]) => {
          const keeps = new Set([
            ...kept,
            ...days.filter((day) => !kept.has(day)).slice(0, maxDays - kept.size),
          ]);
          const isBarred = (date: IsoDate) => !keeps.has(date) && !before.has(date);
          return search({ ...settled, barred: bar(settled, dates, providerId, isBarred) });
        };
        const first = [...run].toSorted();
        const scarce = first.filter((day) =>
          dates.some((date, at) => date === day && isOnlyChoice(narrowed[at], providerId)),
        );
        if (forks === 0 || scarce.length === 0 || scarce.length === first.length) return cut(first);
        forks -= 1;
        const [byDay, byNeed] = [cut(first), cut([...new Set([...scarce, ...first])])];
        return compareCost(byNeed.cost, byDay.cost) < 0 ? byNeed : byDay;
      }
      if (run.size < minDays) {
        const given = { ...settled, barred: bar(settled, dates, providerId, () => true) };
        const possible = forks > 0 && minDays <= maxDays;
        const longer = possible ? lengthen(providerId, run, before, minDays) : undefined;
        if (longer === undefined) return search(given);
        forks -= 1;
        const forced = steps.map((_, at) =>
          settled.forced[at] === undefined && canTake(narrowed[at], providerId) && longer.has(dates[at] ?? '')
            ? providerId
            : settled.forced[at],
        );
        const [without, withIt] = [search(given), search({ ...settled, forced })];
        return compareCost(withIt.cost, without.cost) < 0 ? withIt : without;
      }
    }
    return found;

    /** The run with the nearest days, later ones first, until the stay is long enough; undefined when it cannot be. */
    function lengthen(
      providerId: string,
      run: ReadonlySet<IsoDate>,
      before: ReadonlySet<IsoDate>,
      minDays: number,
    ) {
      const can = dates.filter(
        (_, at) => canTake(narrowed[at], providerId) && [undefined, providerId].includes(settled.forced[at]),
      );
      const days = [...new Set(can)].toSorted();
      const [first = '', last = ''] = [[...run].toSorted()[0], [...run].toSorted().at(-1)];
      const nearest = [
        ...days.filter((day) => day > first && day < last),
        ...days.filter((day) => day > last),
        ...days.filter((day) => day < first).toReversed(),
      ].filter((day) => !run.has(day) && !before.has(day));
      const longer = new Set([...run, ...nearest.slice(0, minDays - run.size)]);
      return longer.size >= minDays ? longer : undefined;
    }
  };

  const barred = new Map<string, ReadonlySet<number>>();
  return search({ forced: steps.map((step, at) => (step.placed ? undefined : fixed[at])), barred });
}

/** What the search has decided: venues that stay, and sessions a provider is not used for. */
interface Settled {
  readonly forced: readonly (string | undefined)[];
  readonly barred: ReadonlyMap<string, ReadonlySet<number>>;
}

function narrow(step: Step, at: number, { forced, barred }: Settled): Step {
  if (step.placed) return step;
  const only = forced[at];
  return {
    placed: only !== undefined,
    choices: step.choices.filter(({ providerId }) =>
      only === undefined ? barred.get(providerId)?.has(at) !== true : providerId === only,
    ),
  };
}

const isOnlyChoice = (step: Step | undefined, id: string): boolean =>
  step?.choices.length === 1 && canTake(step, id);

const canTake = (step: Step | undefined, id: string): boolean =>
  step?.choices.some(({ providerId }) => providerId === id) === true;

function bar(
  { forced, barred }: Settled,
  dates: readonly IsoDate[],
  providerId: string,
  isBarred: (date: IsoDate) => boolean,
): Settled['barred'] {
  const sessions = dates.flatMap((date, at) => (isBarred(date) && forced[at] !== providerId ? [at] : []));
  return new Map([...barred, [providerId, new Set([...(barred.get(providerId) ?? []), ...sessions])]]);
}

const isUsed = (
  providerId: string,
  steps: readonly Step[],
  venues: readonly (string | undefined)[],
): boolean => steps.some(({ placed }, at) => !placed && venues[at] === providerId);

/** How many days may come to those in the book, at least and at most. */
export function newDays({ minDays = 1, maxDays = Infinity, daysBefore = new Set() }: StayLimits) {
  return {
    minDays: minDays - daysBefore.size,
    maxDays: Math.max(0, maxDays - daysBefore.size),
    before: daysBefore,
  };
}
