import { formatSchoolYear } from '#shared/domain/calendar/format-date.ts';
import { writeAtRiskGrid } from '../../exchange/at-risk-grid.ts';
import type { Handler } from '../context.ts';
import { exportFile } from '../export-file.ts';
import { gridOf } from './read-grid.ts';

/** Writes the grid of a term as CSV: who, why, and when signed off. */
export const exportGrid: Handler<'support.export-grid'> = async (context, { destination, ...input }) => {
  const grid = await context.read((db) => gridOf(db, context, input));
  if (!grid.ok) return grid;
  const { schoolYear, term, rows } = grid.value;
  const written = await exportFile(context, {
    destination,
    suggestedName: `at-risk-grid-${term}-${formatSchoolYear(schoolYear).replace('/', '-')}.csv`,
    content: writeAtRiskGrid(rows),
    audit: (fileName) => ({
      subjectType: 'at-risk-grid',
      subjectId: `${term} ${String(schoolYear)}`,
      detail: { fileName, rows: rows.length },
    }),
  });
  return written.ok ? { ok: true, value: { ...written.value, rows: rows.length } } : written;
};
