import { ok, type Result } from '#shared/kernel/result.ts';
import { sniffDelimiter, splitRows } from './csv-rows.ts';
import { createProblemList, refuseFile } from './file-problems.ts';
import { readText } from './read-text.ts';

/** A column of a file, with some of its values so that a person can tell what it holds. */
export interface CsvHeading {
  readonly heading: string;
  readonly samples: readonly string[];
}

const SAMPLES = 3;
const ROWS_LOOKED_AT = 50;
const LONGEST = 60;

/** The headings of a CSV in their order, each with up to three different values from the first rows. */
export function csvHeadings(bytes: Uint8Array): Result<readonly CsvHeading[]> {
  const file = readText(bytes, 'csv');
  if (!file.ok) return file;
  const problems = createProblemList();
  const { text } = file.value;
  const [heading, ...rows] = splitRows(text, sniffDelimiter(text), problems, ROWS_LOOKED_AT + 1);
  if (heading === undefined) return refuseFile(problems.all());
  return ok(
    heading.cells.map((cell, at) => {
      const values = rows.map(({ cells }) => (cells[at] ?? '').trim()).filter((value) => value !== '');
      const samples = [...new Set(values)].slice(0, SAMPLES).map((value) => value.slice(0, LONGEST));
      return { heading: cell.trim(), samples };
    }),
  );
}
