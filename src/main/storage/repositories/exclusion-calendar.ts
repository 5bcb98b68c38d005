import { indexCalendar, type CalendarIndex } from '#shared/domain/calendar/index-calendar.ts';
import type { Db } from '../store.ts';
import { readCalendar } from './workspace.ts';

let last: { readonly key: string; readonly index: CalendarIndex } | undefined;

/**
 * A school's calendar ready for counting. Building one takes milliseconds and the Record screen counts at every
 * keystroke, so the last one is kept for as long as the rows read are the same.
 */
export async function readCalendarIndex(db: Db, schoolId: string): Promise<CalendarIndex> {
  const calendar = await readCalendar(db, schoolId);
  const key = JSON.stringify(calendar);
  if (last?.key !== key) last = { key, index: indexCalendar(calendar) };
  return last.index;
}
