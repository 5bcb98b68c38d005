import type { Result } from '#shared/kernel/result.ts';
import { ok } from '#shared/kernel/result.ts';
import { createProblemList, refuseFile, refuseFor, type ProblemList } from '../file-problems.ts';
import { largeCsvRows } from './large-csv.ts';
import type { LargeFile } from './large-file.ts';

/** One row of a table by its headings. */
export interface TableRow<C extends string> {
  readonly line: number;
  /** Without blank space at either end; empty where the file has no such column. */
  readonly at: (column: C) => string;
}

/**
 * Reads a small table that an authority keeps itself: headings in any order and case, those not asked for passed over. All
 * or nothing; `read` lists what is wrong with a row and then gives undefined.
 */
export function readSmallTable<C extends string, T>(
  file: LargeFile,
  { required, optional }: { readonly required: readonly C[]; readonly optional: readonly C[] },
  read: (row: TableRow<C>, problems: ProblemList) => T | undefined,
): Result<readonly T[]> {
  const problems = createProblemList();
  const found: T[] = [];
  let places: ReadonlyMap<C, number> | undefined;
  for (const { rows } of largeCsvRows(file, problems)) {
    for (const { line, cells } of rows) {
      if (places === undefined) {
        const headings = cells.map((cell) => cell.trim().toLowerCase());
        places = new Map(
          [...required, ...optional]
            .map((column) => [column, headings.indexOf(column)] as const)
            .filter(([, place]) => place >= 0),
        );
        if (headings.includes('upn')) {
          problems.error({
            line,
            element: 'upn',
            message: 'This is a list of pupils; the table has one row for each school.',
            remedy: 'Choose the table of schools. Returns are imported on Import.',
          });
        }
        for (const column of required.filter((one) => !places?.has(one))) {
          problems.error({
            line,
            element: column,
            message: 'The first row has no column with this heading.',
            remedy: `The headings are ${[...required, ...optional].join(', ')}, separated by commas.`,
          });
        }
        continue;
      }
      const one = read({ line, at: (column) => (cells[places?.get(column) ?? -1] ?? '').trim() }, problems);
      if (one !== undefined) found.push(one);
    }
    if (problems.full()) break;
  }
  if (problems.errorCount() > 0) return refuseFile(problems.all());
  if (found.length > 0) return ok(found);
  return refuseFor({
    message: 'The file has no rows below its headings.',
    remedy: 'Check that it is the right file and that it was saved with all its rows.',
  });
}

/** A school's number, `2014001` or `201/4001`; undefined with the problem listed where it is none. */
export function numberAt<C extends string>(
  row: TableRow<C>,
  column: C,
  problems: ProblemList,
): string | undefined {
  const laEstab = row.at(column).replace(/[\s/-]/g, '');
  if (/^\d{7}$/.test(laEstab)) return laEstab;
  problems.error({
    line: row.line,
    element: column,
    value: row.at(column),
    message: 'This is not the number of a school.',
    remedy: 'Write the authority’s three figures and the school’s four, e.g. 2014001.',
  });
  return undefined;
}
