import type { PlaceUse } from '#shared/domain/use/types.ts';
import { csvList } from './csv-list.ts';

const HEADINGS = [
  'Provider',
  'Places offered',
  'Booked',
  'Attended',
  'Not taken up',
  'Not marked',
  'Unused',
  'Stays',
  'Pupils',
  'Mean stay in days',
  'Repeat stays',
  'Cost offered (pounds)',
  'Cost used (pounds)',
  'Cost unused (pounds)',
  'Cost per place used (pounds)',
];
const pounds = (pence: number | null): string => (pence === null ? '' : (pence / 100).toFixed(2));

/** Writes use and cost by provider as CSV, one row a provider, an empty cell where there is no figure (never a zero). */
export const writeUseCsv = (rows: readonly (PlaceUse & { readonly providerName: string })[]): string =>
  csvList(
    HEADINGS,
    rows.map((row) => [
      row.providerName,
      ...[row.offered, row.booked, row.attended, row.notTakenUp, row.unmarked].map(String),
      ...[row.unused, row.stays, row.pupils].map(String),
      row.meanStayDays === null ? '' : row.meanStayDays.toFixed(2),
      String(row.repeats),
      ...[row.costOffered, row.costUsed, row.costUnused, row.costPerUsed].map(pounds),
    ]),
  );
