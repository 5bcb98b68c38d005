import type { PlaceUse } from '#shared/domain/use/types.ts';
import { csvCell } from './csv-cell.ts';

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
const BYTE_ORDER_MARK = '\ufeff';

const pounds = (pence: number | null): string => (pence === null ? '' : (pence / 100).toFixed(2));

/**
 * Writes use and cost by provider as CSV, one row a provider: UTF-8 with a byte order mark and CR LF, an empty cell
 * where there is no figure (never a zero), cells that a spreadsheet would run as formulas guarded with an apostrophe.
 */
export function writeUseCsv(rows: readonly (PlaceUse & { readonly providerName: string })[]): string {
  const lines = rows.map((row) =>
    [
      csvCell(row.providerName),
      row.offered,
      row.booked,
      row.attended,
      row.notTakenUp,
      row.unmarked,
      row.unused,
      row.stays,
      row.pupils,
      row.meanStayDays === null ? '' : row.meanStayDays.toFixed(2),
      row.repeats,
      ...[row.costOffered, row.costUsed, row.costUnused, row.costPerUsed].map(pounds),
    ].join(','),
  );
  return `${BYTE_ORDER_MARK}${[HEADINGS.join(','), ...lines].join('\r\n')}\r\n`;
}
