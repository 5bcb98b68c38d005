import { unzipSync, zipSync, type ZipOptions } from 'fflate';
import { cellText } from './cell-text.ts';

/** A sheet of texts: its head, its rows, and the widths of its columns in characters. */
export interface TextSheet {
  readonly name: string;
  /** How many rows from the top stay in sight and are bold. */
  readonly headRows: number;
  readonly rows: readonly (readonly string[])[];
  readonly widths: readonly number[];
}

/** Most characters of a cell in Excel. */
export const MAX_CELL = 32_767;

/** The earliest moment that a zip can say, by the local clock as zips have it: so that it is the same everywhere. */
const NO_TIME = new Date(1980, 0, 1);

/**
 * A workbook of text cells: the same bytes for the same sheets, with no date or name of its making in it. Every cell is
 * text, so a spreadsheet neither turns a UPN into a number nor runs a cell.
 */
export async function workbookBytes(sheets: readonly TextSheet[]): Promise<Uint8Array> {
  // Loaded on first use: the start of the application should not wait for it.
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  const made = await writeXlsxFile(
    sheets.map(({ name, headRows, rows, widths }) => ({
      sheet: name,
      stickyRowsCount: headRows,
      columns: widths.map((width) => ({ width })),
      data: rows.map((row, at) =>
        row.map((text) =>
          text === ''
            ? null
            : {
                value: cellText(text),
                type: String,
                format: '@',
                ...(at < headRows ? { fontWeight: 'bold' as const } : {}),
              },
        ),
      ),
    })),
  ).toBuffer();
  const parts = Object.entries(unzipSync(made)).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const options: ZipOptions = { mtime: NO_TIME, level: 6 };
  return zipSync(Object.fromEntries(parts.map(([path, bytes]) => [path, [bytes, options] as const])));
}
