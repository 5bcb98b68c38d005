import { writeUseCsv } from '../../exchange/use-csv.ts';
import type { Handler } from '../context.ts';
import { exportFile } from '../export-file.ts';
import { figuresOf } from './figures-of.ts';

/** Writes the figures of a period by provider as CSV. */
export const exportFigures: Handler<'use.export'> = async (context, { from, to, destination }) => {
  const figures = await context.read((db) => figuresOf(db, context, { from, to }));
  if (!figures.ok) return figures;
  const { providers } = figures.value;
  return exportFile(context, {
    destination,
    suggestedName: `use-of-places-${from}-to-${to}.csv`,
    content: writeUseCsv(providers),
    audit: (fileName) => ({
      subjectType: 'use',
      subjectId: `${from} to ${to}`,
      detail: { fileName, providers: providers.length },
    }),
  });
};
