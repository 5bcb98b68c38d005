import { StringDecoder } from 'node:string_decoder';
import { closeSync, openSync } from 'node:fs';
import type { CsvRow } from '../csv-rows.ts';
import type { ProblemList } from '../file-problems.ts';
import { decodeWindows1252 } from '../windows-1252.ts';
import { piecesOf, type LargeFile } from './large-file.ts';

/** A row longer than this is no row but a quotation mark that was never closed. */
const MAX_ROW = 1_000_000;
const QUOTE = 0x22;
const FEED = 0x0a;

/**
 * The rows of a CSV file (commas, RFC 4180) with no more of it in memory than a piece: the heading first, blank lines
 * passed over. Lines count from 1 as an editor shows them. Reads synchronously, so that a transaction may take the rows as
 * they come; `done` is how much of the file was read before them. Ends at the first fault of form, which is in `problems`.
 */
export function* largeCsvRows(
  file: LargeFile,
  problems: ProblemList,
): Generator<{ readonly rows: readonly CsvRow[]; readonly done: number }> {
  const handle = openSync(file.path, 'r');
  try {
    const decode = decoderOf(file);
    const lines = { next: 1 };
    let rest = '';
    let read = file.skip;
    for (const piece of piecesOf(handle, file.skip)) {
      read += piece.length;
      const text = rest + decode(piece);
      const end = lastRowEnd(text);
      rest = text.slice(end);
      const rows = rowsOf(text.slice(0, end), lines, problems);
      if (rest.length > MAX_ROW) neverClosed(problems, lines.next);
      yield { rows, done: read / file.size };
      if (problems.errorCount() > 0) return;
    }
    yield { rows: rowsOf(rest, lines, problems), done: 1 };
  } finally {
    closeSync(handle);
  }
}

function decoderOf({ encoding }: LargeFile): (piece: Buffer) => string {
  if (encoding === 'windows-1252') return decodeWindows1252;
  const decoder = new StringDecoder('utf8');
  return (piece) => decoder.write(piece);
}

/** Where the last whole row ends: after a line feed that stands outside quotation marks. */
function lastRowEnd(text: string): number {
  if (!text.includes('"')) return text.lastIndexOf('\n') + 1;
  let open = false;
  let end = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) open = !open;
    else if (code === FEED && !open) end = at + 1;
  }
  return end;
}

/** Splits whole rows; without quotation marks by the commas alone, which is what most files of this size are. */
function rowsOf(text: string, lines: { next: number }, problems: ProblemList): readonly CsvRow[] {
  const rows: CsvRow[] = [];
  let at = 0;
  while (at < text.length) {
    let end = text.indexOf('\n', at);
    if (end < 0) end = text.length;
    let line = text.slice(at, end);
    const begins = lines.next;
    lines.next += 1;
    // A quotation mark left open takes in the lines that follow.
    let open = isOdd(line);
    while (open && end < text.length) {
      const next = text.indexOf('\n', end + 1);
      const to = next < 0 ? text.length : next;
      if (isOdd(text.slice(end, to))) open = false;
      end = to;
      lines.next += 1;
    }
    if (end > at + line.length) line = text.slice(at, end);
    at = end + 1;
    if (line.endsWith('\r')) line = line.slice(0, -1);
    if (line.includes('\0')) {
      problems.error({
        line: begins,
        message: 'This line holds empty (NUL) characters, which text files do not have.',
        remedy: 'The file may be damaged. Download it again.',
      });
      return rows;
    }
    const cells = line.includes('"') ? quotedCells(line) : line.split(',');
    if (cells === undefined) {
      neverClosed(problems, begins);
      return rows;
    }
    if (cells.some((cell) => cell.trim() !== '')) rows.push({ line: begins, cells });
  }
  return rows;
}

const isOdd = (text: string): boolean => text.includes('"') && text.split('"').length % 2 === 0;

const CELL = /(?:"([^"]*(?:""[^"]*)*)"|([^",]*))(,|$)/y;

/** The cells of one row; undefined where a quotation mark stands where none may. */
function quotedCells(line: string): readonly string[] | undefined {
  const cells: string[] = [];
  CELL.lastIndex = 0;
  for (;;) {
    const found = CELL.exec(line);
    if (found === null) return undefined;
    const [, quoted, plain, separator] = found;
    cells.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (separator === '') return cells;
  }
}

const neverClosed = (problems: ProblemList, line: number): void =>
  problems.error({
    line,
    message: 'A quotation mark in the row that begins here stands inside a value or is never closed.',
    remedy: 'Download the file again; if somebody has edited it, take it as it was published.',
  });
