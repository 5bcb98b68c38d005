import { countRange } from './count-range.ts';
import { learnFrom } from './expected-places.ts';
import { DAYS_AHEAD, halfAt, openLedger, STAGES, type Ledger } from './ledger.ts';
import { PARTS, spreadOfErrors } from './spread-of-errors.ts';
import type { ForecastRecord, PlaceRange, Places } from './types.ts';

/** One day forecast on the evening of another, from what was on record then. Days are positions. */
export interface ReplayedDay {
  readonly asOf: number;
  readonly target: number;
  readonly known: Places;
  readonly expected: Places;
  readonly range: { readonly am: PlaceRange; readonly pm: PlaceRange; readonly total: PlaceRange };
  /** Places of the whole day by position of the key stage. */
  readonly knownByStage: readonly number[];
  readonly expectedByStage: readonly number[];
  /** What simpler ways would have said of the day's total on the same evening. */
  readonly rivals: { readonly plainAverage: number; readonly averageAndKnown: number };
}

/**
 * Goes through the record day by day up to the evening of `last`, and gives what would have been forecast of the days
 * ahead on each evening from `first` on. Nothing that came on record later is used for any of them.
 */
export function replay(record: ForecastRecord, first: number, last: number): readonly ReplayedDay[] {
  const { days } = record;
  const ledger = openLedger(record);
  const spread = spreadOfErrors();
  const pending: ReplayedDay[][] = days.map(() => []);
  const later = Array.from({ length: DAYS_AHEAD }, () => ({ places: 0, days: 0 }));
  const replayed: ReplayedDay[] = [];

  for (let asOf = 0; asOf <= last; asOf += 1) {
    ledger.advance(asOf);
    const came = placesOn(ledger, asOf);
    for (const made of pending[asOf] ?? []) {
      const ahead = asOf - made.asOf;
      for (const [part, name] of PARTS.entries()) {
        spread.learn(ahead, part, made.expected[name], came[name] - made.known[name]);
      }
      const sum = later[ahead - 1];
      if (sum) Object.assign(sum, { places: sum.places + came.total - made.known.total, days: sum.days + 1 });
    }
    const expect = learnFrom(days, ledger, asOf);
    const plainAverage = averageUpTo(ledger, asOf);
    for (let ahead = 1; ahead <= DAYS_AHEAD && asOf + ahead < days.length; ahead += 1) {
      const target = asOf + ahead;
      const known = placesOn(ledger, target);
      const byStage = expect(target);
      const expected = addUp(sumOf(byStage.subarray(0, STAGES)), sumOf(byStage.subarray(STAGES)));
      const rangeOf = (part: number): PlaceRange => {
        const name = PARTS[part] ?? 'total';
        const { low, high } = countRange(expected[name], spread.dispersion(ahead, part));
        return { low: known[name] + low, high: known[name] + high };
      };
      const sum = later[ahead - 1];
      const made: ReplayedDay = {
        asOf,
        target,
        known,
        expected,
        range: { am: rangeOf(0), pm: rangeOf(1), total: rangeOf(2) },
        knownByStage: stagesOn(ledger, target),
        expectedByStage: Array.from(
          { length: STAGES },
          (_, stage) => (byStage[stage] ?? 0) + (byStage[STAGES + stage] ?? 0),
        ),
        rivals: {
          plainAverage,
          averageAndKnown: known.total + (sum && sum.days > 0 ? sum.places / sum.days : 0),
        },
      };
      pending[target]?.push(made);
      if (asOf >= first) replayed.push(made);
    }
  }
  return replayed;
}

const addUp = (am: number, pm: number): Places => ({ am, pm, total: am + pm });

const sumOf = (numbers: Float64Array): number => numbers.reduce((sum, n) => sum + n, 0);

/** Places needed on a day by what is on record. */
export const placesOn = ({ known }: Pick<Ledger, 'known'>, day: number): Places =>
  addUp(known[halfAt(day, 0)] ?? 0, known[halfAt(day, 1)] ?? 0);

const stagesOn = ({ knownByStage }: Ledger, day: number): readonly number[] =>
  Array.from(
    { length: STAGES },
    (_, stage) =>
      (knownByStage[halfAt(day, 0) * STAGES + stage] ?? 0) +
      (knownByStage[halfAt(day, 1) * STAGES + stage] ?? 0),
  );

/** Mean need of the school days so far, as they are on record. */
function averageUpTo({ known }: Ledger, asOf: number): number {
  let sum = 0;
  for (let half = 0; half < (asOf + 1) * 2; half += 1) sum += known[half] ?? 0;
  return sum / (asOf + 1);
}
