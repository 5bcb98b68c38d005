import type { Result } from '#shared/kernel/result.ts';
import type { CensusContent } from './census-xml-read.ts';
import { createProblemList, type ReadWatch } from './file-problems.ts';
import { cellReader } from './return-csv-head.ts';
import { readReturnTable } from './return-table-read.ts';
import { columnOfTitle } from './return-titles.ts';
import { EXCLUSIONS_SHEET } from './return-xlsx.ts';
import { readSheetRows } from './sheet-rows.ts';

const WANTED = {
  sheet: EXCLUSIONS_SHEET,
  what: 'a return',
  remedy: 'Ask the school to make the return again and to send the file unchanged.',
};

/**
 * Reads a return that First Day wrote as a workbook, also after a person saved it in a spreadsheet program. All or
 * nothing.
 */
export async function readReturnXlsx(
  name: string,
  bytes: Uint8Array,
  watch: ReadWatch = {},
): Promise<Result<CensusContent>> {
  const problems = createProblemList();
  const sheet = await readSheetRows(name, bytes, WANTED, problems);
  if (!sheet.ok) return sheet;
  const [heading, ...rows] = sheet.value;
  const read = cellReader(heading, problems, columnOfTitle);
  return readReturnTable({ rows, read, problems, watch, bytesTotal: bytes.length });
}
