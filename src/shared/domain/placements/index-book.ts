import { sessionKey } from '../calendar/session-key.ts';
import type { Session } from '../calendar/types.ts';
import type { IsoDate } from '../../kernel/plain-date.ts';
import { mondayOf } from '../calendar/monday-of.ts';
import type { Holder, PupilGroup } from './types.ts';

/** A place that takes up room, as the rules see it. */
export interface BookedPlace extends Session, Holder {
  readonly providerId: string;
  readonly pupilId: string;
  /** None for a pupil who is not excluded by our school. */
  readonly exclusionId: string | null;
  /** The school that sends the pupil. */
  readonly schoolId: string;
  readonly group: PupilGroup;
}

/** The book of places ready for questions; each answers in constant time or in time proportional to its answer. */
export interface BookIndex<P extends BookedPlace = BookedPlace> {
  at(providerId: string, session: Session): readonly P[];
  /** The pupils who come to the provider in the week of a day. */
  pupilsInWeek(providerId: string, date: IsoDate): ReadonlySet<string>;
  /** The place a pupil has then, wherever it is. */
  placeOf(pupilId: string, session: Session): P | undefined;
  /** The days on which an exclusion has places at the provider: what there already is of the stay. */
  stayDays(exclusionId: string, providerId: string): ReadonlySet<IsoDate>;
}

const NONE: ReadonlySet<string> = new Set();

/**
 * Makes active places ready for the rules. For one pupil at one provider it must hold the provider's places in the
 * whole weeks of the sessions asked for, the pupil's own places then, and the places of the exclusion.
 */
export function indexBook<P extends BookedPlace>(places: readonly P[]): BookIndex<P> {
  const bySession = new Map<string, P[]>();
  const byWeek = new Map<string, Set<string>>();
  const byPupil = new Map<string, P>();
  const byStay = new Map<string, Set<IsoDate>>();
  const add = (sets: Map<string, Set<string>>, key: string, value: string): void => {
    const set = sets.get(key);
    if (set) set.add(value);
    else sets.set(key, new Set([value]));
  };
  for (const place of places) {
    const { providerId, pupilId, exclusionId, date } = place;
    const session = sessionKey(place);
    const there = bySession.get(`${providerId} ${session}`);
    if (there) there.push(place);
    else bySession.set(`${providerId} ${session}`, [place]);
    add(byWeek, `${providerId} ${mondayOf(date)}`, pupilId);
    byPupil.set(`${pupilId} ${session}`, place);
    if (exclusionId !== null) add(byStay, `${exclusionId} ${providerId}`, date);
  }
  return {
    at: (providerId, session) => bySession.get(`${providerId} ${sessionKey(session)}`) ?? [],
    pupilsInWeek: (providerId, date) => byWeek.get(`${providerId} ${mondayOf(date)}`) ?? NONE,
    placeOf: (pupilId, session) => byPupil.get(`${pupilId} ${sessionKey(session)}`),
    stayDays: (exclusionId, providerId) => byStay.get(`${exclusionId} ${providerId}`) ?? NONE,
  };
}
