import { perHundred } from '#shared/domain/support/count-grid.ts';
import type { Handler } from '../context.ts';
import { gridOf } from './grid-of.ts';
import { saidCriteria } from './said-criteria.ts';
import { shownRow } from './shown-row.ts';

/** The grid as it is shown: without UPNs, which only its file needs. */
export const readGrid: Handler<'support.grid'> = (context, input) =>
  context.read(async (db) => {
    const grid = await gridOf(db, context, input);
    if (!grid.ok) return grid;
    const { document, from, to, entries } = grid.value;
    const { schoolYear, term, pupilsOnRoll, criteria, rows } = document;
    const rate = perHundred(new Set(entries.map(({ pupilId }) => pupilId)).size, pupilsOnRoll);
    return {
      ok: true,
      value: {
        schoolYear,
        term,
        from,
        to,
        pupilsOnRoll,
        ...(rate === undefined ? {} : { perHundred: rate }),
        criteria: saidCriteria(criteria),
        rows: rows.map((row, at) => ({
          ...shownRow(row),
          id: entries[at]?.id ?? '',
          pupilId: entries[at]?.pupilId ?? '',
        })),
      },
    };
  });
