import { compareSchools, figureOf, pairOf } from '#shared/domain/compare/compare-schools.ts';
import { changeOf } from '#shared/domain/compare/matched-change.ts';
import type { Handler } from '../context.ts';
import { chosenYears } from './chosen-years.ts';
import { readCompared } from './read-compared.ts';

/** Schools of one phase side by side; every figure is worked out from the schools' returns when it is asked for. */
export const compareReturns: Handler<'authority.compare'> = (context, { measure, phase, ...asked }) =>
  context.read(async (db) => {
    const chosen = await chosenYears(db, asked);
    if (!chosen.ok) return chosen;
    const { offered, years, range } = chosen.value;
    const { schools, suspects } = await readCompared(db, context, years, range);
    const { ranking, listed, cells, changes, perIncident } = compareSchools(schools, measure, phase, years);
    const [first, last] = [years[0], years.at(-1)];
    const rows = schools
      .filter((school) => school.phase === phase)
      .map((school) => {
        const place = ranking.places.get(school.laEstab);
        return {
          laEstab: school.laEstab,
          name: school.name,
          figures: years.map((year) => {
            const value = figureOf(school, measure, year);
            const gap = value === null ? (school.years.get(year)?.gap ?? ('nothing' as const)) : undefined;
            return { value, ...(gap ? { gap } : {}) };
          }),
          change:
            listed || first === undefined || last === undefined || first === last
              ? null
              : changeOf(pairOf(school, measure, first, last)),
          ...(place ? { rank: place.rank, sharedBy: place.sharedBy } : {}),
          ...(place?.mark ? { mark: place.mark } : {}),
        };
      });
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
        rows,
        suspects: suspects
          .filter(({ school }) => school.phase === phase)
          .map(({ school: { laEstab, name }, ...suspect }) => ({ laEstab, name, ...suspect })),
      },
    };
  });
