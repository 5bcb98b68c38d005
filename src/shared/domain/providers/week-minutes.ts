import { minutesBetween } from '../calendar/minutes-between.ts';
import type { ProviderSession } from './types.ts';

/**
 * Minutes of teaching that a provider's ordinary week offers one pupil who is there all week: the times of every
 * session with places, whatever hour it is taught at. A session that does not end after it starts counts nothing.
 */
export function weekMinutes(sessions: readonly ProviderSession[]): number {
  return sessions
    .filter(({ capacity }) => capacity > 0)
    .reduce((sum, { starts, ends }) => sum + Math.max(0, minutesBetween(starts, ends)), 0);
}
