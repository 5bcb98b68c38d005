import { csvList } from './csv-list.ts';
import type { FigureReport, ReportCell } from './figure-report.ts';

/** A number as it is, minus sign and all, for programs that read it. */
const text = (cell: ReportCell): string => (cell === null ? '' : String(cell));

/**
 * The first table of a report as CSV, one blank cell for each blank figure; then, after an empty line, what the figures
 * mean. Text that a spreadsheet would run is guarded; a number below nought is left a number.
 */
export function writeReportCsv({ title, tables, about }: FigureReport): string {
  const [table] = tables;
  const width = Math.max(2, table.columns.length);
  const line = (...cells: readonly string[]) => [
    ...cells,
    ...Array.from({ length: width - cells.length }, () => ''),
  ];
  return csvList(line(...table.columns.map(({ header }) => header)), [
    ...table.rows.map((row) => line(...row.map(text))),
    line(),
    line('Figures', title),
    ...(table.note === undefined ? [] : [line('Note', table.note)]),
    ...about.map(([heading, sentence]) => line(heading, sentence)),
  ]);
}
