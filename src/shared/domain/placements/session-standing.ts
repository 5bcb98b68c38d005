import { KIND_FACTS } from '../providers/provider-kinds.ts';
import type { ProviderKind } from '../providers/types.ts';
import type { IsoDate } from '../../kernel/plain-date.ts';
import type { CancelCode, PlaceOutcome, PlacementState, SessionStanding } from './types.ts';

/** A place of the pupil in the session, in whatever state. Instants are UTC ISO text. */
export interface PlaceThen {
  readonly kind: ProviderKind;
  readonly state: PlacementState;
  readonly heldUntil: string | null;
  readonly endedCode: CancelCode | null;
  readonly endedAt: string | null;
  readonly outcome: PlaceOutcome | null;
  /** The visit of that day to a pupil who studies at home; null when none is down. */
  readonly visitMade: boolean | null;
}

export interface Stood<P extends PlaceThen> {
  readonly standing: SessionStanding;
  /** The place that it rests on; for a place given up too. */
  readonly place?: P;
  /** Nobody provides for the session, nor was a place there that the pupil did not take: one is, or was, owed. */
  readonly wantsPlace: boolean;
}

/** Codes under which a place that was given up still says what came of the session. */
const ENDED_AS: Readonly<Partial<Record<CancelCode, SessionStanding>>> = {
  'declined-by-parent': 'declined',
  'excluded-from-centre': 'excluded-from-centre',
};

/**
 * How one excluded session stands, or ended, by all the places there ever were for it. A place that was not taken up is
 * never the same as no place (national evaluation of day-one provision: unused places and missing ones were confused).
 * Study at home counts only with a visit that day; afterwards only with one that was made. Who was excluded from a
 * centre needs another place for what is still to come.
 */
export function sessionStanding<P extends PlaceThen>(
  date: IsoDate,
  places: readonly P[],
  { today, now }: { readonly today: IsoDate; readonly now: string },
): Stood<P> {
  const active = places.find(
    ({ state, heldUntil }) => state === 'booked' || (state === 'held' && (heldUntil ?? '') > now),
  );
  if (active) return standingOf(active, date, today);
  const [last] = places
    .filter(({ state, endedCode }) => state === 'cancelled' && endedCode !== 'booked-in-error')
    .toSorted((a, b) => ((a.endedAt ?? '') < (b.endedAt ?? '') ? 1 : -1));
  const past = date < today;
  const ended = last?.endedCode ? ENDED_AS[last.endedCode] : undefined;
  if (last && ended) {
    return { standing: ended, place: last, wantsPlace: ended === 'excluded-from-centre' && !past };
  }
  if (last?.endedCode === 'not-arrived' && past)
    return { standing: 'absent', place: last, wantsPlace: false };
  return { standing: past ? 'no-place' : 'uncovered', wantsPlace: true };
}

function standingOf<P extends PlaceThen>(place: P, date: IsoDate, today: IsoDate): Stood<P> {
  const { outcome, kind, visitMade, state } = place;
  if (outcome !== null && outcome !== 'attended') return { standing: outcome, place, wantsPlace: false };
  const past = date < today;
  const visited = past ? visitMade === true : visitMade !== null;
  if (KIND_FACTS[kind].countsAs === 'supervised-when-visited' && !visited) {
    return { standing: 'work-at-home', place, wantsPlace: true };
  }
  if (outcome === 'attended') return { standing: outcome, place, wantsPlace: false };
  if (state === 'held') return { standing: 'held', place, wantsPlace: false };
  return { standing: past ? 'not-marked' : 'booked', place, wantsPlace: false };
}
