import type { IsoDate } from '../../kernel/plain-date.ts';
import type { Session, Slot } from '../calendar/types.ts';

/** Ages in the order of schooling; `early-years` is reception and before. */
export const KEY_STAGES = ['early-years', 'ks1', 'ks2', 'ks3', 'ks4', 'post-16'] as const;

export type KeyStage = (typeof KEY_STAGES)[number];

/** A day on which the school meets, with what a forecast reads of it. */
export interface ForecastDay {
  readonly date: IsoDate;
  /** The halves on which the school meets. */
  readonly slots: readonly Slot[];
  /** Weeks since the week in which the term began, from 1; half-term counts as a week. */
  readonly termWeek: number;
}

/** One exclusion that needs places, and from which day on that was on record. */
export interface RecordedCase {
  readonly stage: KeyStage;
  /** The day it came on record. */
  readonly knownOn: IsoDate;
  /** The sessions for which it needs a place, as it was decided. */
  readonly sessions: readonly Session[];
  /** Those of `sessions` that were given back, and the day that came on record. */
  readonly givenBack?: { readonly knownOn: IsoDate; readonly sessions: readonly Session[] };
}

/** Everything that a forecast is made from. */
export interface ForecastRecord {
  /** School days in order: those of the history, then those to be forecast. */
  readonly days: readonly ForecastDay[];
  /** In any order. */
  readonly cases: readonly RecordedCase[];
  /** The last day of which something may be on record; days after it are forecast. */
  readonly today: IsoDate;
}

/** Places by half of the day; `total` is their sum: a pupil who is out all day needs two. */
export interface Places {
  readonly am: number;
  readonly pm: number;
  readonly total: number;
}

/** Whole places from `low` to `high`, both included. */
export interface PlaceRange {
  readonly low: number;
  readonly high: number;
}

/** Places likely needed on one day. */
export interface DayNeed {
  readonly date: IsoDate;
  /** By exclusions on record. */
  readonly known: Places;
  /** By exclusions still to come: the mean of what may come. */
  readonly expected: Places;
  readonly range: { readonly am: PlaceRange; readonly pm: PlaceRange; readonly total: PlaceRange };
  /** Places of the whole day by key stage; stages without any history are left out. */
  readonly byStage: readonly {
    readonly stage: KeyStage;
    readonly known: number;
    readonly expected: number;
  }[];
}

/** How forecasts made on past days, from what was on record then, compare with what came. */
export interface BackTest {
  /** Days on which a forecast was made, from `from` to `to`. */
  readonly days: number;
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** Days forecast, ten for each of `days` at most. */
  readonly forecasts: number;
  /** Mean distance from what came, in places a day. */
  readonly off: {
    readonly forecast: number;
    /** The mean of all school days before. */
    readonly plainAverage: number;
    /** What was on record, and the mean of what came on record later, for forecasts made as long ahead. */
    readonly averageAndKnown: number;
  };
  /** Share (0 to 1) of days on which what came lay within the range. */
  readonly inRange: number;
}

export interface ForecastHistory {
  readonly from: IsoDate | undefined;
  readonly schoolDays: number;
  readonly exclusions: number;
}

/** A forecast is given only when there is enough to learn from and it was nearer than the plain average. */
export type ForecastOutcome =
  | { readonly type: 'too-little'; readonly history: ForecastHistory }
  | { readonly type: 'no-better'; readonly history: ForecastHistory; readonly test: BackTest }
  | {
      readonly type: 'given';
      readonly history: ForecastHistory;
      readonly test: BackTest;
      readonly days: readonly DayNeed[];
    };
