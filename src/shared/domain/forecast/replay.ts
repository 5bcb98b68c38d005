import { countRange } from './count-range.ts';
import { learnFrom } from './expected-places.ts';
import { DAYS_AHEAD, halfAt, openLedger, STAGES, type Ledger } from './ledger.ts';
import { PARTS, spreadOfErrors } from './spread-of-errors.ts';
import type { ForecastRecord, PlaceRange, Places } from './types.ts';

/** How wrong forecasts are is learnt from those of so many school days before the first that is given. */
const WARM_UP_DAYS = 190;

/** One day forecast on the evening of another, from what was on record then. Days are positions. */
export interface ReplayedDay {
  readonly asOf: number;
  readonly target: number;
  readonly known: Places;
  readonly expected: Places;
  readonly range: { readonly am: PlaceRange; readonly pm: PlaceRange; readonly total: PlaceRange };
  /** Places of the whole day by position of the key stage; of the last evening only. */
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
    if (asOf < first - WARM_UP_DAYS) continue;
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
    const plainAverage = asOf < first ? 0 : averageUpTo(ledger, asOf);
    for (let ahead = 1; ahead <= DAYS_AHEAD && asOf + ahead < days.length; ahead += 1) {
      const target = asOf + ahead;
      const known = placesOn(ledger, target);
      const byStage = expect(target);
      const expected = addUp(sumOf(byStage, 0), sumOf(byStage, 1));
      const rangeOf = (part: number): PlaceRange => {
        if (asOf < first) return { low: 0, high: 0 };
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
        ...(asOf === last ? stagesOn(ledger, target, byStage) : NO_STAGES),
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

/** Of one half of a day, all stages together. */
function sumOf(places: Float64Array, half: number): number {
  let sum = 0;
  for (let stage = 0; stage < STAGES; stage += 1) sum += places[half * STAGES + stage] ?? 0;
  return sum;
}

/** Places needed on a day by what is on record. */
export const placesOn = ({ known }: Pick<Ledger, 'known'>, day: number): Places =>
  addUp(known[halfAt(day, 0)] ?? 0, known[halfAt(day, 1)] ?? 0);

const NO_STAGES = { knownByStage: [], expectedByStage: [] } as const;

/** Both halves of a day together, by stage. */
function stagesOn({ knownByStage }: Ledger, day: number, expected: Float64Array) {
  const first = halfAt(day, 0) * STAGES;
  const both = (places: Int32Array | Float64Array, at: number) =>
    Array.from(
      { length: STAGES },
      (_, stage) => (places[at + stage] ?? 0) + (places[at + STAGES + stage] ?? 0),
    );
  return { knownByStage: both(knownByStage, first), expectedByStage: both(expected, 0) };
}

/** Mean need of the school days so far, as they are on record. */
function averageUpTo({ known }: Ledger, asOf: number): number {
  let sum = 0;
  for (let half = 0; half < (asOf + 1) * 2; half += 1) sum += known[half] ?? 0;
  return sum / (asOf + 1);
}
