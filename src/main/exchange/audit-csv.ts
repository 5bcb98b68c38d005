import { csvList } from './csv-list.ts';

/** A row of the audit trail as it goes into a spreadsheet. */
export interface AuditCsvRow {
  readonly id: number;
  readonly at: string;
  readonly userName: string;
  readonly role: string;
  readonly what: string;
  readonly outcome: string;
  readonly pupilName: string;
  readonly subject: string;
  readonly operation: string;
  /** What the row keeps, as JSON; empty where it keeps nothing or was erased. */
  readonly detail: string;
  readonly hash: string;
}

const HEADINGS = [
  'Row',
  'When (UTC)',
  'Who',
  'Role',
  'What',
  'Outcome',
  'Pupil',
  'Subject',
  'Operation',
  'Detail',
  'Hash',
];

/** Rows of the audit trail as CSV; cells are guarded against being run as formulas. */
export const writeAuditCsv = (rows: readonly AuditCsvRow[]): string =>
  csvList(
    HEADINGS,
    rows.map((row) => [
      String(row.id),
      row.at,
      row.userName,
      row.role,
      row.what,
      row.outcome,
      row.pupilName,
      row.subject,
      row.operation,
      row.detail,
      row.hash,
    ]),
  );
