import { formatDate } from '../domain/calendar/format-date.ts';
import type { BackTest, ForecastOutcome, KeyStage } from '../domain/forecast/types.ts';

/** Labels of the key stages. */
export const KEY_STAGE_WORDS: Readonly<Record<KeyStage, string>> = {
  'early-years': 'Early years',
  ks1: 'Key stage 1',
  ks2: 'Key stage 2',
  ks3: 'Key stage 3',
  ks4: 'Key stage 4',
  'post-16': 'Post-16',
};

/** "1.9": places to a tenth. */
export const sayPlacesNumber = (places: number): string => places.toFixed(1);

/** To a hundredth: two ways of forecasting may lie close. */
const sayOff = (places: number): string => places.toFixed(2);

const many = (count: number, one: string): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : `${one}s`}`;

/**
 * How a forecast was worked out and how near it has been, or why none is given; with the numbers. `enough`: the least
 * history there must be.
 */
export function sayForecast(
  outcome: ForecastOutcome,
  enough: { readonly schoolDays: number; readonly exclusions: number },
): string {
  const { schoolDays, exclusions } = outcome.history;
  const from = `${many(exclusions, 'exclusion')} in ${many(schoolDays, 'school day')}`;
  switch (outcome.type) {
    case 'too-little':
      return (
        `No forecast yet. On record so far: ${from}. It takes at least ${String(enough.exclusions)} exclusions and ` +
        `${String(enough.schoolDays)} school days before today, to learn from and to test against.`
      );
    case 'no-better':
      return (
        `No forecast: tested on the past it was no better than a plain average. Worked out from ${from}, it was off ` +
        `by ${sayOff(outcome.test.off.forecast)} places a day, the plain average by ` +
        `${sayOff(outcome.test.off.plainAverage)}.`
      );
    case 'given':
      return `Worked out from ${from}. ${sayTest(outcome.test)}`;
  }
}

function sayTest({ days, from, to, off, inRange }: BackTest): string {
  return (
    `The same forecast made on each of ${many(days, 'past school day')} (${formatDate(from)} to ${formatDate(to)}), ` +
    `from what was on record then, was off by ${sayOff(off.forecast)} places a day; the plain average was ` +
    `off by ${sayOff(off.plainAverage)}, and the average added to the known cases by ` +
    `${sayOff(off.averageAndKnown)}. What came lay within the range in ` +
    `${String(Math.floor(inRange * 100))} of 100 forecasts.`
  );
}
