import type { CompiledCalendar } from './compile-calendar.ts';
import { weekdayOfDayNumber } from '../../kernel/day-number.ts';
import type { ClosureKind, Slot, TermName } from './types.ts';

/** Why a session is not one of the school's, in words that follow a date ("Mon 26 May: half-term"). */
export interface ClosedBecause {
  readonly reason: string;
  readonly kind: ClosureKind | 'weekend' | 'out-of-term';
}

const HOLIDAY_BEFORE: Readonly<Record<TermName, string>> = {
  autumn: 'summer holiday',
  spring: 'Christmas holiday',
  summer: 'Easter holiday',
};

function betweenTerms(compiled: CompiledCalendar, day: number): string {
  const next = compiled.terms.findIndex((term) => term.from > day);
  const before = compiled.terms[next - 1];
  const after = compiled.terms[next];
  if (before === undefined || after === undefined || before.run !== after.run) return 'not in a term';
  return before.term.name === after.term.name ? 'half-term' : HOLIDAY_BEFORE[after.term.name];
}

/**
 * The reason for one closed session; undefined when the school meets. A weekend inside a longer closure
 * bears the closure's name, because "Sat to Sun: weekend" in the middle of half-term only adds noise.
 */
export function closedBecause(
  compiled: CompiledCalendar,
  day: number,
  slot: Slot,
): ClosedBecause | undefined {
  const offset = day - compiled.firstDay;
  const closureAt = (slot === 'am' ? compiled.closureAm : compiled.closurePm)[offset] ?? -1;
  const closure = compiled.closures[closureAt];
  const weekend = weekdayOfDayNumber(day) > 5;
  const inTerm = (compiled.termAt[offset] ?? -1) >= 0;
  // Outside term a bank holiday must not cut the holiday round it in pieces.
  if (
    closure !== undefined &&
    (inTerm ? !weekend || closure.from < closure.to : closure.kind === 'holiday')
  ) {
    return { reason: closure.name, kind: closure.kind };
  }
  if (!inTerm) return { reason: betweenTerms(compiled, day), kind: 'out-of-term' };
  return weekend ? { reason: 'weekend', kind: 'weekend' } : undefined;
}
