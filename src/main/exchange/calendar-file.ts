import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import { addDays, type IsoDate } from '#shared/kernel/plain-date.ts';

/** One deadline as a calendar shows it. */
export interface Deadline {
  /** The same for the same deadline in every export, so that importing again updates instead of doubling. */
  readonly uid: string;
  readonly on: IsoDate;
  readonly summary: string;
  readonly description: string;
}

/** Seconds since 2020: grows from export to export, which is how calendars know the newer of two versions. */
const sequenceAt = (now: string): number => Math.floor((Date.parse(now) - Date.UTC(2020, 0, 1)) / 1000);

/**
 * Writes deadlines as a calendar file (RFC 5545): a whole-day event each, which blocks no time. `now` is the UTC instant
 * of writing.
 */
export function writeCalendarFile(deadlines: readonly Deadline[], now: string): string {
  const calendar = ical({
    prodId: { company: 'First Day', product: 'First Day', language: 'EN' },
    name: 'First Day deadlines',
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const { uid, on, summary, description } of deadlines) {
    calendar.createEvent({
      id: uid,
      sequence: sequenceAt(now),
      stamp: now,
      lastModified: now,
      allDay: true,
      start: on,
      end: addDays(on, 1),
      summary,
      description,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return `${calendar.toString()}\r\n`;
}
