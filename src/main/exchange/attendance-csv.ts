import { checkUpn } from '#shared/domain/pupils/upn.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { sniffDelimiter, splitRows, type CsvRow } from './csv-rows.ts';
import { createProblemList, refuseFile, type ImportProblem, type ProblemList } from './file-problems.ts';
import { removeGuard } from './formula-guard.ts';
import { headingKey } from './pupil-csv-columns.ts';
import { readUkDate } from './read-date.ts';
import { readText } from './read-text.ts';

/** A figure of attendance as a file has it. */
export interface ReadFigure {
  readonly line: number;
  readonly upn: string;
  /** Tenths of a percent at most, cut and not rounded: 74.96 is below 75. */
  readonly percent: number;
  readonly on: IsoDate;
}

export interface AttendanceContent {
  readonly figures: readonly ReadFigure[];
  readonly warnings: readonly ImportProblem[];
}

/** More pupils than any school has, and a figure a week of each. */
const MAX_ROWS = 50_000;

const UPN = ['upn', 'unique pupil number', 'pupil upn', 'student upn'];
const PERCENT = [
  'attendance',
  'percent',
  'percentage',
  'attendance percent',
  'attendance percentage',
  'percentage attendance',
  'percent attendance',
  'present',
  'percentage present',
  'attendance figure',
];
const LAST_DAY = ['last day', 'up to', 'to', 'date', 'end date', 'to date', 'week ending', 'as of', 'on'];

interface Columns {
  readonly upn: number;
  readonly percent: number;
  readonly on: number | undefined;
}

/**
 * Reads figures of attendance from CSV: UPN, percent (74, 74.3 or 74.3%) and the last day they cover (ISO or
 * day/month/year), columns found by heading. A file without a column for the day takes `on`. All or nothing: one cell
 * that cannot be read refuses the file, with line, value and what to do.
 */
export function readAttendanceCsv(bytes: Uint8Array, on?: IsoDate): Result<AttendanceContent> {
  const file = readText(bytes, 'csv');
  if (!file.ok) return file;
  const problems = createProblemList();
  const { text } = file.value;
  const [heading, ...rows] = splitRows(text, sniffDelimiter(text), problems, MAX_ROWS + 2);
  const columns = findColumns(heading, on, problems);
  if (columns === undefined || problems.errorCount() > 0) return refuseFile(problems.all());
  if (rows.length > MAX_ROWS) {
    problems.error({
      message: `The file has more than ${MAX_ROWS.toLocaleString('en-GB')} rows, the most that can be read.`,
      remedy: 'Export the figures of one week or one half-term.',
    });
  }
  if (rows.length === 0) {
    problems.error({
      message: 'The file has no rows under its headings.',
      remedy: 'Export it again, with a row for each pupil.',
    });
  }
  const lines = new Map<string, number>();
  const figures: ReadFigure[] = [];
  for (const row of rows) {
    if (problems.full()) break;
    const figure = readRow(row, columns, on, problems);
    if (figure === undefined) continue;
    const key = `${figure.upn} ${figure.on}`;
    const first = lines.get(key);
    if (first === undefined) {
      lines.set(key, row.line);
      figures.push(figure);
      continue;
    }
    problems.error({
      line: row.line,
      element: 'UPN',
      value: figure.upn,
      message: `There is a figure of this pupil for the same day in line ${String(first)} already.`,
      remedy: 'Keep the one that is right and take the other row out.',
    });
  }
  if (problems.errorCount() > 0) return refuseFile(problems.all());
  return ok({ figures, warnings: [...file.value.warnings, ...problems.warnings()] });
}

function findColumns(
  heading: CsvRow | undefined,
  on: IsoDate | undefined,
  problems: ProblemList,
): Columns | undefined {
  const keys = (heading?.cells ?? []).map((cell) => headingKey(cell.replaceAll('%', ' percent ')));
  const placeOf = (names: readonly string[]): number | undefined =>
    names.map((name) => keys.indexOf(name)).find((place) => place >= 0);
  const [upn, percent, day] = [UPN, PERCENT, LAST_DAY].map(placeOf);
  const missing = (element: string, what: string, more = '') =>
    problems.error({
      line: 1,
      element,
      message: `The first row has no column with ${what}.`,
      remedy: `Give that column the heading “${element}”.${more} The file needs UPN, Attendance and Last day.`,
    });
  if (upn === undefined) missing('UPN', 'the pupil’s UPN');
  if (percent === undefined) missing('Attendance', 'the percentage');
  if (day === undefined && on === undefined)
    missing('Last day', 'the last day the figures cover', ' Or enter the day here for all rows.');
  if (upn === undefined || percent === undefined || (day === undefined && on === undefined)) return undefined;
  return { upn, percent, on: day };
}

function readRow(
  { line, cells }: CsvRow,
  columns: Columns,
  on: IsoDate | undefined,
  problems: ProblemList,
): ReadFigure | undefined {
  const at = (place: number): string => removeGuard((cells[place] ?? '').trim());
  // A wrong check letter is no matter here: the pupil is on the roll with this number, or is not.
  const { upn, checkLetter } = checkUpn(at(columns.upn));
  if (checkLetter === undefined) {
    problems.error({
      line,
      element: 'UPN',
      value: at(columns.upn),
      message: 'This is not a UPN.',
      remedy: 'Correct the number in the system the file came from and export again.',
    });
  }
  const percent = readPercent(at(columns.percent));
  if (percent === undefined) {
    problems.error({
      line,
      element: 'Attendance',
      value: at(columns.percent),
      message: 'This is not a percentage from 0 to 100.',
      remedy: 'Write it as 74 or 74.3. Take the row out if the pupil has no figure.',
    });
  }
  const day = columns.on === undefined || at(columns.on) === '' ? undefined : readUkDate(at(columns.on));
  if (day !== undefined && day.date === undefined) {
    problems.error({
      line,
      element: 'Last day',
      value: at(columns.on ?? 0),
      message: day.message,
      remedy: day.remedy,
    });
    return undefined;
  }
  const covered = day?.date ?? on;
  if (covered === undefined) {
    problems.error({
      line,
      element: 'Last day',
      message: 'The last day that the figure covers is missing.',
      remedy: 'Enter it in the file, or enter the day here for all rows.',
    });
  }
  if (checkLetter === undefined || percent === undefined || covered === undefined) return undefined;
  return { line, upn, percent, on: covered };
}

/** Cut to tenths, so that a figure below a limit of whole percents stays below it. */
function readPercent(text: string): number | undefined {
  const figures = /^(\d{1,3})(?:\.(\d+))?\s*%?$/.exec(text);
  if (figures === null) return undefined;
  const [, whole = '', decimals = ''] = figures;
  const percent = Number(`${whole}.${decimals.slice(0, 1) || '0'}`);
  return percent > 100 || (percent === 100 && /[1-9]/.test(decimals)) ? undefined : percent;
}
