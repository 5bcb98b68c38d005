import type { RollUpBy } from '#shared/domain/compare/roll-up-entries.ts';
import { rollUpEntries } from '#shared/domain/compare/roll-up-entries.ts';
import { rollUp } from '#shared/domain/compare/roll-up.ts';
import type { Handler } from '../context.ts';
import { chosenYears } from './chosen-years.ts';
import { groupNames } from './group-names.ts';
import { readCompared } from './read-compared.ts';

/** The grid of X and O over the five categories, for groups of schools or the schools themselves. */
export const rollUpMarks: Handler<'authority.roll-up'> = (context, { by: asked, ...span }) =>
  context.read(async (db) => {
    const chosen = await chosenYears(db, span);
    if (!chosen.ok) return chosen;
    const { offered, years } = chosen.value;
    const [first, last] = [years[0], years.at(-1)];
    const { schools } = await readCompared(db, context, years);
    const { by, entries } =
      first === undefined || last === undefined || first === last
        ? { by: asked ?? ('school' satisfies RollUpBy), entries: [] }
        : rollUpEntries(schools, first, last, asked);
    const byNumber = new Map(schools.map((school) => [school.laEstab, school]));
    const nameOf = await groupNames(db, by);
    const grid = rollUp(entries);
    const marked = grid.filter(({ x, o }) => x + o > 0);
    return {
      ok: true,
      value: {
        offered,
        years,
        by,
        rows: marked.map(({ key, cells, x, o }) => {
          const school = by === 'school' ? byNumber.get(key) : undefined;
          return {
            key,
            name: school?.name ?? nameOf(key),
            ...(school ? { phase: school.phase } : {}),
            cells: { ...cells },
            x,
            o,
          };
        }),
        unmarked: grid.length - marked.length,
      },
    };
  });
