import type { SchoolYear } from '../calendar/types.ts';
import { pairOf } from './compare-schools.ts';
import { matchedChange } from './matched-change.ts';
import type { RollUpEntry } from './roll-up.ts';
import { ROLL_UP_CATEGORIES, type ComparedSchool } from './types.ts';

/**
 * What goes into the roll-up grid: the areas, each with the matched change of its schools, or the schools themselves
 * where all are of one area. The change is the one from the first year to the last.
 */
export function rollUpEntries(
  schools: readonly ComparedSchool[],
  earlier: SchoolYear,
  later: SchoolYear,
): { readonly unit: 'schools' | 'areas'; readonly entries: readonly RollUpEntry[] } {
  const areas = new Map<string, ComparedSchool[]>();
  for (const school of schools) {
    const area = areas.get(school.area);
    if (area) area.push(school);
    else areas.set(school.area, [school]);
  }
  const unit = areas.size > 1 ? 'areas' : 'schools';
  const units: readonly (readonly [string, readonly ComparedSchool[]])[] =
    unit === 'areas' ? [...areas] : schools.map((school) => [school.laEstab, [school]]);
  const entries = units.map(([key, own]) => ({
    key,
    changes: Object.fromEntries(
      ROLL_UP_CATEGORIES.flatMap((category) => {
        const pairs = own
          .filter(({ phase }) => phase === category.phase)
          .map((school) => pairOf(school, category.measure, earlier, later));
        return pairs.length === 0 ? [] : [[category.key, matchedChange(pairs).matched.mean]];
      }),
    ),
  }));
  return { unit, entries };
}
