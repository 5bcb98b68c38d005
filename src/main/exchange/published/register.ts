import type { IsoDate } from '#shared/kernel/plain-date.ts';
import type { Result } from '#shared/kernel/result.ts';
import { ok, refuse } from '#shared/kernel/result.ts';
import type { CsvRow } from '../csv-rows.ts';
import { createProblemList, refuseCancelled, refuseFile, type ReadWatch } from '../file-problems.ts';
import { largeCsvRows } from './large-csv.ts';
import type { LargeFile } from './large-file.ts';
import { REQUIRED, WANTED, type RegisterColumn } from './register-columns.ts';
import { readRegisterRow, type LeftOut, type RegisterRow } from './register-row.ts';

export interface RegisterContent {
  /** One for each LAESTAB: the open one where a number was given again, else the one that closed last. */
  readonly schools: readonly RegisterRow[];
  readonly leftOut: ReadonlyMap<LeftOut | 'earlier', number>;
  readonly warnings: ReturnType<ReturnType<typeof createProblemList>['warnings']>;
}

/**
 * Reads the national register of schools (one file of all establishments, 130 to 140 columns; only those above are read,
 * so that a column more or less does no harm). Refused where a column is missing that tells a school, or a value is none.
 */
export function readRegister(file: LargeFile, watch: ReadWatch = {}): Result<RegisterContent> {
  const problems = createProblemList();
  const schools = new Map<string, RegisterRow>();
  const leftOut = new Map<LeftOut | 'earlier', number>();
  let places: Partial<Record<RegisterColumn, number>> | undefined;
  let width = 0;
  for (const { rows, done } of largeCsvRows(file, problems)) {
    if (watch.cancelled?.() === true) return refuseCancelled();
    for (const row of rows) {
      if (places === undefined) {
        places = placesOf(row, problems);
        if (problems.errorCount() > 0) return refuseFile(problems.all());
        width = row.cells.length;
        continue;
      }
      if (row.cells.length !== width) {
        problems.error({
          line: row.line,
          value: row.cells.slice(0, 5).join(','),
          message: `This row has ${row.cells.length} columns; the first row has ${width}.`,
          remedy: 'Download the register again: it may have been cut short or edited.',
        });
      } else {
        const read = readRegisterRow(row, places, problems);
        if (typeof read === 'string') leftOut.set(read, (leftOut.get(read) ?? 0) + 1);
        else if (read) keep(schools, read, leftOut);
      }
      if (problems.full()) return refuseFile(problems.all());
    }
    watch.progress?.(done * file.size, file.size);
  }
  if (problems.errorCount() > 0) return refuseFile(problems.all());
  if (schools.size === 0) {
    return refuse(
      'unreadable-file',
      'The file has no school of England that makes returns. Nothing was changed. Choose the register of all establishments.',
    );
  }
  return ok({ schools: [...schools.values()], leftOut, warnings: problems.warnings() });
}

function placesOf(
  { line, cells }: CsvRow,
  problems: ReturnType<typeof createProblemList>,
): Partial<Record<RegisterColumn, number>> {
  const headings = cells.map((cell) => cell.trim());
  const places: Partial<Record<RegisterColumn, number>> = {};
  for (const column of [...REQUIRED, ...WANTED]) {
    const place = headings.indexOf(column);
    if (place >= 0) places[column] = place;
  }
  const needed = REQUIRED.filter((column) => places[column] === undefined);
  if (needed.length * 2 > REQUIRED.length) {
    problems.error({
      line,
      value: headings.join(', '),
      message: 'These are not the headings of the national register of schools.',
      remedy: 'Choose the register of all establishments as it was downloaded.',
    });
    return places;
  }
  for (const column of needed) {
    problems.error({
      line,
      element: column,
      message: 'The register has this column, and the file does not.',
      remedy: 'Download all fields of the register’s establishments, and choose that file.',
    });
  }
  const missing = WANTED.filter((column) => places[column] === undefined);
  if (missing.length > 0) {
    problems.warning({
      line,
      element: missing.join(', '),
      message: 'The file does not have these columns, so what they say is not known of any school.',
      remedy: 'Nothing must be done. To have it, download all fields of the register.',
    });
  }
  return places;
}

/** A number is given again when a school becomes an academy: the school that is open has it. */
function keep(
  schools: Map<string, RegisterRow>,
  row: RegisterRow,
  leftOut: Map<LeftOut | 'earlier', number>,
): void {
  const before = schools.get(row.laEstab);
  const ended = ({ closedOn }: RegisterRow): IsoDate => closedOn ?? '9999-12-31';
  if (before) leftOut.set('earlier', (leftOut.get('earlier') ?? 0) + 1);
  if (!before || ended(row) > ended(before)) schools.set(row.laEstab, row);
}
