import { placesOn, type ReplayedDay } from './replay.ts';
import type { BackTest, ForecastDay } from './types.ts';

/** Holds forecasts of past days against what came; undefined when there are none. `known`: places at each half day. */
export function backTest(
  days: readonly ForecastDay[],
  forecasts: readonly ReplayedDay[],
  known: Int32Array,
): BackTest | undefined {
  const [first, last] = [forecasts.at(0), forecasts.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const off = { forecast: 0, plainAverage: 0, averageAndKnown: 0 };
  let inRange = 0;
  for (const made of forecasts) {
    const { total: came } = placesOn({ known }, made.target);
    off.forecast += Math.abs(made.known.total + made.expected.total - came);
    off.plainAverage += Math.abs(made.rivals.plainAverage - came);
    off.averageAndKnown += Math.abs(made.rivals.averageAndKnown - came);
    if (made.range.total.low <= came && came <= made.range.total.high) inRange += 1;
  }
  const count = forecasts.length;
  return {
    days: new Set(forecasts.map(({ asOf }) => asOf)).size,
    from: days[first.asOf]?.date ?? '',
    to: days[last.asOf]?.date ?? '',
    forecasts: count,
    off: {
      forecast: off.forecast / count,
      plainAverage: off.plainAverage / count,
      averageAndKnown: off.averageAndKnown / count,
    },
    inRange: inRange / count,
  };
}
