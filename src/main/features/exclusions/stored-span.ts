import type { CalendarIndex } from '#shared/domain/calendar/index-calendar.ts';
import type { Session } from '#shared/domain/calendar/types.ts';
import type { IssuedExclusion } from '../../storage/repositories/exclusion-history.ts';
import type { Span } from './draft-span.ts';

/**
 * What an issued exclusion took when it was issued, whatever was given back since; a calendar that has changed since
 * does not change it.
 */
export function storedSpan({ kind, start, decided }: IssuedExclusion, index: CalendarIndex): Span {
  const { end, halfDays } = decided;
  const returnsOn = end && index.nextSchoolSession(end);
  const lunchtime = kind === 'lunchtime';
  const sessions = halfDays.flatMap(({ date, slot }): Session[] =>
    slot === 'lunch'
      ? [
          { date, slot: 'am' },
          { date, slot: 'pm' },
        ]
      : [{ date, slot }],
  );
  const working = index.workingFor(sessions);
  return {
    start,
    ...(end === undefined ? {} : { end }),
    ...(returnsOn === undefined ? {} : { returnsOn }),
    halfDays,
    working: lunchtime
      ? working.map((line) => (line.type === 'counted' ? { ...line, slots: ['lunch'] } : line))
      : working,
  };
}
