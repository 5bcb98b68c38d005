import { bitOf, type CompiledCalendar } from './compile-calendar.ts';
import { closedBecause, type ClosedBecause } from './closed-because.ts';
import { fromDayNumber, toDayNumber } from '../../kernel/day-number.ts';
import type { Session, Slot, WorkingLine } from './types.ts';

interface ClosedRun extends ClosedBecause {
  readonly from: number;
  to: number;
  readonly slot: Slot | 'all';
}

const SLOTS: readonly Slot[] = ['am', 'pm'];

function mergeNeighbours(runs: readonly ClosedRun[]): ClosedRun[] {
  const merged: ClosedRun[] = [];
  for (const run of runs) {
    const before = merged.at(-1);
    if (before?.reason === run.reason && before.slot === run.slot && before.to + 1 === run.from) {
      before.to = run.to;
    } else {
      merged.push({ ...run });
    }
  }
  return merged;
}

/** Holidays take the weekends that touch them: "Sat 24 May to Sun 1 June: half-term", as people say it. */
function absorbWeekends(days: readonly ClosedRun[]): ClosedRun[] {
  const runs = mergeNeighbours(days);
  const named = runs.map((run, at) => {
    if (run.kind !== 'weekend') return run;
    const owner = [runs[at - 1], runs[at + 1]].find(
      (next) =>
        next?.slot === 'all' &&
        (next.kind === 'holiday' || next.kind === 'out-of-term') &&
        (next.to + 1 === run.from || next.from === run.to + 1),
    );
    return owner === undefined ? run : { ...run, reason: owner.reason };
  });
  return mergeNeighbours(named);
}

function closedOn(compiled: CompiledCalendar, day: number, wanted: readonly Slot[]): ClosedRun[] {
  const found = wanted.flatMap((slot) => {
    const because = closedBecause(compiled, day, slot);
    return because === undefined ? [] : [{ ...because, from: day, to: day, slot }];
  });
  const [am, pm] = found;
  if (am !== undefined && pm !== undefined && am.reason === pm.reason) return [{ ...am, slot: 'all' }];
  return found;
}

/** Where the closed days of a working begin and end, when not at the first and last counted session. */
export interface WorkingRange {
  readonly from?: Session;
  readonly returnsOn?: Session;
}

/**
 * The working of a count: the counted sessions day by day, and between them, and from `from` and up to
 * `returnsOn` where given, the closed days with their reasons, in the order of the calendar. `counted`
 * must be in order; school sessions that were not counted get no line.
 */
export function buildWorking(
  compiled: CompiledCalendar,
  counted: readonly Session[],
  { from, returnsOn }: WorkingRange,
): WorkingLine[] {
  const first = from ?? counted[0];
  const last = returnsOn ?? counted.at(-1);
  if (first === undefined || last === undefined) return [];
  const slotsByDay = new Map<number, Slot[]>();
  for (const { date, slot } of counted) {
    const day = toDayNumber(date);
    const slots = slotsByDay.get(day);
    if (slots === undefined) slotsByDay.set(day, [slot]);
    else slots.push(slot);
  }

  const lines: WorkingLine[] = [];
  let runs: ClosedRun[] = [];
  const flush = (): void => {
    for (const run of absorbWeekends(runs)) {
      const { slot, reason } = run;
      lines.push({ type: 'closed', from: fromDayNumber(run.from), to: fromDayNumber(run.to), slot, reason });
    }
    runs = [];
  };
  const firstDay = toDayNumber(first.date);
  const lastDay = toDayNumber(last.date);
  for (let day = firstDay; day <= lastDay; day += 1) {
    const inRange = SLOTS.filter(
      (slot) =>
        (day > firstDay || bitOf(slot) >= bitOf(first.slot)) &&
        (day < lastDay || bitOf(slot) <= bitOf(last.slot)),
    );
    const closed = closedOn(compiled, day, inRange);
    const slots = slotsByDay.get(day);
    if (slots === undefined) {
      runs.push(...closed);
      continue;
    }
    const morning = closed.filter((run) => run.slot === 'am');
    runs.push(...morning);
    flush();
    lines.push({ type: 'counted', date: fromDayNumber(day), slots });
    runs.push(...closed.filter((run) => run.slot !== 'am'));
  }
  flush();
  return lines;
}
