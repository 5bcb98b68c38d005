import { referenceDateOf } from '#shared/domain/returns/periods.ts';
import type { CsvRow } from './csv-rows.ts';
import { dropUndefined } from './drop-undefined.ts';
import type { ProblemList } from './file-problems.ts';
import { removeGuard } from './formula-guard.ts';
import type { RawField } from './pupil-check.ts';
import type { ReadDate } from './read-date.ts';
import { readMadeAt } from './made-at.ts';
import { createReturnChecks } from './return-field-checks.ts';
import { checkPeriod, checkSchool } from './return-head-check.ts';
import type { ReturnColumn } from './return-csv-columns.ts';
import { NIL_CATEGORY, REQUIRED_RETURN_COLUMNS, RETURN_COLUMNS } from './return-csv-columns.ts';
import type { ReturnDocument } from './return-document.ts';

/** One row seen through the headings: `field('upn')` is its text, line and column. */
export type CellReader = (column: ReturnColumn | MappedColumn) => RawField;

/** Columns that files of other systems may have in place of ours. */
export type MappedColumn = 'days';

/**
 * Finds the columns by their headings (`columnOf` gives our column for one); undefined, with an error, when the file is no
 * return of ours.
 */
export function cellReader(
  heading: CsvRow | undefined,
  problems: ProblemList,
  columnOf: (title: string) => string = (title) => title.trim().toLowerCase(),
): ((row: CsvRow) => CellReader) | undefined {
  const titles = (heading?.cells ?? []).map((title) => title.trim());
  const names = titles.map(columnOf);
  const places = new Map<string, number>();
  const known = new Set<string>(RETURN_COLUMNS);
  const place = heading === undefined ? {} : { line: heading.line };
  for (const [index, name] of names.entries()) {
    if (places.has(name) && known.has(name)) {
      problems.error({
        ...place,
        element: name,
        message: 'Two columns have this heading.',
        remedy: 'Send the file as First Day wrote it.',
      });
    }
    if (!known.has(name)) {
      problems.warning({
        ...place,
        element: name,
        message: 'This column is not part of a return and was not read.',
        remedy: 'Nothing need be done.',
      });
    }
    places.set(name, index);
  }
  const missing = REQUIRED_RETURN_COLUMNS.filter((name) => !places.has(name));
  if (missing.length > 0) {
    problems.error({
      ...place,
      message: `This is not a return made by First Day: the column ${missing.join(', ')} is missing.`,
      remedy: 'Ask the school to make the return again and to send the file unchanged.',
    });
    return undefined;
  }
  return (row) => (column) => {
    const index = places.get(column);
    const cell = index === undefined ? undefined : row.cells[index];
    return {
      text: cell === undefined ? undefined : removeGuard(cell).trim(),
      line: row.line,
      element: (index === undefined ? undefined : titles[index]) ?? column,
    };
  };
}

type Census = Omit<ReturnDocument, 'nil' | 'pupils'>;

/** The school and period, from the first row. */
export function readCensus(
  cell: CellReader,
  readDate: (text: string) => ReadDate,
  problems: ProblemList,
): Census | undefined {
  const laestab = cell('laestab');
  const part = (from: number, to: number): RawField => ({ ...laestab, text: laestab.text?.slice(from, to) });
  const identity = checkSchool({ la: part(0, 3), estab: part(3, 10) }, problems);
  const period = checkPeriod(
    {
      kind: cell('period_kind'),
      term: cell('census_term'),
      year: cell('census_year'),
      from: cell('period_from'),
      to: cell('period_to'),
    },
    problems,
    readDate,
  );
  const reference = cell('reference_date');
  // Ours always have the column; for a file of another system without it the day follows from the period.
  const referenceDate =
    reference.text === undefined && period !== undefined
      ? referenceDateOf(period)
      : createReturnChecks(problems, readDate).date(reference, 'reference date');
  if (identity === undefined || period === undefined || referenceDate === undefined) return undefined;
  const given = (column: ReturnColumn): string | undefined => cell(column).text || undefined;
  return dropUndefined({
    period,
    referenceDate,
    school: dropUndefined({
      ...identity,
      name: given('school_name'),
      urn: given('urn'),
      phase: given('phase'),
    }),
    serialNo: given('serial_no'),
    createdAt: readMadeAt(cell('created_at'), problems),
    software: given('software'),
    release: given('release'),
  });
}

/** A nil return is one row and no pupil: anything more contradicts it. */
export function checkNil(
  rows: readonly CsvRow[],
  read: (row: CsvRow) => CellReader,
  problems: ProblemList,
): void {
  const second = rows[1];
  const pupil = (['upn', 'surname', 'forename', 'start_date'] as const).some(
    (column) => rows[0] !== undefined && (read(rows[0])(column).text ?? '') !== '',
  );
  if (second === undefined && !pupil) return;
  problems.error({
    line: second?.line ?? rows[0]?.line,
    element: 'category',
    value: NIL_CATEGORY,
    message: 'The file says that there is nothing to return and yet holds a pupil.',
    remedy: 'Ask the school which of the two is right and to send the return again.',
  });
}

const SAME_IN_ALL_ROWS = [
  'laestab',
  'period_kind',
  'census_term',
  'census_year',
  'period_from',
  'period_to',
  'reference_date',
  'serial_no',
] as const satisfies readonly ReturnColumn[];

/** Reports a row of another school or period: two files may have been pasted together. */
export function checkSameReturn(cell: CellReader, first: CellReader, problems: ProblemList): void {
  for (const column of SAME_IN_ALL_ROWS) {
    const here = cell(column);
    const there = first(column);
    if ((here.text ?? '') === (there.text ?? '')) continue;
    problems.error({
      line: here.line,
      element: column,
      value: here.text,
      message: `This row belongs to another return than the first one, which has "${there.text ?? ''}" here.`,
      remedy: 'Each school and period has its own file. Ask for the files one by one.',
    });
  }
}
