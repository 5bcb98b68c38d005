import type { PlaceRange } from './types.ts';

/** What comes lies within a stated range at least so often, if it comes as the model says. */
export const RANGE_LEVEL = 0.8;

/** Beyond this mean the bell curve is as good, and the probability of none is too small a number to start from. */
const MANY = 300;
/** Distance, in standard deviations, of the ends of the middle 80 % of a bell curve. */
const BELL_80 = 1.2816;

/**
 * The middle range of a count with this mean and this variance for each unit of mean (`dispersion`, 1 or more: Poisson
 * at 1, negative binomial above). Each end has at most a tenth beyond it; the mean always lies within.
 */
export function countRange(mean: number, dispersion: number): PlaceRange {
  if (mean <= 0) return { low: 0, high: 0 };
  const { low, high } = mean > MANY ? bellRange(mean, dispersion) : middleOf(mean, dispersion);
  return { low: Math.min(low, Math.floor(mean)), high: Math.max(high, Math.ceil(mean)) };
}

function bellRange(mean: number, dispersion: number): PlaceRange {
  const reach = BELL_80 * Math.sqrt(mean * dispersion);
  return { low: Math.max(0, Math.floor(mean - reach)), high: Math.ceil(mean + reach) };
}

function middleOf(mean: number, dispersion: number): PlaceRange {
  const tail = (1 - RANGE_LEVEL) / 2;
  const extra = Math.max(dispersion - 1, 0);
  const poisson = extra < 1e-6;
  const size = mean / extra;
  let chance = poisson ? Math.exp(-mean) : dispersion ** -size;
  let upTo = chance;
  let low = upTo >= tail ? 0 : undefined;
  let count = 0;
  // The chances of all counts add up to 1 but for rounding, so a margin stands for it.
  while (upTo < 1 - tail && count < MANY * MANY) {
    chance *= poisson ? mean / (count + 1) : (((count + size) / (count + 1)) * extra) / dispersion;
    upTo += chance;
    count += 1;
    if (low === undefined && upTo >= tail) low = count;
  }
  return { low: low ?? count, high: count };
}
