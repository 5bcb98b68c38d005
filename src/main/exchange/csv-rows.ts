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
const FEED = 0x0a;
const RETURN = 0x0d;
const QUOTE = 0x22;
const MAX_COLUMNS = 500;
const HEADING_CHARS = 200_000;

/** The separator that the first line uses most outside quotation marks; a comma when it uses none. */
export function sniffDelimiter(text: string): Delimiter {
  const counts: Record<Delimiter, number> = { ',': 0, ';': 0, '\t': 0 };
  let quoted = false;
  for (const char of text.slice(0, HEADING_CHARS)) {
    if (char === '"') quoted = !quoted;
    else if (!quoted && (char === '\n' || char === '\r')) break;
    else if (!quoted && (char === ',' || char === ';' || char === '\t')) counts[char] += 1;
  }
  const order: readonly Delimiter[] = [',', ';', '\t'];
  return order.reduce((best, one) => (counts[one] > counts[best] ? one : best), ',');
}

/**
 * Splits CSV text into rows (RFC 4180, with the separator of the caller's choice). Blank lines are passed over;
 * every row must have as many cells as the first; a quotation mark inside a plain cell or one never closed ends
 * the reading. Our own scanner because lines must be those a text editor shows, also with CR LF inside cells,
 * and because csv-parse took 20 seconds over a million line ends (a hostile file of one megabyte).
 * `limit`: stop after so many rows, heading included.
 */
export function splitRows(
  text: string,
  delimiter: Delimiter,
  problems: ProblemList,
  limit = Number.POSITIVE_INFINITY,
): readonly CsvRow[] {
  const rows: CsvRow[] = [];
  let place = 0;
  let line = 1;
  let width: number | undefined;
  while (place < text.length && rows.length < limit && !problems.full()) {
    const scanned = scanRow(text, place, delimiter);
    const begins = line;
    if (scanned.fault !== undefined) {
      reportFault(scanned.fault, begins, problems);
      break;
    }
    place = scanned.next;
    line += scanned.lines;
    const { cells } = scanned;
    if (cells.every((cell) => cell.trim() === '')) continue;
    width ??= cells.length;
    if (cells.length === width) rows.push({ line: begins, cells });
    else reportWidth({ line: begins, cells }, width, delimiter, problems);
  }
  return rows;
}

type Fault = 'never-closed' | 'quote-inside' | 'too-wide';

type ScannedRow =
  | {
      readonly cells: readonly string[];
      readonly next: number;
      readonly lines: number;
      readonly fault?: undefined;
    }
  | { readonly fault: Fault };

function scanRow(text: string, start: number, delimiter: Delimiter): ScannedRow {
  const cells: string[] = [];
  let place = start;
  let lines = 1;
  for (;;) {
    const cell = text[place] === '"' ? scanQuoted(text, place) : scanPlain(text, place, delimiter);
    if (cell.fault !== undefined) return cell;
    cells.push(cell.value);
    place = cell.next;
    lines += countLineEnds(cell.value);
    if (cells.length > MAX_COLUMNS) return { fault: 'too-wide' };
    const after = text[place];
    if (after === delimiter) place += 1;
    else if (after === undefined) return { cells, next: place, lines };
    else if (after === '\n') return { cells, next: place + 1, lines };
    else if (after === '\r') return { cells, next: place + (text[place + 1] === '\n' ? 2 : 1), lines };
    else return { fault: 'quote-inside' };
  }
}

type ScannedCell =
  { readonly value: string; readonly next: number; readonly fault?: undefined } | { readonly fault: Fault };

function scanPlain(text: string, start: number, delimiter: Delimiter): ScannedCell {
  // A plain loop: it runs for every cell of every file, and a pattern would take three times as long.
  const end = delimiter.charCodeAt(0);
  let next = start;
  for (; next < text.length; next += 1) {
    const code = text.charCodeAt(next);
    if (code === end || code === FEED || code === RETURN) break;
    if (code === QUOTE) return { fault: 'quote-inside' };
  }
  return { value: text.slice(start, next), next };
}

function scanQuoted(text: string, start: number): ScannedCell {
  let end = start + 1;
  for (;;) {
    end = text.indexOf('"', end);
    if (end < 0) return { fault: 'never-closed' };
    if (text[end + 1] !== '"') break;
    end += 2;
  }
  return { value: text.slice(start + 1, end).replaceAll('""', '"'), next: end + 1 };
}

const countLineEnds = (cell: string): number =>
  cell.includes('\n') || cell.includes('\r') ? (cell.match(/\r\n|\r|\n/g)?.length ?? 0) : 0;

function reportWidth(row: CsvRow, width: number, delimiter: Delimiter, problems: ProblemList): void {
  problems.error({
    line: row.line,
    value: row.cells.join(delimiter),
    message: `This row has ${String(row.cells.length)} columns; the first row has ${String(width)}.`,
    remedy:
      `Columns are separated by ${DELIMITER_NAMES[delimiter]}: a value that contains one must stand in ` +
      'quotation marks. Saving as CSV from a spreadsheet does this.',
  });
}

function reportFault(fault: Fault, line: number, problems: ProblemList): void {
  if (fault === 'too-wide') {
    problems.error({
      line,
      message: `This row has more than ${String(MAX_COLUMNS)} columns, the most that can be read.`,
      remedy: 'Keep only the columns you need and save as CSV again.',
    });
    return;
  }
  problems.error({
    line,
    message:
      fault === 'never-closed'
        ? 'A quotation mark is opened in the row that begins here and never closed.'
        : 'There is a quotation mark inside a value in the row that begins here.',
    remedy:
      'A quotation mark that belongs to a value is written twice, and the value stands in quotation marks. ' +
      'Saving as CSV from a spreadsheet does this.',
  });
}
