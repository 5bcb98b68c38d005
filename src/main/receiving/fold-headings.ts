import type { CsvHeading } from '../exchange/csv-headings.ts';
import { headingKey } from '../exchange/pupil-csv-columns.ts';

/** Headings in the form by which a sender's files are known again: whatever their case and signs, in their order. */
export const foldHeadings = (headings: readonly CsvHeading[]): string =>
  headings.map(({ heading }) => headingKey(heading)).join('|');

/** Whether a file is a list whose columns may be named. */
export const isList = (fileName: string): boolean => /\.(csv|txt)$/i.test(fileName);
