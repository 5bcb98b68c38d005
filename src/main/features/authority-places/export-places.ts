import { writeAuthorityPlacesCsv } from '../../exchange/authority-places-csv.ts';
import type { Handler } from '../context.ts';
import { exportFile } from '../export-file.ts';
import { readPlaces } from './read-places.ts';

/** Writes the figures by provider or by school as CSV, the total in its last row. */
export const exportPlaces: Handler<'authority.export-places'> = async (
  context,
  { destination, ...asked },
) => {
  const figures = await context.read((db) => readPlaces(db, context.clock, asked));
  if (!figures.ok) return figures;
  const { from, to, by, rows, total, need } = figures.value;
  const written = await exportFile(context, {
    destination,
    suggestedName: `places-by-${by}-${from}-to-${to}.csv`,
    content: writeAuthorityPlacesCsv(by, [
      ...rows,
      ...(total === undefined ? [] : [{ ...total, name: 'Total', need }]),
    ]),
    audit: (fileName) => ({
      subjectType: 'authority-places',
      subjectId: `${from} to ${to}`,
      detail: { fileName, by, rows: rows.length },
    }),
  });
  return written.ok ? { ok: true, value: { ...written.value, rows: rows.length } } : written;
};
