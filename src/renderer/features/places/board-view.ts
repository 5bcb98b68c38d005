import type { OperationOutput } from '#shared/contract/contract.ts';
import { formatDate, formatDayMonth, formatShortDate } from '#shared/domain/calendar/format-date.ts';
import type { Session } from '#shared/domain/calendar/types.ts';
import { addDays, weekdayOf, type IsoDate } from '#shared/kernel/plain-date.ts';

export type Board = OperationOutput<'places.board'>;
export type BoardRow = Board['providers'][number];
export type BoardCell = BoardRow['cells'][number];

export const sessionKey = ({ date, slot }: Session): string => `${date} ${slot}`;

/** The Monday of the school week a day belongs to; a Saturday or Sunday looks ahead to the next. */
export function mondayOf(date: IsoDate): IsoDate {
  const weekday = weekdayOf(date);
  return addDays(date, weekday > 5 ? 8 - weekday : 1 - weekday);
}

/** "Mon 17 to Fri 21 November 2025", with both months where they differ. */
export function weekLabel(monday: IsoDate): string {
  const friday = addDays(monday, 4);
  const sameMonth = monday.slice(0, 7) === friday.slice(0, 7);
  const from = sameMonth ? `Mon ${String(Number(monday.slice(8)))}` : formatShortDate(monday);
  return `${from} to ${formatDate(friday)}`;
}

/** "17 Nov" for a narrow column. */
export function shortDay(date: IsoDate): string {
  const [day = '', month = ''] = formatDayMonth(date).split(' ');
  return `${day} ${month.slice(0, 3)}`;
}

/** A session of a run, with what booking it asks for. */
export interface RunSession extends Session {
  /** A rule stands against it that a role may waive. */
  readonly waive: boolean;
  /** The school must send somebody along on that day. */
  readonly escort: boolean;
}

/** A session the picked pupil can be booked into with one key. */
export const isBookable = (cell: BoardCell): boolean => cell.wanted && cell.cannot === undefined;

/** A session of the picked pupil that only rules stand against which a role may waive. */
export const isWaivable = (cell: BoardCell): boolean =>
  cell.wanted && cell.cannot !== undefined && cell.waivable === true;

/** What may stand in a run: with the role that may waive rules, also what needs it. */
export const canStandInRun = (cell: BoardCell, mayOverride: boolean): boolean =>
  isBookable(cell) || (mayOverride && isWaivable(cell));

export const toRunSession = (cell: BoardCell): RunSession => ({
  date: cell.date,
  slot: cell.slot,
  waive: !isBookable(cell),
  escort: cell.escort === true,
});

/** What Enter books in a row when nothing is selected: every session from today on that the provider can take. */
export const runOf = (row: BoardRow, today: IsoDate): readonly RunSession[] =>
  row.cells.filter((cell) => isBookable(cell) && cell.date >= today).map(toRunSession);

/** The sessions from today on that the provider could take if rules were waived; none while it can take any without. */
export const waivedRunOf = (row: BoardRow, today: IsoDate): readonly RunSession[] =>
  runOf(row, today).length > 0
    ? []
    : row.cells.filter((cell) => isWaivable(cell) && cell.date >= today).map(toRunSession);

/** Where to start with a pupil: the first session of the provider that can take most of the week; the first of equals. */
export function bestCell(
  rows: readonly BoardRow[],
  today: IsoDate,
): { readonly providerId: string; readonly column: number } | undefined {
  const runs = rows.map((row) => ({ row, run: runOf(row, today) }));
  const most = Math.max(0, ...runs.map(({ run }) => run.length));
  const best = runs.find(({ run }) => run.length > 0 && run.length === most);
  const [first] = best?.run ?? [];
  if (!best || !first) return undefined;
  const column = best.row.cells.findIndex((cell) => sessionKey(cell) === sessionKey(first));
  return { providerId: best.row.id, column };
}

/** The picked pupil's own place in a cell. */
export const ownPlaceIn = (cell: BoardCell, pupilId: string | undefined) =>
  pupilId === undefined ? undefined : cell.pupils.find((pupil) => pupil.pupilId === pupilId);

/** What a cell shows, in a word or two. */
export function cellText(cell: BoardCell, pupilId: string | undefined): string {
  const own = ownPlaceIn(cell, pupilId);
  if (own) return own.state === 'held' ? 'Held' : 'Booked';
  if (cell.state === 'closed') return 'Closed';
  if (cell.state === 'not-run') return '–';
  if (cell.state === 'full') return 'Full';
  return `${String(cell.booked + cell.held)} of ${String(cell.capacity)}`;
}

/** What a cell says to those who listen, and beneath the board: everything but names. */
export function cellSentence(cell: BoardCell, pupilId: string | undefined): string {
  const own = ownPlaceIn(cell, pupilId);
  const ours = own ? `${own.state === 'held' ? 'held' : 'booked'} for this pupil, ` : '';
  if (cell.state === 'not-run') return 'does not run';
  if (cell.state === 'closed') return `${ours}closed: ${cell.reason ?? 'no reason given'}`;
  const taken = cell.booked + cell.held;
  const held = cell.held > 0 ? `, ${String(cell.held)} of them held` : '';
  const out = cell.outOfUse ? `, ${String(cell.outOfUse)} out of use` : '';
  const count = `${String(taken)} of ${String(cell.capacity)} taken${held}${out}`;
  return cell.state === 'full' ? `${ours}full, ${count}` : `${ours}${count}`;
}
