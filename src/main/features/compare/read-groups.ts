import type { SchoolYear } from '#shared/domain/calendar/types.ts';
import type { AlikeUnits } from '#shared/domain/compare/cell-table.ts';
import { asCategories, categoriesOf, isReason } from '#shared/domain/compare/group-values.ts';
import { suppressSmall, type Suppressed } from '#shared/domain/compare/suppress-small.ts';
import type { ComparedSchool, PupilGroup } from '#shared/domain/compare/types.ts';
import { pupilUnits, reasonUnits } from '../../storage/repositories/group-units.ts';
import type { Db } from '../../storage/store.ts';

export interface ReadGroups {
  readonly units: readonly AlikeUnits[];
  /** Keys of the categories that there are in the whole table. */
  readonly categories: ReadonlySet<string>;
  readonly suppressed: Suppressed;
}

/** The row of a table of groups that a school's figures are in, or the schools' of a phase or cluster. */
export const placeKey = {
  all: 'all',
  phase: (phase: string) => `phase ${phase}`,
  cluster: (cluster: string) => `cluster ${cluster}`,
  school: (laEstab: string) => `school ${laEstab}`,
} as const;

/**
 * Pupils or exclusions of a school year by group, and what of it is hidden. Always of all schools whose year is whole:
 * what is hidden follows from the whole table, and must not depend on who asks for which part.
 */
export async function readGroups(
  db: Db,
  group: PupilGroup,
  schoolYear: SchoolYear,
  schools: readonly ComparedSchool[],
): Promise<ReadGroups> {
  const whole = schools.filter((school) => isWhole(school, schoolYear));
  const numbers = new Set(whole.map(({ laEstab }) => laEstab));
  const rows =
    group === 'reason' || group === 'any-reason'
      ? await reasonUnits(db, schoolYear)
      : await pupilUnits(db, group, schoolYear);
  const read = new Map<string, readonly string[]>();
  const categoriesIn = (value: string) => {
    const known = read.get(value) ?? categoriesOf(group, value, schoolYear);
    read.set(value, known);
    return known;
  };
  const units = rows
    .filter(({ laEstab }) => numbers.has(laEstab))
    .map(({ laEstab, value, ...unit }) => ({
      ...unit,
      school: laEstab,
      categories: categoriesIn(value),
    }));
  const categories = new Set([...alwaysShown(group), ...units.flatMap((unit) => unit.categories)]);
  const members = whole.map(({ laEstab, phase, cluster }) => ({
    school: laEstab,
    groups: [
      placeKey.all,
      placeKey.phase(phase),
      ...(cluster === undefined ? [] : [placeKey.cluster(cluster)]),
    ],
  }));
  return { units, categories, suppressed: suppressSmall(units, members, asCategories(categories)) };
}

/** Whether the returns of the school hold the year whole. */
export const isWhole = ({ years }: ComparedSchool, year: SchoolYear): boolean =>
  typeof years.get(year)?.incidents === 'number';

/** Groups that are shown although nobody is in them, so that a table is never of one group alone. */
const alwaysShown = (group: PupilGroup): readonly string[] => {
  if (isReason(group)) return [];
  if (group === 'sex') return ['F', 'M'];
  return group === 'fsm' || group === 'in-care' ? ['yes', 'no'] : [''];
};
