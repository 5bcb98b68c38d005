import type { IsoDate } from '#shared/kernel/plain-date.ts';
import { csvList } from './csv-list.ts';

/** A row of the termly grid of pupils at risk. */
export interface GridRow {
  readonly name: string;
  readonly upn: string;
  readonly form?: string | undefined;
  readonly ncYear?: string | undefined;
  readonly categories: readonly string[];
  readonly why: readonly string[];
  readonly since: IsoDate;
  readonly keyWorker?: { readonly name: string; readonly role: string } | undefined;
  readonly reviewOn: IsoDate;
  readonly signedOff?: { readonly on: IsoDate; readonly reason: string } | undefined;
}

const HEADINGS = [
  'Pupil',
  'UPN',
  'Year group',
  'Form',
  'Category',
  'Why',
  'Since',
  'Key worker',
  'Role',
  'Review',
  'Signed off',
  'Why signed off',
];
/** Writes the grid as CSV, one row an entry, days as `YYYY-MM-DD`, an empty cell where nothing is known. */
export const writeAtRiskGrid = (rows: readonly GridRow[]): string =>
  csvList(
    HEADINGS,
    rows.map((row) => [
      row.name,
      row.upn,
      row.ncYear ?? '',
      row.form ?? '',
      row.categories.join(' '),
      row.why.join('; '),
      row.since,
      row.keyWorker?.name ?? '',
      row.keyWorker?.role ?? '',
      row.signedOff === undefined ? row.reviewOn : '',
      row.signedOff?.on ?? '',
      row.signedOff?.reason ?? '',
    ]),
  );
