import { formatDate, formatSchoolYear } from '#shared/domain/calendar/format-date.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { reportHtml } from '../../documents/report-html.ts';
import { canonicalGrid, type GridDocument } from '../../exchange/grid-document.ts';
import { writeGrid } from '../../exchange/grid-files.ts';
import type { Context, Handler } from '../context.ts';
import { exportFile } from '../export-file.ts';
import { gridOf } from './grid-of.ts';
import { gridReport } from './grid-report.ts';
import { noPdf } from './no-pdf.ts';

/** Writes the grid of a term: as CSV or XLSX for the authority's import, as PDF for people. */
export const exportGrid: Handler<'support.export-grid'> = async (
  context,
  { destination, format, ...input },
) => {
  if (format === 'pdf' && context.printPdf === undefined) return noPdf();
  const grid = await context.read((db) => gridOf(db, context, input));
  if (!grid.ok) return grid;
  const { document } = grid.value;
  const { laEstab, schoolYear, term, rows } = document;
  const content = await contentOf(context, document, format);
  if (!content.ok) return content;
  const written = await exportFile(context, {
    destination,
    suggestedName: `${laEstab}-at-risk-grid-${term}-${formatSchoolYear(schoolYear).replace('/', '-')}.${format}`,
    content: content.value,
    audit: (fileName) => ({
      subjectType: 'at-risk-grid',
      subjectId: `${term} ${String(schoolYear)}`,
      detail: { fileName, format, rows: rows.length },
    }),
  });
  return written.ok ? { ok: true, value: { ...written.value, rows: rows.length } } : written;
};

async function contentOf(
  { printPdf, session, clock }: Context,
  document: GridDocument,
  format: 'csv' | 'xlsx' | 'pdf',
): Promise<Result<Uint8Array>> {
  if (format !== 'pdf') return writeGrid(document, format);
  const made = `Made by ${session.userName} on ${formatDate(clock.today())}.`;
  return ok((await printPdf?.(reportHtml(gridReport(canonicalGrid(document)), made))) ?? new Uint8Array());
}
