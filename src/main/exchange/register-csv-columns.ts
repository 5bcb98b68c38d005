import type { CsvRow } from './csv-rows.ts';
import type { ProblemList } from './file-problems.ts';
import { headingKey } from './pupil-csv-columns.ts';

const UPN = ['upn', 'unique pupil number', 'pupil upn', 'student upn'];
const DATE = ['date', 'session date', 'attendance date', 'mark date', 'day'];
const SESSION = ['session', 'am pm', 'session name', 'period', 'half day', 'session type'];
const MARK = ['code', 'mark', 'attendance code', 'attendance mark', 'register code', 'session mark'];
const AM = ['am', 'am mark', 'am code', 'morning'];
const PM = ['pm', 'pm mark', 'pm code', 'afternoon'];

/** Where a register file has what, by place in the row. Either a row a session, or a row a day with two marks. */
export type RegisterColumns = { readonly upn: number; readonly date: number } & (
  | { readonly form: 'sessions'; readonly session: number; readonly mark: number }
  | { readonly form: 'days'; readonly am: number; readonly pm: number }
);

/** Finds the columns by their headings; what is missing is reported and nothing is given back. */
export function findRegisterColumns(
  heading: CsvRow | undefined,
  problems: ProblemList,
): RegisterColumns | undefined {
  const keys = (heading?.cells ?? []).map(headingKey);
  const placeOf = (names: readonly string[]): number | undefined =>
    names.map((name) => keys.indexOf(name)).find((place) => place >= 0);
  const [upn, date, session, mark, am, pm] = [UPN, DATE, SESSION, MARK, AM, PM].map(placeOf);
  if (upn === undefined) missing(problems, 'UPN', 'the pupil’s UPN');
  if (date === undefined) missing(problems, 'Date', 'the date');
  if (upn === undefined || date === undefined) return undefined;
  if (session !== undefined && mark !== undefined) return { form: 'sessions', upn, date, session, mark };
  if (am !== undefined && pm !== undefined) return { form: 'days', upn, date, am, pm };
  if (session === undefined) missing(problems, 'Session', 'the session, am or pm');
  if (mark === undefined) missing(problems, 'Code', 'the register code');
  return undefined;
}

function missing(problems: ProblemList, element: string, what: string): void {
  problems.error({
    line: 1,
    element,
    message: `The first row has no column with ${what}.`,
    remedy: `Give that column the heading “${element}”. A register file needs UPN, Date, Session and Code; or UPN, Date, AM and PM.`,
  });
}
