import { workbookBytes } from './workbook-bytes.ts';

/** Widths of columns in characters: enough to read, no wider than a screen. */
const WIDEST = 60;

/** A list as a workbook with one sheet: headings in bold, every cell text, so that nothing is run or reformatted. */
export function xlsxList(
  sheet: string,
  headings: readonly string[],
  rows: readonly (readonly string[])[],
): Promise<Uint8Array> {
  const widths = headings.map((heading, at) =>
    Math.min(WIDEST, Math.max(heading.length, ...rows.map((row) => row[at]?.length ?? 0)) + 2),
  );
  return workbookBytes([{ name: sheet, headRows: 1, rows: [headings, ...rows], widths }]);
}
