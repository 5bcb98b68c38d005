import writeXlsxFile, { type SheetData } from 'write-excel-file/node';

/** Widths of columns in characters: enough to read, no wider than a screen. */
const WIDEST = 60;

/** A list as a workbook with one sheet: headings in bold, every cell text, so that nothing is run or reformatted. */
export async function xlsxList(
  sheet: string,
  headings: readonly string[],
  rows: readonly (readonly string[])[],
): Promise<Uint8Array> {
  const data: SheetData = [
    headings.map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
    ...rows.map((row) => row.map((value) => ({ value, type: String }))),
  ];
  const columns = headings.map((heading, at) => ({
    width: Math.min(WIDEST, Math.max(heading.length, ...rows.map((row) => row[at]?.length ?? 0)) + 2),
  }));
  return writeXlsxFile(data, { sheet, columns }).toBuffer();
}
