import { assertNever } from '../../kernel/assert-never.ts';
import type { IsoDate } from '../../kernel/plain-date.ts';
import { formatDayMonth, formatShortDate } from './format-date.ts';
import type { Session, Slot, WorkingLine } from './types.ts';

const spanOf = (from: IsoDate, to: IsoDate): string =>
  from === to ? formatShortDate(from) : `${formatShortDate(from)} to ${formatShortDate(to)}`;

const slotsText = (slots: readonly (Slot | 'lunch')[]): string =>
  slots.map((slot) => (slot === 'lunch' ? 'lunchtime' : slot)).join(' and ');

/** One line of the working: "Mon 2 June am and pm", "Sat 24 May to Sun 1 June: half-term". */
export function describeLine(line: WorkingLine): string {
  switch (line.type) {
    case 'counted':
      return `${formatShortDate(line.date)} ${slotsText(line.slots)}`;
    case 'closed': {
      const half = line.slot === 'all' ? '' : ` ${line.slot}`;
      return `${spanOf(line.from, line.to)}${half}: ${line.reason}`;
    }
    default:
      return assertNever(line);
  }
}

/** The working as text, line by line. */
export function describeWorking(working: readonly WorkingLine[]): readonly string[] {
  return working.map(describeLine);
}

/** The date of a line that counts a whole day. */
const fullDay = (line: WorkingLine | undefined): IsoDate | undefined =>
  line?.type === 'counted' && line.slots.length === 2 ? line.date : undefined;

/** Full days that follow each other are one part: "Mon 2 June to Thu 5 June". */
function parts(working: readonly WorkingLine[]): string[] {
  const found: string[] = [];
  for (let at = 0; at < working.length; at += 1) {
    const line = working[at];
    if (line === undefined) break;
    const from = fullDay(line);
    if (from !== undefined) {
      let to = from;
      for (let next = fullDay(working[at + 1]); next !== undefined; next = fullDay(working[at + 1])) {
        to = next;
        at += 1;
      }
      found.push(spanOf(from, to));
    } else if (line.type === 'counted') {
      found.push(describeLine(line));
    } else if (line.from === line.to) {
      const half = line.slot === 'all' ? '' : ` ${line.slot}`;
      found.push(`${line.reason} ${formatDayMonth(line.from)}${half}`);
    } else {
      found.push(line.reason);
    }
  }
  return found;
}

/** What a summary ends with: a number of sessions or of lunchtimes, and the return when it is known. */
export interface WorkingOutcome {
  readonly count: number;
  readonly unit: 'session' | 'lunchtime';
  readonly returnsOn?: Session | { readonly date: IsoDate; readonly slot: 'lunch' };
}

/**
 * The working in one sentence: "Fri 23 May pm, half-term, INSET 2 June, Tue 3 June am = 2 sessions, back
 * Tue 3 June pm". Closed days after the last session are left out: the return tells of them.
 */
export function summariseWorking(working: readonly WorkingLine[], outcome: WorkingOutcome): string {
  const upTo = working.findLastIndex((line) => line.type === 'counted') + 1;
  const { count, unit, returnsOn } = outcome;
  const total = `${String(count)} ${unit}${count === 1 ? '' : 's'}`;
  const back =
    returnsOn === undefined ? '' : `, back ${formatShortDate(returnsOn.date)} ${slotsText([returnsOn.slot])}`;
  return `${parts(working.slice(0, upTo)).join(', ')} = ${total}${back}`;
}
