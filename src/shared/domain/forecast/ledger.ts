import type { IsoDate } from '../../kernel/plain-date.ts';
import type { Session } from '../calendar/types.ts';
import { toDayNumber, weekdayOfDayNumber } from '../../kernel/day-number.ts';
import { KEY_STAGES, type ForecastDay, type ForecastRecord, type RecordedCase } from './types.ts';

/** School days that a forecast reaches ahead. */
export const DAYS_AHEAD = 10;
/** Weeks of term that are told apart; later ones count as the last. */
export const TERM_WEEKS = 15;
export const WEEKDAYS = 5;
export const STAGES = KEY_STAGES.length;

/** Position of a half day of day `day` in arrays of half days: am, then pm. */
export const halfAt = (day: number, half: number): number => day * 2 + half;

export const weekdayAt = ({ date }: ForecastDay): number => weekdayOfDayNumber(toDayNumber(date)) - 1;
export const termWeekAt = ({ termWeek }: ForecastDay): number =>
  Math.min(Math.max(termWeek, 1), TERM_WEEKS) - 1;

interface Entry {
  readonly stage: number;
  /** The day from which reach is counted: the one on which the exclusion came on record. */
  readonly issued: number;
  readonly halves: readonly number[];
}

/**
 * What was on record by the evening of each school day, walked through day by day. Whole numbers only, so that the
 * order in which exclusions were entered changes nothing.
 */
export interface Ledger {
  /** Takes on record what came in on a day; days in order, each once. */
  advance(day: number): void;
  /** Places needed at each half day by what is on record. */
  readonly known: Int32Array;
  /** The same by key stage: half day times stages plus stage. */
  readonly knownByStage: Int32Array;
  /** Exclusions that came on record on each day so far. */
  readonly issued: Int32Array;
  readonly issuedByStage: Int32Array;
  readonly issuedByWeekday: Int32Array;
  readonly issuedByTermWeek: Int32Array;
  readonly daysByWeekday: Int32Array;
  readonly daysByTermWeek: Int32Array;
  /** Places needed so many school days after the exclusion came on record: stage, then days after, then half. */
  readonly reach: Int32Array;
}

export const reachAt = (stage: number, after: number, half: number): number =>
  (stage * DAYS_AHEAD + after) * 2 + half;

/** Opens the ledger before its first day; what came on record earlier is known from the first day on. */
export function openLedger({ days, cases, today }: ForecastRecord): Ledger {
  const entries = indexEntries(days, cases, today);
  const known = new Int32Array(days.length * 2);
  const knownByStage = new Int32Array(days.length * 2 * STAGES);
  const issued = new Int32Array(days.length);
  const issuedByStage = new Int32Array(STAGES);
  const issuedByWeekday = new Int32Array(WEEKDAYS);
  const issuedByTermWeek = new Int32Array(TERM_WEEKS);
  const daysByWeekday = new Int32Array(WEEKDAYS);
  const daysByTermWeek = new Int32Array(TERM_WEEKS);
  const reach = new Int32Array(STAGES * DAYS_AHEAD * 2);
  const enter = ({ stage, issued: from, halves }: Entry, sign: 1 | -1): void => {
    for (const half of halves) {
      add(known, half, sign);
      add(knownByStage, half * STAGES + stage, sign);
      const after = Math.floor(half / 2) - from;
      if (after >= 0 && after < DAYS_AHEAD) add(reach, reachAt(stage, after, half % 2), sign);
    }
  };
  return {
    known,
    knownByStage,
    issued,
    issuedByStage,
    issuedByWeekday,
    issuedByTermWeek,
    daysByWeekday,
    daysByTermWeek,
    reach,
    advance: (at) => {
      const day = days[at];
      if (day === undefined) return;
      add(daysByWeekday, weekdayAt(day), 1);
      add(daysByTermWeek, termWeekAt(day), 1);
      for (const entry of entries.issued[at] ?? []) {
        enter(entry, 1);
        add(issued, at, 1);
        add(issuedByStage, entry.stage, 1);
        add(issuedByWeekday, weekdayAt(day), 1);
        add(issuedByTermWeek, termWeekAt(day), 1);
      }
      for (const entry of entries.givenBack[at] ?? []) enter(entry, -1);
    },
  };
}

const add = (counts: Int32Array, at: number, by: number): void => {
  counts[at] = (counts[at] ?? 0) + by;
};

/** Exclusions and what was given back of them, by the position of the day on which they came on record. */
function indexEntries(days: readonly ForecastDay[], cases: readonly RecordedCase[], today: IsoDate) {
  const positions = new Map(days.map(({ date }, at) => [date, at]));
  const halvesOf = (sessions: readonly Session[]): number[] =>
    sessions.flatMap(({ date, slot }) => {
      const at = positions.get(date);
      return at === undefined ? [] : [halfAt(at, slot === 'am' ? 0 : 1)];
    });
  const issued: Entry[][] = days.map(() => []);
  const givenBack: Entry[][] = days.map(() => []);
  for (const one of cases) {
    if (one.knownOn > today) continue;
    const at = lastDayUpTo(days, one.knownOn);
    const stage = KEY_STAGES.indexOf(one.stage);
    issued[at]?.push({ stage, issued: at, halves: halvesOf(one.sessions) });
    if (one.givenBack === undefined || one.givenBack.knownOn > today) continue;
    const backAt = Math.max(at, lastDayUpTo(days, one.givenBack.knownOn));
    givenBack[backAt]?.push({ stage, issued: at, halves: halvesOf(one.givenBack.sessions) });
  }
  return { issued, givenBack };
}

/** Position of the last school day up to a date: what comes in at a weekend is known before Monday. 0 before the first. */
export function lastDayUpTo(days: readonly ForecastDay[], date: IsoDate): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((days[middle]?.date ?? '') <= date) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}
