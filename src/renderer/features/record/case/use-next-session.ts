import { indexCalendar } from '#shared/domain/calendar/index-calendar.ts';
import type { Session } from '#shared/domain/calendar/types.ts';
import { useOperation } from '../../../api/client.ts';

/** The first session of the next school day after a day; undefined while the terms are not read, or do not reach it. */
export function useNextSession(after: string | null): Session | undefined {
  const { data: plan } = useOperation('calendar.get', {});
  return plan === undefined || after === null
    ? undefined
    : indexCalendar(plan).nextSchoolSession({ date: after, slot: 'pm' });
}
