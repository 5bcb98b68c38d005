import type { DayWindow } from '../providers/types.ts';
import { KIND_FACTS } from '../providers/provider-kinds.ts';
import type { AskedProvider, Asking } from './request.ts';
import type { Refusal } from './types.ts';

/**
 * What the provider's rules of admission have against the pupil and this exclusion; `day` is the day of it. Of a pupil
 * who is not excluded by our school nothing is known of days, so rules about them do not apply; a break (`respite`) in a
 * learning support unit is what such units are for.
 */
export function admissionRefusals(
  { kind, rules }: Pick<AskedProvider, 'kind' | 'rules'>,
  { yearGroup, purpose, exclusionDays }: Pick<Asking, 'yearGroup' | 'purpose' | 'exclusionDays'>,
  day: number | undefined,
): readonly Refusal[] {
  const refusals: Refusal[] = [];
  const { yearGroups, window, longerThanDays } = rules;
  if (yearGroups.length > 0 && (yearGroup === null || !yearGroups.includes(yearGroup))) {
    refusals.push({ type: 'year-group', takes: yearGroups, yearGroup });
  }
  if (window !== undefined && day !== undefined && !liesIn(window, day)) {
    refusals.push({ type: 'window', window, day });
  }
  if (longerThanDays !== undefined && exclusionDays !== undefined && exclusionDays <= longerThanDays) {
    refusals.push({ type: 'exclusion-short', longerThanDays, days: exclusionDays });
  }
  if (KIND_FACTS[kind].againstGuidance && purpose !== 'respite') refusals.push({ type: 'against-guidance' });
  return refusals;
}

/** Whether a day of an exclusion lies in a window, both ends included. */
export const liesIn = ({ fromDay, toDay }: DayWindow, day: number): boolean =>
  day >= fromDay && (toDay === undefined || day <= toDay);
