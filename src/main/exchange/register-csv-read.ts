import { sessionKey } from '#shared/domain/calendar/session-key.ts';
import type { Slot } from '#shared/domain/calendar/types.ts';
import { checkUpn, type UpnCheck } from '#shared/domain/pupils/upn.ts';
import type { RegisterMark } from '#shared/domain/register/types.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { sniffDelimiter, splitRows, type CsvRow } from './csv-rows.ts';
import {
  createProblemList,
  refuseCancelled,
  refuseFile,
  type ImportProblem,
  type ProblemList,
  type ReadWatch,
} from './file-problems.ts';
import { removeGuard } from './formula-guard.ts';
import { readUkDate, type ReadDate } from './read-date.ts';
import { readText } from './read-text.ts';
import { findRegisterColumns, type RegisterColumns } from './register-csv-columns.ts';

/** A year of a large school has about 760,000 marks; more in one file is a mistake. */
const MAX_MARKS = 1_000_000;

const WATCH_EVERY = 500;

/** Cells that say "no mark": a dash is what most systems print where nobody has taken the register. */
const NO_MARK = new Set(['', '-', '.', 'N/A']);

const SLOTS: Readonly<Record<string, Slot>> = {
  am: 'am',
  a: 'am',
  morning: 'am',
  '1': 'am',
  pm: 'pm',
  p: 'pm',
  afternoon: 'pm',
  '2': 'pm',
};

export interface RegisterContent {
  readonly marks: readonly RegisterMark[];
  /** Rows that were left out, each with what to do about it, and warnings. */
  readonly problems: readonly ImportProblem[];
}

/**
 * Reads an attendance register from CSV: UPN, date (ISO or day/month/year), session and code in a row a session, or the
 * codes of both sessions in a row a day; columns are found by heading. A row that cannot be read is left out and listed,
 * so that the rest can be compared. The file is refused when its form cannot be understood or hardly anything can be read.
 */
export function readRegisterCsv(bytes: Uint8Array, watch: ReadWatch = {}): Result<RegisterContent> {
  const file = readText(bytes, 'csv');
  if (!file.ok) return file;
  const problems = createProblemList();
  const { text } = file.value;
  const [heading, ...rows] = splitRows(text, sniffDelimiter(text), problems, MAX_MARKS + 1);
  const columns = findRegisterColumns(heading, problems);
  // A row of another width or an open quotation mark: what follows cannot be trusted, so none of it is compared.
  if (columns === undefined || problems.errorCount() > 0) return refuseFile(problems.all());
  if (rows.length >= MAX_MARKS) {
    problems.error({
      message: `The file has more than ${MAX_MARKS.toLocaleString('en-GB')} rows, the most that can be compared.`,
      remedy: 'Export a shorter period, for example one term.',
    });
    return refuseFile(problems.all());
  }

  const marks = new Map<string, RegisterMark>();
  const readers = remembering();
  for (const [index, row] of rows.entries()) {
    if (index % WATCH_EVERY === 0) {
      if (watch.cancelled?.() === true) return refuseCancelled();
      watch.progress?.(index, rows.length);
    }
    if (problems.full()) return refuseFile(problems.all());
    for (const mark of readRow(row, columns, readers, problems)) keep(mark, row.line, marks, problems);
  }
  if (marks.size === 0) {
    problems.error({
      message: 'No mark could be read from the file.',
      remedy: 'Check that it is the attendance register, with a code for each session, and export it again.',
    });
    return refuseFile(problems.all());
  }
  return ok({ marks: [...marks.values()], problems: [...file.value.warnings, ...problems.all()] });
}

interface Readers {
  readonly upn: (text: string) => UpnCheck;
  readonly date: (text: string) => ReadDate;
}

/** A register has each number and each date many times: what one text was read as is remembered. */
function remembering(): Readers {
  const remember = <T>(read: (text: string) => T) => {
    const known = new Map<string, T>();
    return (text: string): T => {
      const before = known.get(text);
      if (before !== undefined) return before;
      const now = read(text);
      known.set(text, now);
      return now;
    };
  };
  return { upn: remember((text) => checkUpn(text)), date: remember(readUkDate) };
}

function readRow(
  row: CsvRow,
  columns: RegisterColumns,
  readers: Readers,
  problems: ProblemList,
): readonly RegisterMark[] {
  const at = (place: number): string => removeGuard((row.cells[place] ?? '').trim());
  const upn = readers.upn(at(columns.upn));
  if (upn.checkLetter === undefined) {
    problems.error({
      line: row.line,
      element: 'UPN',
      value: at(columns.upn),
      message: 'This is not a UPN, so the row was left out.',
      remedy: 'Correct the number in the register’s system and export again.',
    });
    return [];
  }
  const read = readers.date(at(columns.date));
  if (read.date === undefined) {
    const { message, remedy } = read;
    const value = at(columns.date);
    problems.error({
      line: row.line,
      element: 'Date',
      value,
      message: `${message} The row was left out.`,
      remedy,
    });
    return [];
  }
  const mark = (slot: Slot, code: string): readonly RegisterMark[] => {
    const capital = code.toUpperCase();
    if (NO_MARK.has(capital)) return [];
    if (capital.length > 3) return badCode(row.line, code, problems);
    return [{ upn: upn.upn, date: read.date, slot, code: capital }];
  };
  if (columns.form === 'days') return [...mark('am', at(columns.am)), ...mark('pm', at(columns.pm))];
  const slot = SLOTS[at(columns.session).toLowerCase()];
  if (slot !== undefined) return mark(slot, at(columns.mark));
  problems.error({
    line: row.line,
    element: 'Session',
    value: at(columns.session),
    message: 'The session is neither am nor pm, so the row was left out.',
    remedy: 'Write AM or PM. Lessons and lunchtimes are not sessions of the register.',
  });
  return [];
}

function badCode(line: number, value: string, problems: ProblemList): readonly RegisterMark[] {
  problems.error({
    line,
    element: 'Code',
    value,
    message: 'This is too long for a register code, so the mark was left out.',
    remedy: 'Export the code itself (for example E), not its description.',
  });
  return [];
}

function keep(
  mark: RegisterMark,
  line: number,
  marks: Map<string, RegisterMark>,
  problems: ProblemList,
): void {
  const key = `${mark.upn} ${sessionKey(mark)}`;
  const known = marks.get(key);
  if (known === undefined) marks.set(key, mark);
  else if (known.code !== mark.code) {
    problems.error({
      line,
      element: 'Code',
      value: mark.code,
      message: `This session has another mark in the same file (${known.code}). The first one was compared.`,
      remedy: 'Correct the register so that each session has one mark, and export again.',
    });
  }
}
