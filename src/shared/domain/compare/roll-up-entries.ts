import type { SchoolYear } from '../calendar/types.ts';
import { pairOf } from './compare-schools.ts';
import { groupSchools } from './group-schools.ts';
import { matchedChange } from './matched-change.ts';
import type { RollUpEntry } from './roll-up.ts';
import { ROLL_UP_CATEGORIES, type ComparedSchool, type Grouping } from './types.ts';

/** What the grid has a row for. */
export type RollUpBy = Exclude<Grouping, 'phase' | 'all'>;

/**
 * What goes into the roll-up grid: groups, each with the matched change of its schools, or the schools themselves. Left
 * open, it is the authorities, or the schools where all are of one. The change is from the first year to the last.
 */
export function rollUpEntries(
  schools: readonly ComparedSchool[],
  earlier: SchoolYear,
  later: SchoolYear,
  asked?: RollUpBy,
): { readonly by: RollUpBy; readonly entries: readonly RollUpEntry[] } {
  const by = asked ?? (new Set(schools.map(({ area }) => area)).size > 1 ? 'authority' : 'school');
  const entries = groupSchools(schools, by).map(({ key, schools: own }) => ({
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
  return { by, entries };
}
