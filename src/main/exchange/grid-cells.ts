import type { CsvRow } from './csv-rows.ts';
import type { ProblemList } from './file-problems.ts';
import { removeGuard } from './formula-guard.ts';
import { GRID_COLUMN_NAMES, GRID_COLUMNS, REQUIRED_GRID_COLUMNS, type GridColumn } from './grid-columns.ts';
import type { RawField } from './pupil-check.ts';
import { headingKey } from './pupil-csv-columns.ts';

/** What a school can do about its grid. */
export const EXPORT_AGAIN =
  'Ask the school to export the grid of the term again and to send the file as it is.';
export const SCHOOL_CORRECTS = 'The school must correct it and export the grid again, or correct the cell.';

/** One cell of a row: its text, empty where the column is missing, with its place. */
export type GridCells = (column: GridColumn) => RawField & { readonly text: string };

/** Finds the columns by their headings, in whatever order they stand; undefined, with an error, where it is no grid. */
export function gridCells(
  heading: CsvRow | undefined,
  problems: ProblemList,
): ((row: CsvRow) => GridCells) | undefined {
  const titles = (heading?.cells ?? []).map((title) => removeGuard(title).trim());
  const line = heading?.line ?? 1;
  const places = new Map<GridColumn, number>();
  const strange: string[] = [];
  for (const [at, title] of titles.entries()) {
    const column = GRID_COLUMN_NAMES.find((name) => headingKey(GRID_COLUMNS[name][0]) === headingKey(title));
    if (title === '') continue;
    if (column === undefined) strange.push(title);
    else if (places.has(column)) {
      problems.error({
        line,
        element: title,
        message: 'Two columns have this heading, so it cannot be told which of them counts.',
        remedy: 'Take one of the two columns out, or ask the school to export the grid again.',
      });
    } else places.set(column, at);
  }
  const missing = REQUIRED_GRID_COLUMNS.filter((column) => !places.has(column));
  if (missing.length > 0) {
    problems.error({
      line,
      value: titles.join(', '),
      message: `This is not a grid of pupils at risk: the column ${missing.map((column) => `“${GRID_COLUMNS[column][0]}”`).join(', ')} is missing.`,
      remedy: EXPORT_AGAIN,
    });
    return undefined;
  }
  for (const title of strange) {
    problems.warning({
      line,
      element: title,
      message: 'This column is not part of a grid and was not read.',
      remedy: 'Nothing need be done.',
    });
  }
  return (row) => (column) => {
    const at = places.get(column);
    const cell = at === undefined ? undefined : row.cells[at];
    return {
      text: cell === undefined ? '' : removeGuard(cell.trim()).trim(),
      line: row.line,
      element: GRID_COLUMNS[column][0],
    };
  };
}
