import type { ProblemList } from './file-problems.ts';
import type { RawField } from './pupil-check.ts';
import { isRealDay } from './read-date.ts';
import { trimmed } from './return-field-checks.ts';

/** A date and time to the second; what systems add after it (fractions, a zone) is passed over. */
const DATE_TIME = /^(\d{4}-\d{2}-\d{2})T(([01]\d|2[0-3]):[0-5]\d:[0-5]\d)(\.\d+)?(Z|[+-]\d{2}:\d{2})?$/;

/**
 * When a return was made. It decides which of two returns is the later one, so a text that is no date and time is left
 * out with a warning rather than kept.
 */
export function readMadeAt(at: RawField, problems: ProblemList): string | undefined {
  if (trimmed(at) === '') return undefined;
  const [, day, time] = DATE_TIME.exec(trimmed(at)) ?? [];
  if (day !== undefined && time !== undefined && isRealDay(day)) return `${day}T${time}`;
  problems.warning({
    line: at.line,
    element: at.element,
    value: at.text,
    message: 'This is not a date and time, so it is not known when the return was made.',
    remedy: 'Nothing need be done unless the school sends the return again: the later one counts.',
  });
  return undefined;
}
