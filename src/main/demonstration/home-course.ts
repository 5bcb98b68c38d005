import type { CalendarIndex } from '#shared/domain/calendar/index-calendar.ts';
import { type DrawnExclusion, sessionsFrom } from './draw-exclusions.ts';
import type { DaysAround, TodayCase } from './home-today.ts';
import type { CaseCourse } from './types.ts';

/** A wish that was made from another one's `further`. */
const FURTHER = { further: true } as const;

/** What becomes of a case of today. */
export function courseOfCase(days: DaysAround, wished: TodayCase): CaseCourse | undefined {
  if (wished.furtherOf === true) return FURTHER;
  const { cancelledDay } = wished;
  if (cancelledDay === undefined) return undefined;
  const date = cancelledDay < 0 ? days.past.at(cancelledDay) : days.ahead[cancelledDay];
  return date === undefined ? undefined : { cancelledFrom: { date, slot: 'am' } };
}

/** The further exclusion of a case that has one, from the session after its last. */
export function furtherOf(
  index: CalendarIndex,
  { further, ...wished }: TodayCase,
  drawn: DrawnExclusion,
): readonly { readonly wished: TodayCase; readonly drawn: DrawnExclusion }[] {
  const last = drawn.sessions.at(-1);
  const start = last === undefined ? undefined : index.nextSchoolSession(last);
  if (further === undefined || start === undefined) return [];
  const sessions = sessionsFrom(index, start, further);
  return [
    {
      wished: { ...wished, halfDays: further, stays: [], furtherOf: true },
      drawn: { person: drawn.person, kind: drawn.kind, start, halfDays: further, sessions },
    },
  ];
}
