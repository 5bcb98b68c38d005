import type { Result } from '#shared/kernel/result.ts';
import { ok } from '#shared/kernel/result.ts';
import { findUnwritable } from './check-writable.ts';
import { refuseWriting } from './file-problems.ts';
import { RETURN_COLUMNS } from './return-csv-columns.ts';
import type { ReturnDocument } from './return-document.ts';
import { returnRows } from './return-rows.ts';

const BYTE_ORDER_MARK = '\ufeff';

/**
 * Writes the full record as CSV, a row for each exclusion: UTF-8 with a byte order mark and CR LF (what Excel
 * needs to show accents), cells that a spreadsheet would run as formulas guarded with an apostrophe. A nil
 * return is one row with the category `NIL`. Refused: characters that no file may hold.
 */
export function writeReturnCsv(document: ReturnDocument): Result<string> {
  const faults = findUnwritable(document);
  if (faults.length > 0) return refuseWriting(faults);
  const lines = [RETURN_COLUMNS, ...returnRows(document)].map((row) => row.map(cell).join(','));
  return ok(`${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`);
}

function cell(text: string): string {
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
