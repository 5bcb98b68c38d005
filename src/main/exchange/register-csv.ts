import type { Slot } from '#shared/domain/calendar/types.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import { csvCell } from './csv-cell.ts';

/** A session as the file carries it. */
export interface RegisterCsvRow {
  readonly upn: string;
  readonly name: string;
  readonly form?: string | undefined;
  readonly date: IsoDate;
  readonly slot: Slot;
  readonly code: string;
  readonly why: string;
}

const HEADINGS = ['UPN', 'Pupil', 'Form', 'Date', 'Session', 'Code', 'Why'];
const BYTE_ORDER_MARK = '\ufeff';

/**
 * Writes register codes as CSV, one row a session: UTF-8 with a byte order mark and CR LF (what Excel needs to show
 * accents), dates as YYYY-MM-DD, cells that a spreadsheet would run as formulas guarded with an apostrophe. What
 * `readRegisterCsv` reads back.
 */
export function writeRegisterCsv(rows: readonly RegisterCsvRow[]): string {
  const lines = rows.map(({ upn, name, form = '', date, slot, code, why }) =>
    [upn, name, form, date, slot.toUpperCase(), code, why].map(csvCell).join(','),
  );
  return `${BYTE_ORDER_MARK}${[HEADINGS.join(','), ...lines].join('\r\n')}\r\n`;
}
