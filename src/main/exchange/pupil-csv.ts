import type { Result } from '#shared/kernel/result.ts';
import { ok } from '#shared/kernel/result.ts';
import type { CsvRow, Delimiter } from './csv-rows.ts';
import { sniffDelimiter, splitRows } from './csv-rows.ts';
import type { ImportProblem, ProblemList, ReadWatch } from './file-problems.ts';
import { createProblemList, refuseCancelled, refuseFile } from './file-problems.ts';
import type { ImportedPupil, PupilField } from './imported-pupil.ts';
import { PUPIL_FIELDS, REQUIRED_PUPIL_FIELDS } from './imported-pupil.ts';
import { checkPupil, createDuplicateCheck } from './pupil-check.ts';
import type { PupilCsvMapping } from './pupil-csv-columns.ts';
import { suggestMapping } from './pupil-csv-columns.ts';
import { readUkDate } from './read-date.ts';
import type { FileText, TextEncoding } from './read-text.ts';
import { readText } from './read-text.ts';

const PREVIEW_ROWS = 5;
const WATCH_EVERY = 200;

/** What the mapping screen shows before anything is read. */
export interface CsvInspection {
  readonly delimiter: Delimiter;
  readonly encoding: TextEncoding;
  /** Headings in file order; a blank one is named by its place ("Column 3"). */
  readonly columns: readonly string[];
  /** The first rows below the headings, at most five. */
  readonly rows: readonly (readonly string[])[];
  readonly mapping: PupilCsvMapping;
  /** Parts of a pupil that must be mapped and are not yet. */
  readonly missing: readonly PupilField[];
  readonly warnings: readonly ImportProblem[];
}

/** Looks at the headings and first rows of a spreadsheet saved as CSV and proposes which column is what. */
export function inspectCsv(bytes: Uint8Array): Result<CsvInspection> {
  const file = readText(bytes, 'csv');
  if (!file.ok) return file;
  const problems = createProblemList();
  const delimiter = sniffDelimiter(file.value.text);
  const [heading, ...rows] = splitRows(file.value.text, delimiter, problems, PREVIEW_ROWS + 1);
  const columns = readHeadings(heading, problems);
  if (problems.errorCount() > 0) return refuseFile(problems.all());
  const mapping = suggestMapping(columns);
  return ok({
    delimiter,
    encoding: file.value.encoding,
    columns,
    rows: rows.map((row) => row.cells),
    mapping,
    missing: REQUIRED_PUPIL_FIELDS.filter((field) => mapping[field] === undefined),
    warnings: [...file.value.warnings, ...problems.warnings()],
  });
}

export interface PupilCsvContent {
  readonly pupils: readonly ImportedPupil[];
  readonly warnings: readonly ImportProblem[];
}

/**
 * Reads pupils from a spreadsheet saved as CSV. `mapping` says which heading gives which part (as `inspectCsv`
 * proposes, corrected by the user). All or nothing: any error refuses the file with every problem located.
 */
export function readPupilCsv(
  bytes: Uint8Array,
  mapping: PupilCsvMapping,
  watch: ReadWatch = {},
): Result<PupilCsvContent> {
  const file = readText(bytes, 'csv');
  if (!file.ok) return file;
  const problems = createProblemList();
  const [heading, ...rows] = splitRows(file.value.text, sniffDelimiter(file.value.text), problems);
  const places = findColumns(readHeadings(heading, problems), mapping, problems);
  if (rows.length === 0 && problems.errorCount() === 0) {
    problems.error({
      message: 'The file has headings but no pupils below them.',
      remedy: 'Check that it is the right file and that it was saved with all its rows.',
    });
  }
  if (problems.errorCount() > 0 && (places === undefined || rows.length === 0))
    return refuseFile(problems.all());
  const pupils = readRows(rows, places ?? {}, file.value, problems, watch);
  if (pupils === 'cancelled') return refuseCancelled();
  if (problems.errorCount() > 0) return refuseFile(problems.all());
  return ok({ pupils, warnings: [...file.value.warnings, ...problems.warnings()] });
}

interface Column {
  readonly place: number;
  readonly heading: string;
}

type Columns = Readonly<Partial<Record<PupilField, Column>>>;

function readRows(
  rows: readonly CsvRow[],
  columns: Columns,
  file: FileText,
  problems: ProblemList,
  watch: ReadWatch,
): readonly ImportedPupil[] | 'cancelled' {
  const pupils: ImportedPupil[] = [];
  const checkDuplicate = createDuplicateCheck(problems);
  for (const [index, row] of rows.entries()) {
    if (index % WATCH_EVERY === 0) {
      if (watch.cancelled?.() === true) return 'cancelled';
      watch.progress?.(Math.round((index / rows.length) * file.bytesTotal), file.bytesTotal);
    }
    const pupil = checkPupil(
      {
        line: row.line,
        field: (name) => {
          const column = columns[name];
          return {
            text: column === undefined ? undefined : row.cells[column.place],
            line: row.line,
            element: column?.heading ?? name,
          };
        },
        readDate: readUkDate,
      },
      problems,
    );
    if (pupil !== undefined) {
      checkDuplicate(pupil, columns.upn?.heading ?? 'UPN');
      pupils.push(pupil);
    }
    if (problems.full()) break;
  }
  watch.progress?.(file.bytesTotal, file.bytesTotal);
  return pupils;
}

function readHeadings(heading: CsvRow | undefined, problems: ProblemList): readonly string[] {
  const columns = (heading?.cells ?? []).map((cell, place) => cell.trim() || `Column ${String(place + 1)}`);
  if (columns.length < 2 && problems.errorCount() === 0) {
    problems.error({
      ...(heading === undefined ? {} : { line: heading.line }),
      value: columns[0],
      message: 'The first row has only one column, so this is not a list of pupils that can be read.',
      remedy: 'The first row must hold the headings, separated by commas, semicolons or tabs.',
    });
  }
  return columns;
}

/** Places of the mapped columns; undefined when a heading of the mapping is not there or is there twice. */
function findColumns(
  columns: readonly string[],
  mapping: PupilCsvMapping,
  problems: ProblemList,
): Columns | undefined {
  if (columns.length < 2) return undefined;
  const before = problems.errorCount();
  const found: Partial<Record<PupilField, Column>> = {};
  for (const field of PUPIL_FIELDS) {
    const heading = mapping[field];
    if (heading === undefined) continue;
    const place = columns.indexOf(heading);
    if (place < 0) {
      problems.error({
        line: 1,
        element: heading,
        message: 'The file has no column with this heading.',
        remedy: 'Choose the columns again: the file may have changed since they were chosen.',
      });
    } else if (columns.indexOf(heading, place + 1) >= 0) {
      problems.error({
        line: 1,
        element: heading,
        message: 'The file has two columns with this heading.',
        remedy: 'Rename or delete one of them in the spreadsheet and save as CSV again.',
      });
    }
    found[field] = { place, heading };
  }
  for (const field of REQUIRED_PUPIL_FIELDS) {
    if (mapping[field] !== undefined) continue;
    problems.error({
      line: 1,
      element: field,
      message: `No column was chosen for the pupil's ${FIELD_WORDS[field]}.`,
      remedy: 'Choose the column that holds it, or add one to the spreadsheet.',
    });
  }
  return problems.errorCount() > before ? undefined : found;
}

const FIELD_WORDS = { upn: 'UPN', surname: 'surname', forename: 'forename', dob: 'date of birth' } as const;
