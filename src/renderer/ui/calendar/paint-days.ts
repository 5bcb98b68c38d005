import type { BankHoliday } from '#shared/domain/calendar/bank-holidays.ts';
import type { Closure, ClosureKind } from '#shared/domain/calendar/types.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import { closureKinds } from './closure-kinds.ts';
import { nextWeekday, weekdaysBetween } from './weekdays.ts';

/** What days are painted as; `open` makes them school days again. */
export type Brush = ClosureKind | 'open';

/**
 * Closed days after painting: `days` are weekdays, in order. What was there gives way, split where only a part of it
 * was painted; but a bank holiday stays under a holiday, whose days would otherwise lose its name. Days beside each
 * other become one entry, and join a neighbour of the same name.
 */
export function paintDays(
  closures: readonly Closure[],
  days: readonly IsoDate[],
  brush: Brush,
  bankHolidays: readonly BankHoliday[],
): Closure[] {
  const painted = new Set(days);
  const kept = closures.flatMap((closure) =>
    brush === 'holiday' && closure.kind === 'bank-holiday' ? [closure] : without(closure, painted),
  );
  if (brush === 'open') return kept.toSorted(byDate);
  const added =
    brush === 'bank-holiday'
      ? days.map((date) => wholeDays(date, date, brush, nameOn(date, bankHolidays)))
      : runsOf(days).map(({ from, to }) => wholeDays(from, to, brush, closureKinds[brush].name));
  return added.reduce(join, kept).toSorted(byDate);
}

/** Whether painting would change nothing: every day is of that kind already, all day. */
export function isPainted(closures: readonly Closure[], days: readonly IsoDate[], brush: Brush): boolean {
  return days.every((date) => {
    const covering = closures.filter(({ from, to }) => from <= date && date <= to);
    return brush === 'open'
      ? covering.length === 0
      : covering.some(({ kind, slot }) => kind === brush && slot === 'all');
  });
}

export function byDate(a: Closure, b: Closure): number {
  return `${a.from}${a.to}`.localeCompare(`${b.from}${b.to}`);
}

const wholeDays = (from: IsoDate, to: IsoDate, kind: ClosureKind, name: string): Closure => ({
  from,
  to,
  slot: 'all',
  kind,
  name,
});

const nameOn = (date: IsoDate, bankHolidays: readonly BankHoliday[]): string =>
  bankHolidays.find((holiday) => holiday.date === date)?.name ?? closureKinds['bank-holiday'].name;

/** What is left of a closure without some of its days. */
function without(closure: Closure, painted: ReadonlySet<IsoDate>): Closure[] {
  const days = weekdaysBetween(closure.from, closure.to);
  if (!days.some((date) => painted.has(date))) return [closure];
  return runsOf(days.filter((date) => !painted.has(date))).map(({ from, to }) => ({ ...closure, from, to }));
}

/** Days beside each other as spans; a weekend between them does not part them. */
function runsOf(days: readonly IsoDate[]): { readonly from: IsoDate; readonly to: IsoDate }[] {
  const runs: { from: IsoDate; to: IsoDate }[] = [];
  for (const date of days) {
    const last = runs.at(-1);
    if (last && nextWeekday(last.to) === date) last.to = date;
    else runs.push({ from: date, to: date });
  }
  return runs;
}

/** Adds a closure, joined with those of the same name that it touches. Bank holidays keep to themselves. */
function join(closures: readonly Closure[], added: Closure): Closure[] {
  const touches = (other: Closure) =>
    added.kind !== 'bank-holiday' &&
    other.kind === added.kind &&
    other.name === added.name &&
    other.slot === 'all' &&
    other.from <= nextWeekday(added.to) &&
    added.from <= nextWeekday(other.to);
  const joined = closures.filter(touches);
  return [
    ...closures.filter((other) => !touches(other)),
    {
      ...added,
      from: joined.reduce((first, { from }) => (from < first ? from : first), added.from),
      to: joined.reduce((last, { to }) => (to > last ? to : last), added.to),
    },
  ];
}
