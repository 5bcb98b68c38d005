import type { Result } from '#shared/kernel/result.ts';
import { ok } from '#shared/kernel/result.ts';
import type { CensusContent } from './census-xml-read.ts';
import { sniffDelimiter, splitRows } from './csv-rows.ts';
import type { ReadWatch } from './file-problems.ts';
import { createProblemList } from './file-problems.ts';
import { readText } from './read-text.ts';
import { cellReader } from './return-csv-head.ts';
import { readReturnTable } from './return-table-read.ts';

/**
 * Reads a return that First Day wrote as CSV. Columns are found by heading, so their order does not matter and
 * unknown ones are passed over with a warning. All rows must be of one school and one period. All or nothing:
 * any error refuses the file with every problem located, up to 100.
 */
export function readReturnCsv(bytes: Uint8Array, watch: ReadWatch = {}): Result<CensusContent> {
  const file = readText(bytes, 'csv');
  if (!file.ok) return file;
  const problems = createProblemList();
  const [heading, ...rows] = splitRows(file.value.text, sniffDelimiter(file.value.text), problems);
  const read = cellReader(heading, problems);
  const content = readReturnTable({ rows, read, problems, watch, bytesTotal: file.value.bytesTotal });
  if (!content.ok) return content;
  return ok({ ...content.value, warnings: [...file.value.warnings, ...content.value.warnings] });
}
