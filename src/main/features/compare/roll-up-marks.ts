import { rollUpEntries } from '#shared/domain/compare/roll-up-entries.ts';
import { rollUp } from '#shared/domain/compare/roll-up.ts';
import { readWorkspace } from '../../storage/repositories/workspace.ts';
import type { Handler } from '../context.ts';
import { chosenYears } from './chosen-years.ts';
import { readCompared } from './read-compared.ts';

/** The grid of X and O over the five categories, for areas or, where there is one, for its schools. */
export const rollUpMarks: Handler<'authority.roll-up'> = (context, asked) =>
  context.read(async (db) => {
    const chosen = await chosenYears(db, asked);
    if (!chosen.ok) return chosen;
    const { offered, years, range } = chosen.value;
    const [first, last] = [years[0], years.at(-1)];
    const { schools } = await readCompared(db, context, years, range);
    const { unit, entries } =
      first === undefined || last === undefined || first === last
        ? { unit: 'schools' as const, entries: [] }
        : rollUpEntries(schools, first, last);
    const byNumber = new Map(schools.map((school) => [school.laEstab, school]));
    const authority = (await readWorkspace(db))?.authority;
    const grid = rollUp(entries);
    const marked = grid.filter(({ x, o }) => x + o > 0);
    return {
      ok: true,
      value: {
        offered,
        years,
        unit,
        rows: marked.map(({ key, cells, x, o }) => {
          const school = unit === 'schools' ? byNumber.get(key) : undefined;
          const area = authority?.code === key ? authority.name : `Authority ${key}`;
          return {
            key,
            name: school?.name ?? area,
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
