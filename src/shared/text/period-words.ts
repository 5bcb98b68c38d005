import { formatDate, formatSchoolYear } from '../domain/calendar/format-date.ts';
import type { CensusTerm, ReturnPeriod } from '../domain/returns/types.ts';

const TERMS: Readonly<Record<CensusTerm, string>> = { AUT: 'Autumn', SPR: 'Spring', SUM: 'Summer' };

/** "Spring census 2026", "School year 2011/12", "Autumn term 2004/05", "Mon 3 March 2025 to Fri 7 March 2025". */
export function periodName({ kind, term, year, from, to }: ReturnPeriod): string {
  if (kind === 'census' && term !== undefined) return `${TERMS[term]} census ${year}`;
  if (kind === 'termly' && term !== undefined && year !== undefined) {
    return `${TERMS[term]} term ${formatSchoolYear(year)}`;
  }
  if (kind === 'annual' && year !== undefined) return `School year ${formatSchoolYear(year - 2)}`;
  return `${formatDate(from)} to ${formatDate(to)}`;
}
