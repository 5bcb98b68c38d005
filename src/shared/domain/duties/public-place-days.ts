import { addDays, type IsoDate } from '../../kernel/plain-date.ts';
import type { CalendarIndex } from '../calendar/index-calendar.ts';
import type { Session } from '../calendar/types.ts';
import type { RuleSet } from './types.ts';

/** On how many first school days parents keep the pupil out of public places; 0 where there is no such duty. */
export const publicPlaceDays = (ruleSet: RuleSet): number => ruleSet.education.publicPlaceDays.value;

/** Days after which the first school days of an exclusion have come, over any holiday. */
const A_SUMMER = 100;

/**
 * The very days, for a letter: the first school days of this exclusion, fewer when it ends before. Days of joined
 * exclusions are not added up: each names its own first days, which is the safer reading.
 */
export function publicPlaceDates(
  index: CalendarIndex,
  ruleSet: RuleSet,
  { start, last }: { readonly start: Session; readonly last?: Session },
): readonly IsoDate[] {
  const days = publicPlaceDays(ruleSet);
  if (days === 0) return [];
  // Over term dates that are not entered yet: the days that are known.
  const end = last?.date ?? addDays(start.date, A_SUMMER);
  return index.schoolDaysBetween(start.date, end).slice(0, days);
}
