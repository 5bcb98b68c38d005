import { backTest } from './back-test.ts';
import { DAYS_AHEAD, openLedger } from './ledger.ts';
import { replay, type ReplayedDay } from './replay.ts';
import { KEY_STAGES, type DayNeed, type ForecastOutcome, type ForecastRecord } from './types.ts';

/** School days and exclusions below which nothing is forecast: a school year, and some to learn lengths from. */
export const ENOUGH = { schoolDays: 190, exclusions: 40 } as const;

/** School days that are only learnt from before the first forecast is tested. */
const LEARNING_DAYS = 95;
/** Forecasts of the last so many school days are tested: about two school years. */
const TESTED_DAYS = 380;

/**
 * Places likely needed on each of the school days after today, from the school's own record. First the same forecast is
 * made on each past day from what was on record then; when it was not nearer to what came than the plain average of the
 * days before, or there is too little to tell, no forecast is given.
 */
export function forecastPlaces(record: ForecastRecord): ForecastOutcome {
  const { days, cases, today } = record;
  const schoolDays = days.filter(({ date }) => date <= today).length;
  // Today is not over: what came is known up to the school day before.
  const over = days.filter(({ date }) => date < today).length;
  const known = cases.filter(({ knownOn }) => knownOn <= today);
  const history = { from: days[0]?.date, schoolDays, exclusions: known.length };
  if (over < ENOUGH.schoolDays || known.length < ENOUGH.exclusions) return { type: 'too-little', history };

  const last = schoolDays - 1;
  const first = Math.max(LEARNING_DAYS - 1, over - TESTED_DAYS);
  const replayed = replay(record, first, last);
  const test = backTest(
    days,
    replayed.filter(({ target }) => target < over),
    finalNeed(record, last),
  );
  if (test === undefined) return { type: 'too-little', history };
  if (test.off.forecast >= test.off.plainAverage) return { type: 'no-better', history, test };
  const ahead = replayed.filter(({ asOf, target }) => asOf === last && target <= last + DAYS_AHEAD);
  return { type: 'given', history, test, days: ahead.map((one) => toDay(one, record)) };
}

/** Places needed on each day by everything on record now, whenever it came in: what came in the end. */
function finalNeed(record: ForecastRecord, last: number): Int32Array {
  const ledger = openLedger(record);
  for (let at = 0; at <= last; at += 1) ledger.advance(at);
  return ledger.known;
}

function toDay(
  { target, known, expected, range, knownByStage, expectedByStage }: ReplayedDay,
  { days, cases }: ForecastRecord,
): DayNeed {
  return {
    date: days[target]?.date ?? '',
    known,
    expected,
    range,
    byStage: KEY_STAGES.flatMap((stage, at) =>
      cases.some((one) => one.stage === stage)
        ? [{ stage, known: knownByStage[at] ?? 0, expected: expectedByStage[at] ?? 0 }]
        : [],
    ),
  };
}
