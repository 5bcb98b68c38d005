import type { Session } from '../calendar/types.ts';
import { toDayNumber, weekdayOfDayNumber } from '../../kernel/day-number.ts';
import type { Provider, ProviderClosure, ProviderSession } from './types.ts';

/**
 * What a provider runs on a half day of the calendar, by its ordinary week; undefined at weekends, when it does not
 * run then, or when it runs with no place for an excluded pupil (capacity 0). Closures are not looked at.
 */
export function providerSessionOn(
  { sessions }: Pick<Provider, 'sessions'>,
  { date, slot }: Session,
): ProviderSession | undefined {
  const weekday = weekdayOfDayNumber(toDayNumber(date));
  return sessions.find((run) => run.weekday === weekday && run.slot === slot && run.capacity > 0);
}

const lies = (closure: ProviderClosure, { date, slot }: Session): boolean =>
  closure.from <= date && date <= closure.to && (closure.slot === 'all' || closure.slot === slot);

/**
 * The closure that shuts a provider on a half day; the first entered of several. Places that are out of use shut
 * nothing: see `capacityOn`.
 */
export function providerClosureOn(
  { closures }: Pick<Provider, 'closures'>,
  session: Session,
): ProviderClosure | undefined {
  return closures.find((closure) => closure.places === undefined && lies(closure, session));
}

/**
 * How many pupils a provider can take on a half day: the places of its ordinary week less those out of use then; 0 when
 * it is closed or does not run. Never below 0.
 */
export function capacityOn(provider: Pick<Provider, 'sessions' | 'closures'>, session: Session): number {
  const run = providerSessionOn(provider, session);
  if (run === undefined || providerClosureOn(provider, session) !== undefined) return 0;
  const outOfUse = provider.closures.reduce(
    (sum, closure) => sum + (lies(closure, session) ? (closure.places ?? 0) : 0),
    0,
  );
  return Math.max(0, run.capacity - outOfUse);
}
