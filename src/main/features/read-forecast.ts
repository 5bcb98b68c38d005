import type { OperationOutput } from '#shared/contract/contract.ts';
import { formatShortDate } from '#shared/domain/calendar/format-date.ts';
import type { CalendarIndex } from '#shared/domain/calendar/index-calendar.ts';
import { notEntered } from '#shared/domain/calendar/not-entered.ts';
import type { Slot } from '#shared/domain/calendar/types.ts';
import { RANGE_LEVEL } from '#shared/domain/forecast/count-range.ts';
import { ENOUGH, forecastPlaces } from '#shared/domain/forecast/forecast-places.ts';
import { DAYS_AHEAD } from '#shared/domain/forecast/ledger.ts';
import type { DayNeed, ForecastOutcome, Places } from '#shared/domain/forecast/types.ts';
import type { Clock } from '#shared/kernel/clock.ts';
import { addDays, type IsoDate } from '#shared/kernel/plain-date.ts';
import type { Result } from '#shared/kernel/result.ts';
import { KEY_STAGE_WORDS, sayForecast } from '#shared/text/forecast-words.ts';
import { readCalendarIndex } from '../storage/repositories/exclusion-calendar.ts';
import { readForecastHistory } from '../storage/repositories/forecast-history.ts';
import { readActivePlaces } from '../storage/repositories/places.ts';
import { readProviders } from '../storage/repositories/providers.ts';
import type { Db } from '../storage/store.ts';
import { homeSchool } from './home-school.ts';
import { forecastRecord } from './forecast-record.ts';
import { placesAt } from './places-free.ts';

type Answer = OperationOutput<'forecast.get'>;
type Need = NonNullable<Answer['days'][number]['need']>;

/** Ten school days lie within this many days, the summer holiday among them. */
const HORIZON_DAYS = 90;

/** Places likely needed on the next ten school days beside those free; only while the test on the past allows it. */
export async function readForecast(db: Db, clock: Clock): Promise<Result<Answer>> {
  const home = await homeSchool(db);
  if (!home.ok) return home;
  const schoolId = home.value.school.id;
  const today = clock.today();
  const calendar = await readCalendarIndex(db, schoolId);
  const horizon = calendar
    .schoolDaysBetween(addDays(today, 1), addDays(today, HORIZON_DAYS))
    .slice(0, DAYS_AHEAD);
  const outcome = await rememberedForecast(db, { schoolId, today, calendar, horizon });

  const providers = await readProviders(db, { schoolId, closuresFrom: today });
  const period = { from: horizon.at(0) ?? today, to: horizon.at(-1) ?? today };
  const at = placesAt(providers, await readActivePlaces(db, clock.now(), period));
  const needs = new Map(outcome.type === 'given' ? outcome.days.map((day) => [day.date, day]) : []);
  const days = horizon.map((date): Answer['days'][number] => {
    const slots = calendar.slotsOn(date);
    const count = (of: 'free' | 'taken') =>
      byHalf((slot) => (slots.includes(slot) ? at({ date, slot })[of] : 0));
    const [free, taken] = [count('free'), count('taken')];
    const need = needs.get(date);
    return {
      date,
      label: formatShortDate(date),
      slots: [...slots],
      free,
      taken,
      ...(need ? { need: sayNeed(need, { free, taken }) } : {}),
    };
  });
  return {
    ok: true,
    value: {
      today,
      days,
      given: outcome.type === 'given',
      level: RANGE_LEVEL,
      history: outcome.history,
      ...(outcome.type === 'too-little' ? {} : { test: outcome.test }),
      sentence: sayForecast(outcome, ENOUGH),
      ...(horizon.length < DAYS_AHEAD ? { daysMissing: notEntered(calendar, today) } : {}),
    },
  };
}

const byHalf = (count: (slot: Slot) => number): Places => {
  const [am, pm] = [count('am'), count('pm')];
  return { am, pm, total: am + pm };
};

function sayNeed(
  { known, expected, range, byStage }: DayNeed,
  { free, taken }: { readonly free: Places; readonly taken: Places },
): Need {
  const lacks = (needed: (slot: Slot) => number) =>
    (['am', 'pm'] as const).some((slot) => needed(slot) - taken[slot] > free[slot]);
  const short = lacks((slot) => known[slot] + expected[slot]);
  return {
    known,
    expected,
    range,
    byStage: byStage.map((one) => ({ ...one, label: KEY_STAGE_WORDS[one.stage] })),
    verdict: short ? 'short' : lacks((slot) => range[slot].high) ? 'may-run-short' : 'enough',
  };
}

interface Wanted {
  readonly schoolId: string;
  readonly today: IsoDate;
  readonly calendar: CalendarIndex;
  readonly horizon: readonly IsoDate[];
}

const remembered = new WeakMap<
  Db,
  { readonly today: IsoDate; readonly version: number; readonly outcome: ForecastOutcome }
>();

/** The test on the past takes some hundredths of a second: it holds for as long as nobody has committed anything. */
async function rememberedForecast(db: Db, wanted: Wanted): Promise<ForecastOutcome> {
  const { schoolId, today, calendar, horizon } = wanted;
  const version = db.dataVersion?.();
  const last = remembered.get(db);
  if (version !== undefined && last?.today === today && last.version === version) return last.outcome;
  const exclusions = await readForecastHistory(db, schoolId);
  const outcome = forecastPlaces(forecastRecord(exclusions, calendar, today, horizon));
  if (version !== undefined) remembered.set(db, { today, version, outcome });
  return outcome;
}
