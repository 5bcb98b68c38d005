import { compareSchools, type ComparedGroup, type YearCell } from '#shared/domain/compare/compare-schools.ts';
import { groupKeyOf } from '#shared/domain/compare/group-schools.ts';
import { gapOf } from '#shared/domain/compare/measures.ts';
import type { Place } from '#shared/domain/compare/ranking.ts';
import type { ComparedSchool, Measure } from '#shared/domain/compare/types.ts';
import type { Handler } from '../context.ts';
import { chosenYears } from './chosen-years.ts';
import { groupNames } from './group-names.ts';
import { readCompared } from './read-compared.ts';

/** Schools, or groups of them, side by side; worked out from the totals of the schools' returns when it is asked for. */
export const compareReturns: Handler<'authority.compare'> = (
  context,
  { measure, phase, by, within, ...asked },
) =>
  context.read(async (db) => {
    const chosen = await chosenYears(db, asked);
    if (!chosen.ok) return chosen;
    const { offered, years } = chosen.value;
    const read = await readCompared(db, context, years);
    const isWithin = (school: ComparedSchool) =>
      within === undefined || groupKeyOf(school, within.by) === within.key;
    const [schools, suspects] = [
      read.schools.filter(isWithin),
      read.suspects.filter(({ school }) => isWithin(school)),
    ];
    const compared = compareSchools(schools, { measure, phase, by, years });
    const { ranking, listed, cells, changes, perIncident, groups } = compared;
    const nameOf = await groupNames(db, by);
    return {
      ok: true,
      value: {
        offered,
        years,
        listed,
        cells: [...cells],
        changes: [...changes],
        perIncident: [...perIncident],
        ranking: { ranked: ranking.ranked, unranked: ranking.unranked, ties: [...ranking.ties] },
        rows: groups.map((group) => ({
          ...rowOf(group, measure, ranking.places.get(group.key)),
          name: (by === 'school' ? group.schools[0]?.name : undefined) ?? nameOf(group.key),
        })),
        suspects: suspects
          .filter(({ school }) => school.phase === phase)
          .map(({ school: { laEstab, name }, schoolYear, suspicion, ...stated }) => ({
            laEstab,
            name,
            schoolYear,
            suspicion,
            incidents: stated.incidents,
            days: stated.days,
            withoutLength: stated.withoutLength,
          })),
      },
    };
  });

function rowOf(group: ComparedGroup, measure: Measure, place: Place | undefined) {
  const { key, schools, listed, cells, change } = group;
  const [only] = schools;
  return {
    key,
    schools: schools.length,
    listed,
    figures: cells.map((cell) => {
      const gap =
        cell.n > 0 || schools.length > 1 || only === undefined
          ? undefined
          : gapOf(only, measure, cell.schoolYear);
      return { ...figureOfCell(cell), ...(gap ? { gap } : {}) };
    }),
    ...(change
      ? {
          change: {
            value: change.matched.mean,
            n: change.matched.n,
            pooled: change.pooled.difference,
          },
        }
      : {}),
    ...(place ? { rank: place.rank, sharedBy: place.sharedBy } : {}),
    ...(place?.mark ? { mark: place.mark } : {}),
  };
}

const figureOfCell = ({ mean, n, total, rate, onRoll }: YearCell) => ({
  value: mean,
  n,
  total,
  rate,
  onRoll,
});
