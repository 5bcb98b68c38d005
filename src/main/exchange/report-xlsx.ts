import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import { cellText } from './cell-text.ts';
import type { FigureReport, ReportCell, ReportColumn, ReportTable } from './figure-report.ts';

/** Sheet names have at most 31 characters, and some of them are not allowed. */
const sheetName = (title: string): string => title.replaceAll(/[\\/?*[\]:]/g, ' ').slice(0, 31);

/** A text cell holds its text whatever it begins with: nothing is ever a formula. */
function cellOf(cell: ReportCell, { decimals }: ReportColumn) {
  if (cell === null) return null;
  if (typeof cell === 'string')
    return cell === '' ? null : { value: cellText(cell), type: String, wrap: true };
  return {
    value: cell,
    type: Number,
    ...(decimals === undefined ? {} : { format: decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}` }),
  };
}

const dataOf = ({ columns, rows }: ReportTable): SheetData => [
  columns.map(({ header, numeric }) => ({
    value: cellText(header),
    type: String,
    fontWeight: 'bold' as const,
    wrap: true,
    ...(numeric ? { align: 'right' as const } : {}),
  })),
  ...rows.map((row) => row.map((cell, at) => cellOf(cell, columns[at] ?? { header: '' }))),
];

/** A report as a workbook: a sheet for each table, and one that says what the figures mean. */
export async function writeReportXlsx({ title, about, tables }: FigureReport): Promise<Uint8Array> {
  const notes = tables.flatMap(({ title: of, note }) => (note === undefined ? [] : [[of, note] as const]));
  const sheets = [
    ...tables.map((table) => ({
      sheet: sheetName(table.title),
      data: dataOf(table),
      columns: table.columns.map(({ numeric }) => ({ width: numeric ? 14 : 36 })),
      stickyRowsCount: 1,
    })),
    {
      sheet: 'Read me',
      data: [
        [{ value: cellText(title), type: String, fontWeight: 'bold' as const }, null],
        ...[...about, ...notes].map(([heading, sentence]) => [
          {
            value: cellText(heading),
            type: String,
            fontWeight: 'bold' as const,
            alignVertical: 'top' as const,
          },
          { value: cellText(sentence), type: String, wrap: true },
        ]),
      ],
      columns: [{ width: 24 }, { width: 100 }],
    },
  ];
  return new Uint8Array(await writeXlsxFile(sheets).toBuffer());
}
