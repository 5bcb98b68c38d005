import { addDays, weekdayOf, type IsoDate } from '../../kernel/plain-date.ts';
import { sessionKey } from '../calendar/session-key.ts';
import type { Session } from '../calendar/types.ts';
import { capacityOn } from './session-of.ts';
import type { ProviderClosure, ProviderSession } from './types.ts';

/** What of a provider limits how many pupils it holds. */
export interface Limits {
  readonly active: boolean;
  readonly sessions: readonly ProviderSession[];
  readonly closures: readonly ProviderClosure[];
  readonly weekCapacity?: number | null | undefined;
  readonly schoolShare?: number | null | undefined;
}

/** A place that takes up room; `settled` ones are past or marked, and stay whatever happens. */
export interface TakenPlace extends Session {
  readonly id: string;
  readonly pupilId: string;
  readonly schoolId: string;
  readonly state: 'held' | 'booked';
  readonly madeAt: string;
  readonly settled: boolean;
}

/** Who keeps a place first: who has been there, then who is booked before who is held, then who came first. */
function byClaim(a: TakenPlace, b: TakenPlace): number {
  if (a.settled !== b.settled) return a.settled ? -1 : 1;
  if (a.state !== b.state) return a.state === 'booked' ? -1 : 1;
  if (a.madeAt !== b.madeAt) return a.madeAt < b.madeAt ? -1 : 1;
  if (a.date !== b.date) return a.date < b.date ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/**
 * The places that a provider has no room for under these limits, in the order given: as if all were booked again one
 * after the other, by who has the better claim. Only limits put out (open or closed, room of a session and of a week,
 * a school's share); rules of admission were asked when a place was booked and are not asked again. `taken` holds
 * every place of the weeks concerned, of one provider.
 */
export function placesPutOut<Place extends TakenPlace>(
  limits: Limits,
  taken: readonly Place[],
): readonly Place[] {
  const { active, weekCapacity, schoolShare } = limits;
  const inSession = new Map<string, number>();
  const ofSchool = new Map<string, number>();
  const inWeek = new Map<string, Set<string>>();
  const out = new Set<string>();

  for (const place of taken.toSorted(byClaim)) {
    const session = sessionKey(place);
    const share = `${session} ${place.schoolId}`;
    const week = mondayOf(place.date);
    const pupils = inWeek.get(week) ?? new Set<string>();
    const there = inSession.get(session) ?? 0;
    const theirs = ofSchool.get(share) ?? 0;
    const fits =
      place.settled ||
      (active &&
        there < capacityOn(limits, place) &&
        theirs < (schoolShare ?? Infinity) &&
        (pupils.has(place.pupilId) || pupils.size < (weekCapacity ?? Infinity)));
    if (!fits) {
      out.add(place.id);
      continue;
    }
    inSession.set(session, there + 1);
    ofSchool.set(share, theirs + 1);
    inWeek.set(week, pupils.add(place.pupilId));
  }
  return taken.filter(({ id }) => out.has(id));
}

/** The Monday of the week of a day. */
const mondayOf = (date: IsoDate): IsoDate => addDays(date, 1 - weekdayOf(date));
