import { Temporal } from 'temporal-polyfill';

/*
 * A second opinion on counting: it walks the calendar half day by half day, with Temporal, and shares no code
 * with the domain, not even its types. It is slow and plain on purpose. Where the two differ one is wrong.
 */

type Half = 'am' | 'pm';

interface SlowSession {
  readonly date: string;
  readonly slot: Half;
}

interface SlowCalendar {
  readonly terms: readonly {
    readonly schoolYear: number;
    readonly name: 'autumn' | 'spring' | 'summer';
    readonly from: string;
    readonly to: string;
  }[];
  readonly closures: readonly { readonly from: string; readonly to: string; readonly slot: Half | 'all' }[];
}

/** Easter Mondays as printed in almanacs, so that the computus has something to be compared with. */
const EASTER_MONDAYS = new Set(
  [
    '2003-04-21 2004-04-12 2005-03-28 2006-04-17 2007-04-09 2008-03-24 2009-04-13 2010-04-05',
    '2011-04-25 2012-04-09 2013-04-01 2014-04-21 2015-04-06 2016-03-28 2017-04-17 2018-04-02',
    '2019-04-22 2020-04-13 2021-04-05 2022-04-18 2023-04-10 2024-04-01 2025-04-21 2026-04-06',
    '2027-03-29 2028-04-17 2029-04-02 2030-04-22 2031-04-14 2032-03-29 2033-04-18',
  ]
    .join(' ')
    .split(' '),
);

/** Making dates is what takes most of the time, so each is made once. */
const read = new Map<string, Temporal.PlainDate>();
function dayOf(date: string): Temporal.PlainDate {
  const day = read.get(date) ?? Temporal.PlainDate.from(date);
  read.set(date, day);
  return day;
}

const tomorrows = new Map<string, string>();
function later(date: string): string {
  const next = tomorrows.get(date) ?? dayOf(date).add({ days: 1 }).toString();
  tomorrows.set(date, next);
  return next;
}
const within = (date: string, span: { readonly from: string; readonly to: string }): boolean =>
  Temporal.PlainDate.compare(dayOf(date), dayOf(span.from)) >= 0 &&
  Temporal.PlainDate.compare(dayOf(date), dayOf(span.to)) <= 0;

export interface SlowCount {
  readonly sessions: readonly SlowSession[];
  readonly returnsOn: SlowSession | undefined;
  /** Every closed half day after the first session and before the return (or the last session). */
  readonly closed: readonly SlowSession[];
}

export function slowCounter(calendar: SlowCalendar) {
  const seen = new Map<string, boolean>();

  function meets({ date, slot }: SlowSession): boolean {
    const key = `${date}/${slot}`;
    const known = seen.get(key);
    if (known !== undefined) return known;
    const answer =
      dayOf(date).dayOfWeek < 6 &&
      calendar.terms.some((term) => within(date, term)) &&
      !calendar.closures.some(
        (closure) => (closure.slot === 'all' || closure.slot === slot) && within(date, closure),
      );
    seen.set(key, answer);
    return answer;
  }

  /** The half day after this one, or nothing when the walk would leave a term for one that is not entered. */
  function stepOn({ date, slot }: SlowSession): SlowSession | undefined {
    if (slot === 'am') return { date, slot: 'pm' };
    const next = later(date);
    const left = calendar.terms.find((term) => term.to === date);
    if (left === undefined) return { date: next, slot: 'am' };
    const follows =
      left.name === 'autumn'
        ? { name: 'spring', schoolYear: left.schoolYear }
        : left.name === 'spring'
          ? { name: 'summer', schoolYear: left.schoolYear }
          : { name: 'autumn', schoolYear: left.schoolYear + 1 };
    const entered = calendar.terms.some(
      (term) => term.name === follows.name && term.schoolYear === follows.schoolYear,
    );
    return entered ? { date: next, slot: 'am' } : undefined;
  }

  function countFrom(start: SlowSession, wanted: number): SlowCount | 'closed' | 'not-entered' {
    if (!meets(start)) return 'closed';
    const sessions: SlowSession[] = [];
    const closed: SlowSession[] = [];
    let closedAtLast = 0;
    let here: SlowSession | undefined = start;
    while (here !== undefined) {
      if (!meets(here)) closed.push(here);
      else if (sessions.length === wanted) return { sessions, returnsOn: here, closed };
      else {
        sessions.push(here);
        closedAtLast = closed.length;
      }
      here = stepOn(here);
    }
    if (sessions.length < wanted) return 'not-entered';
    return { sessions, returnsOn: undefined, closed: closed.slice(0, closedAtLast) };
  }

  /** Days with both halves, the first on `date` itself. */
  function lunchtimesFrom(date: string, wanted: number): string[] | 'closed' | 'not-entered' {
    const served = (day: string): boolean =>
      meets({ date: day, slot: 'am' }) && meets({ date: day, slot: 'pm' });
    if (!served(date)) return 'closed';
    const found: string[] = [];
    let here: SlowSession | undefined = { date, slot: 'pm' };
    while (here !== undefined) {
      if (here.slot === 'pm' && served(here.date)) found.push(here.date);
      if (found.length === wanted) return found;
      here = stepOn(here);
    }
    return 'not-entered';
  }

  /** The nth day after a day in a term on which the school meets at all. */
  function schoolDayAfter(date: string, n: number): string | undefined {
    let left = n;
    let here = stepOn({ date, slot: 'pm' });
    let counted = '';
    while (here !== undefined) {
      if (here.date !== counted && meets(here)) {
        counted = here.date;
        left -= 1;
        if (left === 0) return counted;
      }
      here = stepOn(here);
    }
    return undefined;
  }

  const yearOf = (date: string): number => {
    const day = dayOf(date);
    return day.month < 8 ? day.year - 1 : day.year;
  };

  /** Walks on from the date to the reference date that ends its term. */
  function referenceTermOf(date: string): string {
    let day = date;
    for (;;) {
      if (day.endsWith('-12-31')) return `${String(yearOf(date))} autumn`;
      if (day.endsWith('-07-31')) return `${String(yearOf(date))} summer`;
      day = later(day);
      if (EASTER_MONDAYS.has(day)) return `${String(yearOf(date))} spring`;
    }
  }

  const ownTermOf = (date: string): string => {
    const term = calendar.terms.find((candidate) => within(date, candidate));
    return term === undefined ? referenceTermOf(date) : `${String(term.schoolYear)} ${term.name}`;
  };

  /** Half days by "2025 autumn" (the higher of both readings) and by "2025". */
  function totals(dates: readonly string[]): ReadonlyMap<string, number> {
    const tally = (nameOf: (date: string) => string): Map<string, number> => {
      const found = new Map<string, number>();
      for (const date of dates) found.set(nameOf(date), (found.get(nameOf(date)) ?? 0) + 1);
      return found;
    };
    const own = tally(ownTermOf);
    const reference = tally(referenceTermOf);
    const result = tally((date) => String(yearOf(date)));
    for (const term of new Set([...own.keys(), ...reference.keys()])) {
      result.set(term, Math.max(own.get(term) ?? 0, reference.get(term) ?? 0));
    }
    return result;
  }

  return { meets, countFrom, lunchtimesFrom, schoolDayAfter, totals };
}
