import { countBetween, countFromStart, type SessionCount } from '#shared/domain/calendar/count-sessions.ts';
import { formatDate } from '#shared/domain/calendar/format-date.ts';
import type { CalendarIndex } from '#shared/domain/calendar/index-calendar.ts';
import type { Session, WorkingLine } from '#shared/domain/calendar/types.ts';
import { countLunchtimes, type LunchtimeCount } from '#shared/domain/calendar/lunchtimes.ts';
import type { CountedExclusion } from '#shared/domain/exclusions/types.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import { refuse, type Result } from '#shared/kernel/result.ts';
import type { Draft, Problem } from './draft.ts';

/** What an exclusion takes of the calendar. */
export interface Span {
  readonly start: Session;
  /** Missing for a permanent exclusion. */
  readonly end?: Session;
  readonly returnsOn?: Session;
  readonly halfDays: CountedExclusion['halfDays'];
  readonly working: readonly WorkingLine[];
}

/** The span, or what is missing or wrong with the dates and the length; neither while nothing was entered. */
export interface SpanOutcome {
  readonly span?: Span;
  readonly problem?: Problem;
}

const ofSessions = (start: Session, { sessions, last, returnsOn, working }: SessionCount): Span => ({
  start,
  end: last,
  ...(returnsOn === undefined ? {} : { returnsOn }),
  halfDays: sessions,
  working,
});

const ofLunchtimes = (start: Session, { dates, last, returnsOn, working }: LunchtimeCount): Span => ({
  start,
  end: { date: last, slot: 'pm' },
  ...(returnsOn === undefined ? {} : { returnsOn: { date: returnsOn, slot: 'pm' } }),
  halfDays: dates.map((date) => ({ date, slot: 'lunch' })),
  working,
});

const error = (field: string, message: string): SpanOutcome => ({
  problem: { severity: 'error', field, message },
});

/** Counts what the draft would take, by its length or by its end, whichever leads. */
export function spanOfDraft(draft: Draft, index: CalendarIndex, noun: string): SpanOutcome {
  if (draft.startDate === undefined) return error('startDate', `Enter the day the ${noun} starts.`);
  const lunchtime = draft.kind === 'lunchtime';
  // A lunchtime exclusion has no half of the day; it is kept as beginning with the day.
  const start: Session = { date: draft.startDate, slot: lunchtime ? 'am' : draft.startSlot };
  if (draft.kind === 'permanent') {
    return { span: { start, halfDays: [], working: [] } };
  }
  const counted = lunchtime ? countLunches(draft, index, start) : countSessions(draft, index, start);
  if (counted === undefined) return error(missingField(draft), missingLength(draft));
  if (counted.ok) return { span: counted.value };
  const startOpen = lunchtime
    ? index.slotsOn(start.date).length === 2
    : index.isSchoolSession(start.date, start.slot);
  const message = index.covered(start.date)
    ? counted.error.message
    : `${counted.error.message} You find it under Settings.`;
  if (startOpen) return error(missingField(draft), message);
  return error(!lunchtime && index.isSchoolDay(start.date) ? 'startSlot' : 'startDate', message);
}

function countSessions(draft: Draft, index: CalendarIndex, start: Session): Result<Span> | undefined {
  const { lengthBy, halfDays, end } = draft;
  if (lengthBy === 'half-days' && halfDays !== undefined) {
    return mapResult(countFromStart(index, start, halfDays), (count) => ofSessions(start, count));
  }
  if (lengthBy === 'end' && end !== undefined) {
    return mapResult(countBetween(index, start, end), (count) => ofSessions(start, count));
  }
  return undefined;
}

function countLunches(draft: Draft, index: CalendarIndex, start: Session): Result<Span> | undefined {
  const { lengthBy, halfDays, end } = draft;
  const lunchtimes = lengthBy === 'end' ? lunchtimesUpTo(index, start.date, end?.date) : halfDays;
  if (lunchtimes === undefined) return undefined;
  if (lunchtimes === 0 && end !== undefined) {
    return refuse(
      'invalid-input',
      `The last lunchtime, ${formatDate(end.date)}, must be a school day, the first one or a later one.`,
    );
  }
  return mapResult(countLunchtimes(index, start.date, lunchtimes), (count) => ofLunchtimes(start, count));
}

/** How many lunchtimes there are up to a last one; 0 when that is not a day with a lunchtime, or before the start. */
function lunchtimesUpTo(index: CalendarIndex, start: IsoDate, end: IsoDate | undefined): number | undefined {
  if (end === undefined) return undefined;
  const dates = index.schoolDaysBetween(start, end).filter((date) => index.slotsOn(date).length === 2);
  return dates.at(-1) === end ? dates.length : 0;
}

const mapResult = <A, B>(result: Result<A>, map: (value: A) => B): Result<B> =>
  result.ok ? { ok: true, value: map(result.value) } : result;

const missingField = (draft: Draft): string => (draft.lengthBy === 'end' ? 'end' : 'halfDays');

function missingLength({ kind, lengthBy }: Draft): string {
  if (kind === 'lunchtime') {
    return lengthBy === 'end' ? 'Enter the last lunchtime.' : 'Enter how many lunchtimes.';
  }
  return lengthBy === 'end' ? 'Enter the last session out.' : 'Enter how long: half a day to 45 days.';
}
