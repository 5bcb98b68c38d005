import { formatSession } from '#shared/domain/calendar/format-date.ts';
import type { CalendarIndex } from '#shared/domain/calendar/index-calendar.ts';
import type { Session } from '#shared/domain/calendar/types.ts';
import { ok, refuse, type Result } from '#shared/kernel/result.ts';

/** Refuses a first session back at which the school does not meet. */
export function checkMeets(index: CalendarIndex, back: Session): Result<true> {
  if (index.isSchoolSession(back.date, back.slot)) return ok(true);
  const message = `The school does not meet on ${formatSession(back)}. Enter the first session back.`;
  return refuse('invalid-input', message, { fields: [{ path: 'back', message }] });
}
