import type { Slot } from '#shared/domain/calendar/types.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import { csvList } from './csv-list.ts';

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
/** Writes register codes as CSV, one row a session, dates as YYYY-MM-DD. What `readRegisterCsv` reads back. */
export const writeRegisterCsv = (rows: readonly RegisterCsvRow[]): string =>
  csvList(
    HEADINGS,
    rows.map(({ upn, name, form = '', date, slot, code, why }) => [
      upn,
      name,
      form,
      date,
      slot.toUpperCase(),
      code,
      why,
    ]),
  );
