import { CsvError } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import type { ProblemList } from './file-problems.ts';

export type Delimiter = ',' | ';' | '\t';

/** One row and the physical line of the file on which it begins. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

const DELIMITER_NAMES: Readonly<Record<Delimiter, string>> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
};
const MAX_COLUMNS = 500;
/** A row longer than this comes from a quotation mark that is never closed. */
const MAX_ROW_CHARS = 200_000;

/** The separator that the first line uses most outside quotation marks; a comma when it uses none. */
export function sniffDelimiter(text: string): Delimiter {
  const counts: Record<Delimiter, number> = { ',': 0, ';': 0, '\t': 0 };
  let quoted = false;
  for (const char of text.slice(0, MAX_ROW_CHARS)) {
    if (char === '"') quoted = !quoted;
    else if (!quoted && (char === '\n' || char === '\r')) break;
    else if (!quoted && (char === ',' || char === ';' || char === '\t')) counts[char] += 1;
  }
  const order: readonly Delimiter[] = [',', ';', '\t'];
  return order.reduce((best, one) => (counts[one] > counts[best] ? one : best), ',');
}

/**
 * Splits CSV text into rows. Blank lines are passed over; every row must have as many cells as the first, a
 * quotation mark inside an unquoted cell or an unclosed one is an error. Line numbers are those a text editor
 * shows, counted here from the line ends inside cells (the parser's own count takes CR LF in a cell as two).
 * `limit`: stop after so many rows (heading included).
 */
export function splitRows(
  text: string,
  delimiter: Delimiter,
  problems: ProblemList,
  limit = Number.POSITIVE_INFINITY,
): readonly CsvRow[] {
  const rows: CsvRow[] = [];
  let line = 1;
  let width: number | undefined;
  let enough = false;
  try {
    parse(text, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      max_record_size: MAX_ROW_CHARS,
      ...(limit === Number.POSITIVE_INFINITY ? {} : { to: limit * 2 + 50 }),
      on_record: (cells: string[]) => {
        const begins = line;
        line += 1 + cells.reduce((sum, cell) => sum + lineEnds(cell), 0);
        if (enough || cells.every((cell) => cell.trim() === '')) return null;
        width ??= checkHeading(cells, begins, problems);
        if (cells.length === width) rows.push({ line: begins, cells });
        else reportWidth(begins, cells, width, delimiter, problems);
        enough = rows.length >= limit || problems.full();
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    if (!enough) reportBroken(error, line, problems);
  }
  return rows;
}

const lineEnds = (cell: string): number =>
  cell.includes('\n') || cell.includes('\r') ? (cell.match(/\r\n|\r|\n/g)?.length ?? 0) : 0;

function checkHeading(cells: readonly string[], line: number, problems: ProblemList): number {
  if (cells.length > MAX_COLUMNS) {
    problems.error({
      line,
      message: `The first row has ${String(cells.length)} columns; at most ${String(MAX_COLUMNS)} can be read.`,
      remedy: 'Keep only the columns you need and save as CSV again.',
    });
  }
  return cells.length;
}

function reportWidth(
  line: number,
  cells: readonly string[],
  width: number,
  delimiter: Delimiter,
  problems: ProblemList,
): void {
  problems.error({
    line,
    value: cells.join(delimiter),
    message: `This row has ${String(cells.length)} columns; the first row has ${String(width)}.`,
    remedy:
      `Columns are separated by ${DELIMITER_NAMES[delimiter]}: a value that contains one must stand in ` +
      'quotation marks. Saving as CSV from a spreadsheet does this.',
  });
}

function reportBroken(error: CsvError, line: number, problems: ProblemList): void {
  const neverClosed = error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE';
  problems.error({
    line,
    message: neverClosed
      ? 'A quotation mark is opened in the row that begins here and never closed.'
      : 'There is a quotation mark inside a value in the row that begins here.',
    remedy:
      'A quotation mark that belongs to a value is written twice, and the value stands in quotation marks. ' +
      'Saving as CSV from a spreadsheet does this.',
  });
}
