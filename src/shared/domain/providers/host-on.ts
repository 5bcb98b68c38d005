import type { IsoDate } from '../../kernel/plain-date.ts';
import type { CalendarIndex } from '../calendar/index-calendar.ts';
import type { Provider } from './types.ts';

/**
 * The centre that hosts a rota on a day, by the term of the school's calendar around it; undefined between terms and
 * where nobody is down for the term.
 */
export function hostOn(
  { hosts }: Pick<Provider, 'hosts'>,
  calendar: Pick<CalendarIndex, 'termOf'>,
  date: IsoDate,
): string | undefined {
  const term = calendar.termOf(date);
  return hosts.find((host) => host.schoolYear === term?.schoolYear && host.term === term.name)?.host;
}
