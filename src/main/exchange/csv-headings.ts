import { sniffDelimiter, splitRows } from './csv-rows.ts';
import { createProblemList } from './file-problems.ts';
import { removeGuard } from './formula-guard.ts';
import { readText } from './read-text.ts';

/** A column of somebody's CSV: its heading and the first values under it. */
export interface CsvColumn {
  readonly heading: string;
  readonly samples: readonly string[];
}

const ROWS = 40;
const SAMPLES = 4;
const LONGEST = 60;

/** The columns of a CSV with some different values of each; none where the bytes are no table. */
export function csvColumns(bytes: Uint8Array): readonly CsvColumn[] {
  const file = readText(bytes, 'csv');
  if (!file.ok) return [];
  const { text } = file.value;
  const [headings, ...rows] = splitRows(text, sniffDelimiter(text), createProblemList(), ROWS);
  return (headings?.cells ?? []).map((heading, at) => {
    const values = rows
      .map(({ cells }) => removeGuard(cells[at] ?? '').trim())
      .filter((value) => value !== '');
    return {
      heading: heading.trim(),
      samples: [...new Set(values)].slice(0, SAMPLES).map((value) => value.slice(0, LONGEST)),
    };
  });
}

/** Headings in the form by which a sender's files are known again: whatever their case, in their order. */
export const foldHeadings = (headings: readonly string[]): string =>
  headings.map((heading) => heading.trim().toLowerCase().replaceAll(/\s+/g, ' ')).join('|');
