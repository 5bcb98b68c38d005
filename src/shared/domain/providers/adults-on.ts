import type { Session } from '../calendar/types.ts';
import { toDayNumber, weekdayOfDayNumber } from '../../kernel/day-number.ts';
import type { Provider } from './types.ts';

/**
 * The adults who are down for a half day, by name: those of the ordinary week, with the changes of that one day. A
 * person counts once, however often entered.
 */
export function adultsOn({ adults }: Pick<Provider, 'adults'>, { date, slot }: Session): readonly string[] {
  const weekday = weekdayOfDayNumber(toDayNumber(date));
  const then = adults.filter((adult) => adult.slot === slot);
  const names = new Set(
    then.filter((adult) => adult.weekday === weekday && adult.here).map(({ name }) => name),
  );
  for (const adult of then.filter((one) => one.date === date)) {
    if (adult.here) names.add(adult.name);
    else names.delete(adult.name);
  }
  return [...names].toSorted((a, b) => a.localeCompare(b, 'en-GB'));
}
