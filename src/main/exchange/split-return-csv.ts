import { sniffDelimiter, splitRows, type CsvRow } from './csv-rows.ts';
import { createProblemList } from './file-problems.ts';
import { readText } from './read-text.ts';

/** The rows of one school and period of a CSV that may hold several, as a file of its own. */
export interface ReturnPart {
  readonly bytes: Uint8Array;
  /** The line of the whole file that each line of this part was, from the first on. */
  readonly lines: readonly number[];
}

/** What tells returns apart: the school, and every column that says the period. */
const tellsApart = (heading: string): boolean =>
  heading === 'laestab' || heading === 'reference_date' || /^(census|period)_/.test(heading);

/**
 * Parts a full-record CSV by school and period, so that the reader of one return reads each. Undefined for what is no such
 * CSV, or has one return only: then it is read as it is, and says itself what is wrong with it.
 */
export function splitReturnCsv(bytes: Uint8Array): readonly ReturnPart[] | undefined {
  const text = readText(bytes, 'csv');
  if (!text.ok || text.value.text.trimStart().startsWith('<')) return undefined;
  const problems = createProblemList();
  const [heading, ...rows] = splitRows(text.value.text, sniffDelimiter(text.value.text), problems);
  if (heading === undefined || problems.errorCount() > 0) return undefined;
  const headings = heading.cells.map((cell) => cell.trim().toLowerCase());
  if (!headings.includes('laestab')) return undefined;
  const places = headings.flatMap((one, at) => (tellsApart(one) ? [at] : []));
  const parts = new Map<string, CsvRow[]>();
  for (const row of rows) {
    const key = places.map((place) => row.cells[place]?.trim()).join('\n');
    const part = parts.get(key);
    if (part) part.push(row);
    else parts.set(key, [row]);
  }
  if (parts.size < 2) return undefined;
  return [...parts.values()].map((part) => ({
    bytes: Buffer.from([heading, ...part].map(written).join('\n'), 'utf8'),
    lines: [heading, ...part].map(({ line }) => line),
  }));
}

/** One row on one line, whatever its cells hold. */
const written = ({ cells }: CsvRow): string =>
  cells.map((cell) => `"${cell.replace(/[\r\n]+/g, ' ').replaceAll('"', '""')}"`).join(',');
