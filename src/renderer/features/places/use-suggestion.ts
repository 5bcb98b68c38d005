import { useEffect, useEffectEvent, useState, type RefObject } from 'react';
import { useOperation } from '../../api/client.ts';
import { useHotkey } from '../../ui/hooks/use-hotkey.ts';
import { sessionKey } from './board-view.ts';
import type { Suggestion } from './picked.ts';
import type { Booking } from './use-booking.ts';

export type SuggestedRun = Suggestion['runs'][number];

interface SuggestionOptions {
  readonly exclusionId: string;
  /** There are sessions to come without a place. */
  readonly wanted: boolean;
  readonly mayBook: boolean;
  readonly booking: Booking;
  /** The pupil was picked to book what is suggested: its button takes the focus once it is there. */
  readonly takeFocus: boolean;
  readonly onFocusTaken: () => void;
  readonly bookButton: RefObject<HTMLButtonElement | null>;
  readonly escortField: RefObject<HTMLInputElement | null>;
  /** The suggestion was booked or held: what had the focus may be gone. */
  readonly onBooked: () => void;
}

/** Runs have no id of their own: their provider and first session are theirs alone. */
const keyOf = ({ providerId, sessions }: SuggestedRun): string =>
  `${providerId} ${sessions[0] ? sessionKey(sessions[0]) : ''}`;

/** The suggested itinerary, with what of it is left out, and the booking of the rest in one step. */
export function useSuggestion(options: SuggestionOptions) {
  const { exclusionId, wanted, mayBook, booking, takeFocus, onFocusTaken } = options;
  const { bookButton, escortField, onBooked } = options;
  const query = useOperation('places.suggest', { exclusionId }, { enabled: wanted });
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const [escort, setEscort] = useState('');
  const [escortMissing, setEscortMissing] = useState(false);

  const suggestion = wanted ? query.data : undefined;
  const runs = (suggestion?.runs ?? []).map((run) => ({
    run,
    key: keyOf(run),
    taken: !leftOut.has(keyOf(run)),
  }));
  const taken = runs.filter((one) => one.taken).map(({ run }) => run);
  const escortDates = [...new Set(taken.flatMap((run) => run.escortDates))];
  const ready = runs.length > 0 && mayBook;

  const focus = () => bookButton.current?.focus();
  useHotkey('S', focus, { enabled: ready, description: 'Go to the suggested itinerary' });
  const arrive = useEffectEvent(() => {
    focus();
    onFocusTaken();
  });
  useEffect(() => {
    if (ready && takeFocus) arrive();
  }, [ready, takeFocus]);

  const book = async (hold: boolean) => {
    const name = escort.trim();
    if (!hold && escortDates.length > 0 && name === '') {
      setEscortMissing(true);
      escortField.current?.focus();
      return;
    }
    const done = await booking.bookItinerary(
      exclusionId,
      taken.map(({ providerId, sessions, escortDates: dates }) => ({
        providerId,
        sessions,
        escorts: name === '' ? [] : dates.map((date) => ({ date, name })),
      })),
      hold,
    );
    if (done) {
      setLeftOut(new Set());
      setEscort('');
      onBooked();
    }
  };

  return {
    query,
    suggestion,
    runs,
    taken,
    /** The run that is suggested for a session, unless it is left out. */
    at: (session: { readonly date: string; readonly slot: 'am' | 'pm' }) =>
      taken.find((run) => run.sessions.some((one) => sessionKey(one) === sessionKey(session))),
    without: suggestion?.without ?? [],
    toggle: (key: string) =>
      setLeftOut((was) => {
        const next = new Set(was);
        if (!next.delete(key)) next.add(key);
        return next;
      }),
    escort,
    escortDates,
    escortMissing,
    setEscort: (text: string) => {
      setEscort(text);
      setEscortMissing(false);
    },
    book,
  };
}

export type Suggesting = ReturnType<typeof useSuggestion>;
