import { useState, type RefObject } from 'react';
import { runOf, sessionKey, waivedRunOf, type BoardRow, type RunSession } from './board-view.ts';
import type { OtherPupil } from './picked.ts';
import type { Selection } from './selection.ts';
import type { Booking } from './use-booking.ts';

interface RunOptions {
  readonly rows: readonly BoardRow[];
  readonly activeRow: BoardRow | undefined;
  readonly today: string;
  /** An exclusion's id, or a pupil who is not excluded; undefined while nobody is picked. */
  readonly of: string | OtherPupil | undefined;
  readonly mayBook: boolean;
  readonly mayOverride: boolean;
  readonly booking: Booking;
  readonly escortField: RefObject<HTMLInputElement | null>;
  /** Something is about to be booked: the week shown must not run away. */
  readonly onBooking: () => void;
  /** It is booked: whatever was asked on the way there is gone, and the focus goes back to the board. */
  readonly onBooked: () => void;
}

/**
 * The run being put together: what is selected, or all that the row with the focus can take. Booking it first asks for
 * what it needs besides: a name for the days on which somebody goes along, a reason where rules are waived.
 */
export function useRun(options: RunOptions) {
  const { rows, activeRow, today, of, mayBook, mayOverride, booking, escortField, onBooking, onBooked } =
    options;
  const [selection, setSelection] = useState<Selection>();
  const [escort, setEscort] = useState('');
  const [escortMissing, setEscortMissing] = useState(false);
  const [overriding, setOverriding] = useState(false);
  const [refused, setRefused] = useState(false);

  const select = (next: Selection | undefined) => {
    if (next?.providerId !== selection?.providerId) setEscort('');
    setEscortMissing(false);
    setOverriding(false);
    setRefused(false);
    setSelection(next);
  };
  const offered = (row: BoardRow): readonly RunSession[] => {
    // Who is not excluded comes for chosen sessions, never by one key for all there are.
    if (typeof of !== 'string') return [];
    const run = runOf(row, today);
    return run.length === 0 && mayOverride ? waivedRunOf(row, today) : run;
  };
  const row = selection ? rows.find(({ id }) => id === selection.providerId) : activeRow;
  const sessions = selection?.sessions ?? (row ? offered(row) : []);
  const keys = new Set(sessions.map(sessionKey));
  const rules = row?.cells.flatMap((cell) =>
    keys.has(sessionKey(cell)) && cell.cannot !== undefined ? [cell.cannot] : [],
  );

  const send = async (
    at: BoardRow,
    wanted: readonly RunSession[],
    { hold, reason }: { readonly hold: boolean; readonly reason?: string },
  ) => {
    if (!mayBook || of === undefined || wanted.length === 0) return;
    const escortDates = datesWithEscort(wanted);
    if (!hold && reason === undefined && wanted.some(({ waive }) => waive)) {
      setSelection({ providerId: at.id, sessions: wanted });
      setOverriding(true);
      return;
    }
    if (!hold && reason === undefined && escortDates.length > 0 && escort.trim() === '') {
      setSelection({ providerId: at.id, sessions: wanted });
      setEscortMissing(true);
      // The field may only now come to be.
      setTimeout(() => escortField.current?.focus(), 0);
      return;
    }
    onBooking();
    const name = escort.trim();
    const done = await booking.book({
      of,
      providerId: at.id,
      providerName: at.name,
      sessions: wanted,
      escorts: name === '' ? [] : escortDates.map((date) => ({ date, name })),
      hold,
      overrideReason: reason,
    });
    if (done) {
      select(undefined);
      if (reason !== undefined || name !== '') onBooked();
    } else {
      setSelection({ providerId: at.id, sessions: wanted });
      setOverriding(false);
      setRefused(true);
    }
  };

  return {
    selection,
    select,
    clear: () => select(undefined),
    sessions,
    providerName: row?.name,
    needsWaiver: sessions.some(({ waive }) => waive),
    waivedBySomebodyElse:
      !mayOverride && sessions.length === 0 && row !== undefined && waivedRunOf(row, today).length > 0,
    /** What stands against the run, as far as the week shown says. */
    rules: [...new Set(rules)],
    escortDates: datesWithEscort(sessions),
    escort,
    setEscort: (text: string) => {
      setEscort(text);
      setEscortMissing(false);
    },
    escortMissing,
    overriding,
    setOverriding,
    /** Main refused this run: it may know rules that the board does not show. */
    refused,
    book: (hold: boolean) => {
      if (row) void send(row, sessions, { hold });
    },
    override: (reason: string) => {
      if (row) void send(row, sessions, { hold: false, reason });
    },
    /** Books a run that is not the one on the bar: of the list, or of the row a key was pressed in. */
    bookAt: (at: BoardRow, wanted: readonly RunSession[], hold: boolean) => void send(at, wanted, { hold }),
    offered,
  };
}

export type RunPlan = ReturnType<typeof useRun>;

const datesWithEscort = (sessions: readonly RunSession[]): readonly string[] => [
  ...new Set(sessions.flatMap(({ date, escort }) => (escort ? [date] : []))),
];
