import type { Session } from '../calendar/types.ts';
import { toDayNumber, weekdayOfDayNumber } from '../calendar/day-number.ts';
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

/** The closure that shuts a provider on a half day; the first entered of several. */
export function providerClosureOn(
  { closures }: Pick<Provider, 'closures'>,
  { date, slot }: Session,
): ProviderClosure | undefined {
  return closures.find(
    (closure) =>
      closure.from <= date && date <= closure.to && (closure.slot === 'all' || closure.slot === slot),
  );
}
