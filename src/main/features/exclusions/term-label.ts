import { formatSchoolYear } from '#shared/domain/calendar/format-date.ts';
import type { LimitBar } from '#shared/domain/exclusions/types.ts';

/** "summer term 2024/25", or "school year 2024/25". */
export function termLabel({ term, schoolYear }: Pick<LimitBar, 'term' | 'schoolYear'>): string {
  const year = formatSchoolYear(schoolYear);
  return term === undefined ? `school year ${year}` : `${term} term ${year}`;
}
