import { formatDate } from '../domain/calendar/format-date.ts';
import type { MeetingOutside } from '../domain/duties/meeting-outside.ts';
import type { RuleSet } from '../domain/duties/types.ts';
import type { IsoDate } from '../kernel/plain-date.ts';
import { assertNever } from '../kernel/assert-never.ts';

/** What to say of a governors' meeting on a day outside their window; it is recorded all the same. */
export function meetingWarning(
  on: IsoDate,
  outside: MeetingOutside,
  { words }: Pick<RuleSet, 'words'>,
): string {
  const day = formatDate(on);
  switch (outside.type) {
    case 'early':
      return `${day} is before the first day on which the ${words.governors} may meet, ${formatDate(outside.from)}. Check the day; it was recorded as entered.`;
    case 'late':
      return `${day} is after the last day for the meeting of the ${words.governors}, ${formatDate(outside.by)}. ${
        outside.exception ? 'An exception can allow a later day; see the duty. ' : ''
      }Check the day; it was recorded as entered.`;
    case 'after-examination':
      return `${day} is too late to meet before the examination; the last day for that is ${formatDate(outside.by)}. Check the day; it was recorded as entered.`;
    default:
      return assertNever(outside);
  }
}
