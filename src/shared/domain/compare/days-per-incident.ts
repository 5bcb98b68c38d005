import type { YearFigures } from './types.ts';

export interface DaysPerIncident {
  /** Schools that have both measures. */
  readonly n: number;
  /** Their days divided by their incidents; null where there are no incidents. */
  readonly mean: number | null;
}

/** Mean length of a fixed-period exclusion in school days, over the schools with both measures and no others. */
export function daysPerIncident(
  schools: readonly Pick<YearFigures, 'incidents' | 'days'>[],
): DaysPerIncident {
  let [n, incidents, days] = [0, 0, 0];
  for (const school of schools) {
    if (school.incidents === null || school.days === null) continue;
    n += 1;
    incidents += school.incidents;
    days += school.days;
  }
  return { n, mean: incidents === 0 ? null : days / incidents };
}
