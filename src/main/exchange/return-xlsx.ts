import { periodName } from '#shared/text/period-words.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { findUnwritable } from './check-writable.ts';
import { problem, refuseWriting } from './file-problems.ts';
import { RETURN_COLUMNS } from './return-csv-columns.ts';
import type { ReturnDocument } from './return-document.ts';
import { returnRows } from './return-rows.ts';
import { RETURN_TITLES } from './return-titles.ts';
import { MAX_CELL, workbookBytes } from './workbook-bytes.ts';

/** The sheet that holds the return; the other one is for the reader only. */
export const EXCLUSIONS_SHEET = 'Exclusions';

const NARROW = 12;
const WIDE = 22;

/**
 * Writes the full record as a workbook for people: a sheet that says what it is, and a row for each exclusion with the
 * same columns and the same texts as the CSV. Dates are written 2025-11-10. Always the same bytes for the same return.
 */
export async function writeReturnXlsx(document: ReturnDocument): Promise<Result<Uint8Array>> {
  const rows = returnRows(document);
  const faults = [...findUnwritable(document), ...findLong(rows)];
  if (faults.length > 0) return refuseWriting(faults);
  const titles = RETURN_COLUMNS.map((column) => RETURN_TITLES[column][0]);
  return ok(
    await workbookBytes([
      { name: 'Read me', headRows: 1, rows: readMe(document, rows.length), widths: [26, 90] },
      {
        name: EXCLUSIONS_SHEET,
        headRows: 1,
        rows: [titles, ...rows],
        widths: titles.map((title) => (title.length > NARROW ? WIDE : Math.max(NARROW, title.length + 2))),
      },
    ]),
  );
}

const findLong = (rows: readonly (readonly string[])[]) =>
  rows.flatMap((row) =>
    row.flatMap((text, at) =>
      text.length <= MAX_CELL
        ? []
        : [
            problem('error', {
              element: `${row[RETURN_COLUMNS.indexOf('upn')] ?? ''} ${RETURN_COLUMNS[at] ?? ''}`,
              value: text,
              message: `This is longer than the ${String(MAX_CELL)} characters that a cell of a workbook takes.`,
              remedy: 'Shorten it, or choose another format.',
            }),
          ],
    ),
  );

function readMe(document: ReturnDocument, count: number): readonly (readonly string[])[] {
  const { school, period, referenceDate, serialNo, createdAt, nil } = document;
  const about = [
    ['Return of exclusions', periodName(period)],
    ['School', `${school.la}${school.estab}${school.name === undefined ? '' : ` ${school.name}`}`],
    ['Start dates', `${period.from} to ${period.to}`],
    ['Reference date', referenceDate],
    ['Version', serialNo ?? ''],
    ['Made at', createdAt ?? ''],
    ['Exclusions', nil ? 'none: the school says that there is nothing to return' : String(count)],
    ['', ''],
    [
      'How to read it',
      `The sheet “${EXCLUSIONS_SHEET}” has a row for each exclusion. First Day can read it back.`,
    ],
    [
      '',
      'Every cell is text. Dates are year-month-day. An empty cell was not said; it is not nought and not no.',
    ],
    ['', "A text that a spreadsheet could run as a formula has an apostrophe (') before it."],
    ['', ''],
    ['Column', 'What it says'],
  ];
  const meanings = RETURN_COLUMNS.map((column) => RETURN_TITLES[column]).map(([title, meaning = '']) => [
    title,
    meaning,
  ]);
  return [...about, ...meanings];
}
