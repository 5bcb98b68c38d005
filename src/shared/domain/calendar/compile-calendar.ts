import type { IsoDate } from '../../kernel/plain-date.ts';
import { toDayNumber, weekdayOfDayNumber } from '../../kernel/day-number.ts';
import type { Closure, SchoolCalendar, Slot, Term, TermName } from './types.ts';

const TERM_ORDER: Readonly<Record<TermName, number>> = { autumn: 0, spring: 1, summer: 2 };

/** Bits of one day's open sessions. */
export const AM = 1;
export const PM = 2;

/** One bit of the day's sessions. */
export const bitOf = (slot: Slot): number => (slot === 'am' ? AM : PM);

/** A term with its day numbers; `run` is equal for terms with no missing term between them. */
export interface CompiledTerm {
  readonly term: Term;
  readonly from: number;
  readonly to: number;
  readonly run: number;
  /** First day from which counting may run into this term: its own start, or 1 August for an autumn term. */
  readonly reachableFrom: number;
}

/** Arrays by `dayNumber - firstDay`; `positions` has the number of sessions before that day. */
export interface CompiledCalendar {
  readonly firstDay: number;
  readonly lastDay: number;
  readonly terms: readonly CompiledTerm[];
  readonly open: Uint8Array;
  readonly termAt: Int16Array;
  readonly closures: readonly Closure[];
  readonly closureAm: Int16Array;
  readonly closurePm: Int16Array;
  readonly positions: Int32Array;
  /** Every school session as `dayNumber * 2 + (pm ? 1 : 0)`, in order. */
  readonly sessions: Int32Array;
}

/** Place of a term in the endless sequence of terms, so that the next term has the next number. */
export const termNumber = (term: Pick<Term, 'schoolYear' | 'name'>): number =>
  term.schoolYear * 3 + TERM_ORDER[term.name];

function compileTerms(terms: readonly Term[]): CompiledTerm[] {
  const sorted = terms.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  let run = 0;
  return sorted.map((term, at) => {
    const before = sorted[at - 1];
    // A missing term must stop a count: otherwise it would run on from July into the January after next.
    const gap = before === undefined ? 1 : termNumber(term) - termNumber(before);
    if (before !== undefined && (gap < 0 || gap > 1)) run += 1;
    const from = toDayNumber(term.from);
    const joined = before !== undefined && gap >= 0 && gap <= 1;
    const reachableFrom = joined
      ? toDayNumber(before.to)
      : term.name === 'autumn'
        ? Math.min(from, toDayNumber(`${String(term.schoolYear)}-08-01` satisfies IsoDate))
        : from;
    return { term, from, to: toDayNumber(term.to), run, reachableFrom };
  });
}

const lengthOf = (closure: Closure): number => toDayNumber(closure.to) - toDayNumber(closure.from);

/** Turns terms and closures into arrays by day. Where closures overlap, the longest names the day. */
export function compileCalendar(calendar: SchoolCalendar): CompiledCalendar {
  const terms = compileTerms(calendar.terms);
  const firstDay = Math.min(...terms.map((term) => term.from));
  const lastDay = Math.max(...terms.map((term) => term.to));
  const days = terms.length === 0 ? 0 : Math.max(0, lastDay - firstDay + 1);
  const open = new Uint8Array(days);
  const termAt = new Int16Array(days).fill(-1);
  terms.forEach(({ from, to }, at) => {
    for (let day = from; day <= to; day += 1) {
      termAt[day - firstDay] = at;
      if (weekdayOfDayNumber(day) <= 5) open[day - firstDay] = AM | PM;
    }
  });

  const closures = calendar.closures.toSorted((a, b) => lengthOf(a) - lengthOf(b));
  const closureAm = new Int16Array(days).fill(-1);
  const closurePm = new Int16Array(days).fill(-1);
  closures.forEach(({ from, to, slot }, at) => {
    const last = Math.min(toDayNumber(to), lastDay);
    for (let day = Math.max(toDayNumber(from), firstDay); day <= last; day += 1) {
      const offset = day - firstDay;
      if (slot !== 'pm') closureAm[offset] = at;
      if (slot !== 'am') closurePm[offset] = at;
      const shut = slot === 'all' ? AM | PM : bitOf(slot);
      open[offset] = (open[offset] ?? 0) & ~shut;
    }
  });

  const positions = new Int32Array(days + 1);
  const sessions: number[] = [];
  for (let offset = 0; offset < days; offset += 1) {
    positions[offset] = sessions.length;
    const bits = open[offset] ?? 0;
    if (bits & AM) sessions.push((firstDay + offset) * 2);
    if (bits & PM) sessions.push((firstDay + offset) * 2 + 1);
  }
  positions[days] = sessions.length;
  return {
    firstDay,
    lastDay,
    terms,
    open,
    termAt,
    closures,
    closureAm,
    closurePm,
    positions,
    sessions: Int32Array.from(sessions),
  };
}
