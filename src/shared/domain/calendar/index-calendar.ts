import type { IsoDate } from '../../kernel/plain-date.ts';
import { buildWorking, type WorkingRange } from './build-working.ts';
import { closedBecause } from './closed-because.ts';
import { AM, bitOf, compileCalendar, PM, termNumber } from './compile-calendar.ts';
import { fromDayNumber, toDayNumber } from '../../kernel/day-number.ts';
import { referenceTermOf, schoolYearOf } from './school-year.ts';
import type { SchoolCalendar, SchoolYear, Session, Slot, Term, TermName, WorkingLine } from './types.ts';

/** A term by name, whether or not its dates are entered. */
export interface TermKey {
  readonly schoolYear: SchoolYear;
  readonly name: TermName;
}

/**
 * A school's calendar made ready for counting. Every look-up is by date text, in constant time or in time
 * proportional to its answer. Counting never runs across a term whose dates are missing: it stops before
 * it, and `missingTermAfter` names the term.
 */
export interface CalendarIndex {
  isSchoolSession(date: IsoDate, slot: Slot): boolean;
  /** True when the school meets for at least one half of the day. */
  isSchoolDay(date: IsoDate): boolean;
  /** The halves of the day on which the school meets. */
  slotsOn(date: IsoDate): readonly Slot[];
  /** "weekend", the closure's name, the holiday's name outside term, "not in a term"; undefined when open. */
  whyClosed(date: IsoDate, slot: Slot): string | undefined;
  /** The first school session after this one (which need not be a school session itself). */
  nextSchoolSession(after: Session): Session | undefined;
  /** The `n`th school day after `date`: 1 is the first school day AFTER it. Undefined past the entered terms. */
  schoolDayAfter(date: IsoDate, n: number): IsoDate | undefined;
  /** Up to `count` school sessions from `start` on; fewer when the entered terms end before. */
  sessionsFrom(start: Session, count: number): readonly Session[];
  /** The school sessions from `start` to `end`, both included; across missing terms too. */
  sessionsBetween(start: Session, end: Session): readonly Session[];
  /** The school days from `from` to `to`, both included. */
  schoolDaysBetween(from: IsoDate, to: IsoDate): readonly IsoDate[];
  /** The school's own term around a date; undefined between terms. */
  termOf(date: IsoDate): Term | undefined;
  /** The term by the reference dates of SI 2012/1033; every date has one. */
  referenceTermOf(date: IsoDate): TermKey;
  /** The school year of a date, from 1 August. */
  schoolYearOf(date: IsoDate): SchoolYear;
  /** Whether any term of the date's school year is entered. */
  covered(date: IsoDate): boolean;
  /** The first term after `date` whose dates are not entered; undefined when no term is entered before it. */
  missingTermAfter(date: IsoDate): TermKey | undefined;
  /** The working of counted sessions (in order), with the closed days between them and in the range given. */
  workingFor(counted: readonly Session[], range?: WorkingRange): readonly WorkingLine[];
}

const SLOTS_BY_BITS: readonly (readonly Slot[])[] = [[], ['am'], ['pm'], ['am', 'pm']];
const TERM_NAMES: readonly TermName[] = ['autumn', 'spring', 'summer'];

const codeOf = (session: Session): number => toDayNumber(session.date) * 2 + (session.slot === 'pm' ? 1 : 0);
const sessionOf = (code: number): Session => ({
  date: fromDayNumber(Math.floor(code / 2)),
  slot: code % 2 === 0 ? 'am' : 'pm',
});

/** Builds the look-ups of a calendar: once per calendar, some milliseconds for ten school years. */
export function indexCalendar(calendar: SchoolCalendar): CalendarIndex {
  const compiled = compileCalendar(calendar);
  const { firstDay, lastDay, terms, sessions, positions } = compiled;
  const years = new Set(calendar.terms.map((term) => term.schoolYear));

  const bitsOn = (day: number): number => compiled.open[day - firstDay] ?? 0;
  const termAt = (day: number) => terms[compiled.termAt[day - firstDay] ?? -1];
  const startOf = (day: number): number =>
    day <= firstDay ? 0 : day > lastDay ? sessions.length : (positions[day - firstDay] ?? 0);

  /** Position of the first school session at or after a code. */
  const positionFrom = (code: number): number => {
    const day = Math.floor(code / 2);
    return startOf(day) + (code % 2 === 1 && bitsOn(day) & AM ? 1 : 0);
  };

  /** Positions [start, end) that may be counted from a code on without crossing a missing term. */
  const countable = (code: number): { readonly start: number; readonly end: number } => {
    const start = positionFrom(code);
    const nothing = { start, end: start };
    const first = sessions[start];
    const term = first === undefined ? undefined : termAt(Math.floor(first / 2));
    if (term === undefined) return nothing;
    const day = Math.floor(code / 2);
    const previous = terms.findLast((candidate) => candidate.from <= day);
    if (previous?.run !== term.run && day < term.reachableFrom) return nothing;
    const runEnd = terms.findLast((candidate) => candidate.run === term.run)?.to ?? lastDay;
    return { start, end: startOf(runEnd + 1) };
  };

  const slice = (start: number, end: number): Session[] =>
    Array.from(sessions.subarray(start, end), sessionOf);

  return {
    isSchoolSession: (date, slot) => (bitsOn(toDayNumber(date)) & bitOf(slot)) !== 0,
    isSchoolDay: (date) => bitsOn(toDayNumber(date)) !== 0,
    slotsOn: (date) => SLOTS_BY_BITS[bitsOn(toDayNumber(date)) & (AM | PM)] ?? [],
    whyClosed: (date, slot) => closedBecause(compiled, toDayNumber(date), slot)?.reason,
    nextSchoolSession: (after) => {
      const { start, end } = countable(codeOf(after) + 1);
      const code = start < end ? sessions[start] : undefined;
      return code === undefined ? undefined : sessionOf(code);
    },
    schoolDayAfter: (date, n) => {
      const { start, end } = countable((toDayNumber(date) + 1) * 2);
      let position = start;
      let day: number | undefined;
      for (let found = 0; found < n; found += 1) {
        const code = position < end ? sessions[position] : undefined;
        if (code === undefined) return undefined;
        day = Math.floor(code / 2);
        position = startOf(day + 1);
      }
      return day === undefined ? undefined : fromDayNumber(day);
    },
    sessionsFrom: (first, count) => {
      const { start, end } = countable(codeOf(first));
      return slice(start, Math.min(end, start + Math.max(0, count)));
    },
    sessionsBetween: (first, last) => slice(positionFrom(codeOf(first)), positionFrom(codeOf(last) + 1)),
    schoolDaysBetween: (from, to) => {
      const days: IsoDate[] = [];
      const last = Math.min(toDayNumber(to), lastDay);
      for (let day = Math.max(toDayNumber(from), firstDay); day <= last; day += 1) {
        if (bitsOn(day) !== 0) days.push(fromDayNumber(day));
      }
      return days;
    },
    termOf: (date) => termAt(toDayNumber(date))?.term,
    referenceTermOf,
    schoolYearOf,
    covered: (date) => years.has(schoolYearOf(date)),
    missingTermAfter: (date) => {
      const day = toDayNumber(date);
      const run = terms.findLast((term) => term.from <= day)?.run;
      const last = terms.findLast((term) => term.run === run);
      if (run === undefined || last === undefined) return undefined;
      const number = termNumber(last.term) + 1;
      return { schoolYear: Math.floor(number / 3), name: TERM_NAMES[number % 3] ?? 'autumn' };
    },
    workingFor: (counted, range = {}) => buildWorking(compiled, counted, range),
  };
}
