import type { IsoDate } from '../../kernel/plain-date.ts';
import { addSchoolDays } from '../calendar/count-sessions.ts';
import type { CalendarIndex } from '../calendar/index-calendar.ts';
import type { Duty, DutyCase } from './types.ts';

/** The day part of a duty. */
export type Due = Pick<Duty, 'dueBy' | 'dueSlot' | 'notBefore' | 'working'>;

/** The day itself, with nothing counted. */
export const onDay = (dueBy: IsoDate): Due => ({ dueBy, working: [] });

/** No day yet: an event is waited for, or term dates are not entered. */
export const NO_DAY: Due = { working: [] };

/** The `days`th school day after `date`, with the working; no day while the term dates do not reach so far. */
export function schoolDaysAfter(index: CalendarIndex, date: IsoDate, days: number): Due {
  const counted = addSchoolDays(index, date, days);
  return counted.ok ? { dueBy: counted.value.date, working: counted.value.working } : NO_DAY;
}

/** The last school day of the school's own term around `date`, with the days from `date` to it left uncounted. */
export function endOfTerm(index: CalendarIndex, date: IsoDate): Due {
  const term = index.termOf(date);
  const last = term === undefined ? undefined : index.schoolDaysBetween(date, term.to).at(-1);
  return last === undefined ? NO_DAY : onDay(last);
}

/** School days of the unbroken run before this exclusion. */
function daysBefore({ education, exclusion }: DutyCase): number {
  return education.working.filter((line) => line.type === 'counted' && line.date < exclusion.start.date)
    .length;
}

/**
 * The `day`th day out of the unbroken run (1 is its first), as it falls in this exclusion: its last day when it ends
 * before, none when the day was already past at its start.
 */
export function dayOut(dutyCase: DutyCase, day: number): Due | undefined {
  const { exclusion, index } = dutyCase;
  const { start, last } = exclusion;
  const left = day - daysBefore(dutyCase);
  if (left < 1) return undefined;
  const until = left === 1 ? start.date : index.schoolDayAfter(start.date, left - 1);
  if (last !== undefined && (until === undefined || until > last.date)) return range(dutyCase, last.date);
  return until === undefined ? NO_DAY : range(dutyCase, until);
}

function range({ exclusion, index }: DutyCase, to: IsoDate): Due {
  const sessions = index.sessionsBetween(exclusion.start, { date: to, slot: 'pm' });
  return { dueBy: to, working: index.workingFor(sessions) };
}

/** The first session after the last one out, after lunchtimes the day of the next lunchtime; none without a last one. */
export function returnDue({ exclusion, index }: DutyCase): Due | undefined {
  const { last, kind } = exclusion;
  if (last === undefined) return undefined;
  if (kind !== 'lunchtime') {
    const back = index.nextSchoolSession(last);
    return back === undefined ? NO_DAY : { dueBy: back.date, dueSlot: back.slot, working: [] };
  }
  let day = index.schoolDayAfter(last.date, 1);
  while (day !== undefined && index.slotsOn(day).length < 2) day = index.schoolDayAfter(day, 1);
  return day === undefined ? NO_DAY : onDay(day);
}
