/**
 * What a choice of venues costs, most weighty first; compared number by number. Sums of such costs compare as the
 * costs do, which is what lets the cheapest itinerary be found session by session.
 */
export interface VenueCost {
  readonly uncovered: number;
  /** Steps down the stages' preferences, summed over the sessions. */
  readonly preference: number;
  readonly changes: number;
  /** Sessions to which the school must send somebody. */
  readonly escorts: number;
  /** Places in the order of fallback kinds, summed. */
  readonly fallback: number;
  readonly metres: number;
  readonly pence: number;
  /** Place in the order of names, summed. */
  readonly order: number;
}

const WEIGHTS = [
  'uncovered',
  'preference',
  'changes',
  'escorts',
  'fallback',
  'metres',
  'pence',
  'order',
] as const satisfies readonly (keyof VenueCost)[];

export const NO_COST: VenueCost = {
  uncovered: 0,
  preference: 0,
  changes: 0,
  escorts: 0,
  fallback: 0,
  metres: 0,
  pence: 0,
  order: 0,
};

/** A provider that could take one session. */
export interface Choice {
  readonly providerId: string;
  readonly cost: VenueCost;
}

/** One session: who could take it. A session that has its place has one choice, and none of leaving it out. */
export interface Step {
  readonly choices: readonly Choice[];
  readonly placed: boolean;
}

export interface Itinerary {
  /** The provider of each step; undefined for a session that is left out. */
  readonly venues: readonly (string | undefined)[];
  readonly cost: VenueCost;
}

/** Less than 0 when `a` is cheaper. */
export function compareCost(a: VenueCost, b: VenueCost): number {
  for (const key of WEIGHTS) if (a[key] !== b[key]) return a[key] - b[key];
  return 0;
}

/**
 * The cheapest itinerary over the steps in their order; a change is counted whenever the provider is another than that
 * of the last session with one. Exact, in time proportional to steps times choices: for each provider that may have
 * come last, the cheapest way there is kept.
 */
export function cheapestVenues(steps: readonly Step[]): Itinerary {
  let ways: readonly Way[] = [{ last: undefined, cost: NO_COST, before: undefined, venue: undefined }];
  for (const { choices, placed } of steps) {
    const next = new Map<string | undefined, Way>();
    const offer = (way: Way) => {
      const known = next.get(way.last);
      if (known === undefined || compareCost(way.cost, known.cost) < 0) next.set(way.last, way);
    };
    const cheapest = ways.reduce((best, way) => (compareCost(way.cost, best.cost) < 0 ? way : best));
    const wayAt = new Map(ways.map((way) => [way.last, way]));
    for (const { providerId, cost } of choices) {
      const from = [wayAt.get(providerId), wayAt.get(undefined)].filter((way) => way !== undefined);
      const staying = cheapest.last === undefined || cheapest.last === providerId;
      for (const before of from) {
        offer({ last: providerId, cost: add(before.cost, cost, 0), before, venue: providerId });
      }
      if (!staying) {
        offer({ last: providerId, cost: add(cheapest.cost, cost, 1), before: cheapest, venue: providerId });
      }
    }
    if (!placed) {
      for (const way of ways)
        offer({ ...way, cost: add(way.cost, LEFT_OUT, 0), before: way, venue: undefined });
    }
    ways = [...next.values()];
  }
  const best = ways.reduce((one, other) => (compareCost(other.cost, one.cost) < 0 ? other : one));
  return { venues: venuesOf(best), cost: best.cost };
}

/** The cheapest way to a step after which `last` was the last provider; `venue` is what was chosen at the step. */
interface Way {
  readonly last: string | undefined;
  readonly cost: VenueCost;
  readonly before: Way | undefined;
  readonly venue: string | undefined;
}

const LEFT_OUT: VenueCost = { ...NO_COST, uncovered: 1 };

const add = (a: VenueCost, b: VenueCost, changes: number): VenueCost => ({
  uncovered: a.uncovered + b.uncovered,
  preference: a.preference + b.preference,
  changes: a.changes + b.changes + changes,
  escorts: a.escorts + b.escorts,
  fallback: a.fallback + b.fallback,
  metres: a.metres + b.metres,
  pence: a.pence + b.pence,
  order: a.order + b.order,
});

function venuesOf(last: Way): readonly (string | undefined)[] {
  const venues: (string | undefined)[] = [];
  for (let way = last; way.before !== undefined; way = way.before) venues.push(way.venue);
  return venues.toReversed();
}

/** What an itinerary given costs, over the same steps; undefined when a step does not have its choice. */
export function costOf(steps: readonly Step[], venues: readonly (string | undefined)[]): VenueCost {
  const taken = steps.map(({ choices, placed }, at) => ({
    placed,
    choices: choices.filter(({ providerId }) => providerId === venues[at]),
  }));
  return cheapestVenues(taken).cost;
}
