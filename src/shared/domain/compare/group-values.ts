import type { SchoolYear } from '../calendar/types.ts';
import type { Category } from './cell-table.ts';
import type { PupilGroup } from './types.ts';

/** Main reasons add up to the exclusions; any reasons do not, where an exclusion has several. */
const MAIN = 'main ';
const ANY = 'any ';

export const isReason = (group: PupilGroup): boolean => group === 'reason' || group === 'any-reason';

/**
 * What a unit is counted under, from the text it was read with: one group; of an exclusion its main reason and every
 * reason, which are hidden together because the ones would give the others away. `''` is not known.
 */
export function categoriesOf(group: PupilGroup, text: string, schoolYear: SchoolYear): readonly string[] {
  if (isReason(group)) {
    const reasons = reasonsIn(text);
    return [`${MAIN}${reasons[0] ?? ''}`, ...new Set(reasons.map((code) => `${ANY}${code}`))];
  }
  return [group === 'year-group' ? yearGroupOf(text, schoolYear) : text];
}

/** The key in a table of the category that is shown as `code`. */
export const categoryKey = (group: PupilGroup, code: string): string =>
  group === 'reason' ? `${MAIN}${code}` : group === 'any-reason' ? `${ANY}${code}` : code;

/** The categories of a table of units, in the order of their codes; those shown for a group begin alike. */
export const asCategories = (keys: ReadonlySet<string>): readonly Category[] =>
  [...keys].toSorted(byCode).map((key) => ({ key, adds: !key.startsWith(ANY) }));

/** Codes of the categories that a group shows, in order. */
export const codesOf = (group: PupilGroup, keys: ReadonlySet<string>): readonly string[] => {
  const prefix = categoryKey(group, '');
  return [...keys]
    .filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length))
    .toSorted(byCode);
};

/** Year groups go by number, after reception and nursery; what is not known goes last. */
const byCode = (a: string, b: string): number =>
  rank(a) - rank(b) || a.localeCompare(b, 'en-GB', { numeric: true });

const rank = (code: string): number => (code === '' ? 2 : /^[NR]/.test(code) && code.length <= 2 ? 0 : 1);

function reasonsIn(text: string): readonly string[] {
  const parsed: unknown = JSON.parse(text);
  return Array.isArray(parsed) ? parsed.filter((code) => typeof code === 'string') : [];
}

/** "9" as it came; where none came, from the date of birth and the school year. */
function yearGroupOf(text: string, schoolYear: SchoolYear): string {
  const born = /^born (\d{4})-(\d{2})/.exec(text);
  if (!born) return text;
  const year = schoolYear - Number(born[1]) - (Number(born[2]) >= 9 ? 5 : 4);
  return year === 0 ? 'R' : year >= 1 && year <= 14 ? String(year) : '';
}
