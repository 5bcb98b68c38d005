import type { OperationOutput, ParsedInput } from '#shared/contract/contract.ts';
import { countGrid, perHundred } from '#shared/domain/support/count-grid.ts';
import { criteriaKey } from '#shared/domain/support/criteria-key.ts';
import { groupRows } from '../../storage/repositories/group-rows.ts';
import {
  gridRows,
  gridsOfTerm,
  gridTerms,
  type RiskGrid,
  type RiskGridRow,
} from '../../storage/repositories/risk-grids.ts';
import type { Db } from '../../storage/store.ts';
import type { Context } from '../context.ts';
import { expectedSchools, schoolFrom } from '../expected-schools.ts';
import { saidCriteria } from './said-criteria.ts';

export type Compared = OperationOutput<'authority.compare-grids'>;
type Counts = Omit<Compared['sets'][number], 'set' | 'schools' | 'setBy' | 'criteria'>;

/** The grids of a term beside each other, the latest term when none is given: counts only. */
export async function comparedGrids(
  db: Db,
  { nationalSchools, clock }: Pick<Context, 'nationalSchools' | 'clock'>,
  input: ParsedInput<'authority.compare-grids'>,
): Promise<Compared> {
  const terms = await gridTerms(db);
  const asked =
    input.schoolYear === undefined || input.term === undefined
      ? terms[0]
      : { schoolYear: input.schoolYear, term: input.term };
  const none = { terms: [...terms], schools: [], sets: [], missing: [] };
  if (asked === undefined) return none;
  const grids = await gridsOfTerm(db, asked);
  const rows = groupRows(
    await gridRows(
      db,
      grids.map(({ id }) => id),
    ),
    ({ gridId }) => gridId,
  );
  const expected = await expectedSchools(db, nationalSchools);
  const bySet = [...groupRows(grids, ({ criteria }) => criteriaKey(criteria)).values()].toSorted(
    (a, b) => b.length - a.length,
  );
  const setOf = new Map(bySet.flatMap((some, at) => some.map(({ id }) => [id, at + 1] as const)));
  const countsOf = (some: readonly RiskGrid[]) =>
    countsIn(
      some,
      some.flatMap(({ id }) => rows.get(id) ?? []),
    );
  const here = new Set(grids.map(({ laEstab }) => laEstab));
  const today = clock.today();
  return {
    ...none,
    ...asked,
    schools: grids.map((grid) => {
      const { name, phase } = schoolFrom(expected, grid.laEstab, grid.schoolName);
      return {
        laEstab: grid.laEstab,
        name,
        phase,
        madeAt: grid.madeAt,
        categories: grid.criteria.categories.map(({ letter, name: of }) => ({ letter, name: of })),
        set: setOf.get(grid.id) ?? 0,
        ...countsOf([grid]),
      };
    }),
    sets: bySet.map((some, at) => {
      const [first] = some;
      const setBy = first?.criteria.setBy;
      return {
        set: at + 1,
        schools: some.length,
        ...(setBy === undefined ? {} : { setBy }),
        criteria: first === undefined ? [] : saidCriteria(first.criteria),
        ...countsOf(some),
      };
    }),
    ...(grids.length === 0 ? {} : { total: countsOf(grids) }),
    missing: [...expected]
      .filter(([laEstab, { closedOn, openOn }]) => {
        const open =
          (closedOn === undefined || closedOn > today) && (openOn === undefined || openOn <= today);
        return open && !here.has(laEstab);
      })
      .map(([laEstab, { name }]) => ({ laEstab, name }))
      .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB')),
  };
}

/** Pupils are counted once over several schools: one who moved is in two grids. */
function countsIn(grids: readonly RiskGrid[], rows: readonly RiskGridRow[]): Counts {
  const pupilsOnRoll = grids.reduce((sum, grid) => sum + grid.pupilsOnRoll, 0);
  const counted = countGrid(rows);
  const rate = (pupils: number) => {
    const found = perHundred(pupils, pupilsOnRoll);
    return found === undefined ? {} : { perHundred: found };
  };
  return {
    ...counted,
    byCategory: counted.byCategory.map((one) => ({ ...one, ...rate(one.pupils) })),
    pupilsOnRoll,
    ...rate(counted.pupils),
  };
}
