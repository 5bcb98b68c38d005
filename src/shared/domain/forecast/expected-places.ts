import { DAYS_AHEAD, reachAt, STAGES, termWeekAt, weekdayAt, type Ledger } from './ledger.ts';
import { shrunkFactors } from './shrunk-factors.ts';
import type { ForecastDay } from './types.ts';

/** A school year of days: the newest so many count for more, as far as they differ. */
const RECENT_DAYS = 190;
/** A key stage's own lengths count for as much as those of all stages once it had so many exclusions. */
const STAGE_WEIGHT = 20;

/** Places expected at each half of a day by exclusions still to come, by key stage: half times stages plus stage. */
export type ExpectedPlaces = Float64Array;

/**
 * What the record up to the evening of day `asOf` lets expect of exclusions that are not on it yet. How many come in
 * on a day is a rate times factors for the weekday, the week of term and the last year, each drawn towards 1; how long
 * they go on is how many of the past ones still needed a place so many school days after they came on record.
 */
export function learnFrom(
  days: readonly ForecastDay[],
  ledger: Ledger,
  asOf: number,
): (target: number) => ExpectedPlaces {
  const count = asOf + 1;
  const { issued } = ledger;
  const total = sumBetween(issued, 0, count);
  const mean = total / count;
  const dispersion = dispersionOf(issued, count, mean);
  const factors = (observed: Int32Array, ofDays: Int32Array) =>
    shrunkFactors(
      Array.from(observed, (n, at) => ({ observed: n, expected: mean * (ofDays[at] ?? 0) })),
      dispersion,
    );
  const byWeekday = factors(ledger.issuedByWeekday, ledger.daysByWeekday);
  const byTermWeek = factors(ledger.issuedByTermWeek, ledger.daysByTermWeek);
  const level = mean * recentFactor(issued, count, mean, dispersion);
  const stays = stayCurves(ledger, total);

  /** Exclusions expected to come in on each day ahead. */
  const coming = Array.from({ length: DAYS_AHEAD }, (_, ahead) => {
    const day = days[asOf + 1 + ahead];
    if (day === undefined) return 0;
    return level * (byWeekday[weekdayAt(day)] ?? 1) * (byTermWeek[termWeekAt(day)] ?? 1);
  });

  return (target) => {
    const places = new Float64Array(2 * STAGES);
    const slots = days[target]?.slots ?? [];
    for (const half of [0, 1]) {
      if (!slots.includes(half === 0 ? 'am' : 'pm')) continue;
      for (let stage = 0; stage < STAGES; stage += 1) {
        let sum = 0;
        for (let after = 0; after < target - asOf; after += 1) {
          sum += (coming[target - asOf - 1 - after] ?? 0) * (stays[reachAt(stage, after, half)] ?? 0);
        }
        places[half * STAGES + stage] = sum;
      }
    }
    return places;
  };
}

/** Variance of the exclusions of a day for each unit of their mean: over 1, as one incident may bring several. */
function dispersionOf(issued: Int32Array, count: number, mean: number): number {
  if (mean === 0) return 1;
  let squares = 0;
  for (let at = 0; at < count; at += 1) squares += ((issued[at] ?? 0) - mean) ** 2;
  return Math.max(1, squares / count / mean);
}

function recentFactor(issued: Int32Array, count: number, mean: number, dispersion: number): number {
  const before = count - RECENT_DAYS;
  if (before <= 0) return 1;
  const cells = [
    { observed: sumBetween(issued, 0, before), expected: mean * before },
    { observed: sumBetween(issued, before, count), expected: mean * RECENT_DAYS },
  ];
  return shrunkFactors(cells, dispersion)[1] ?? 1;
}

/** A plain loop: the test on the past adds these up for every day of some years. */
function sumBetween(counts: Int32Array, from: number, to: number): number {
  let sum = 0;
  for (let at = from; at < to; at += 1) sum += counts[at] ?? 0;
  return sum;
}

/**
 * For one exclusion of the school: the chance that it is of a stage and needs a place so many school days after it came
 * on record. A stage with few exclusions borrows the lengths of all.
 */
function stayCurves({ reach, issuedByStage }: Ledger, total: number): Float64Array {
  const curves = new Float64Array(reach.length);
  if (total === 0) return curves;
  for (let after = 0; after < DAYS_AHEAD; after += 1) {
    for (const half of [0, 1]) {
      let all = 0;
      for (let stage = 0; stage < STAGES; stage += 1) all += reach[reachAt(stage, after, half)] ?? 0;
      for (let stage = 0; stage < STAGES; stage += 1) {
        const at = reachAt(stage, after, half);
        const own = issuedByStage[stage] ?? 0;
        const share = own / total;
        curves[at] = (share * ((reach[at] ?? 0) + (STAGE_WEIGHT * all) / total)) / (own + STAGE_WEIGHT);
      }
    }
  }
  return curves;
}
