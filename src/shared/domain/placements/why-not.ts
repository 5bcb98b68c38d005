import { sessionKey } from '../calendar/session-key.ts';
import type { Session } from '../calendar/types.ts';
import type { IsoDate } from '../../kernel/plain-date.ts';
import { providerClosureOn, providerSessionOn } from '../providers/session-of.ts';
import { admissionRefusals, liesIn } from './admission-refusals.ts';
import type { PlaceRequest } from './request.ts';
import { roomRefusals } from './room-refusals.ts';
import type { Refusal, RefusedSession } from './types.ts';

/**
 * Every reason why a pupil cannot have these sessions at a provider as one run; empty when nothing stands against it.
 * Only sessions with reasons are given, in the order asked for. What each reason yields to says `isWaivable`.
 */
export function whyNot(request: PlaceRequest, sessions: readonly Session[]): readonly RefusedSession[] {
  const before = stayBefore(request);
  const days = new Set([...before, ...sessions.map(({ date }) => date)]);
  return sessions.flatMap((session) =>
    refused(session, [
      ...sessionRefusals(request, session),
      ...lengthRefusals(request, days.size, before.has(session.date) ? 0 : days.size),
      ...noticeRefusals(request, before, session),
      ...escortRefusals(request, session),
    ]),
  );
}

/**
 * The same for sessions of which each could be one of a run, as a board shows them: a stay is too short only when it
 * cannot be long enough, and too long only when this day is one too many. Who goes with the pupil is asked when it is
 * booked (`needsEscort`).
 */
export function whyNotEach(request: PlaceRequest, sessions: readonly Session[]): readonly RefusedSession[] {
  const before = stayBefore(request);
  const atMost = longestStay(request, before);
  return sessions.flatMap((session) =>
    refused(session, [
      ...sessionRefusals(request, session),
      ...lengthRefusals(request, atMost, before.has(session.date) ? 0 : before.size + 1),
      ...noticeRefusals(request, before, session),
    ]),
  );
}

/** Whether the school must send a member of staff then, and nobody is named. */
export const needsEscort = (request: PlaceRequest, session: Session): boolean =>
  escortRefusals(request, session).length > 0;

const refused = ({ date, slot }: Session, refusals: readonly Refusal[]): readonly RefusedSession[] =>
  refusals.length === 0 ? [] : [{ date, slot, refusals }];

/** What stands against the session whatever else is asked for. */
function sessionRefusals(request: PlaceRequest, session: Session): readonly Refusal[] {
  const { asking, provider, book, nameOf } = request;
  const refusals: Refusal[] = [];
  const key = sessionKey(session);
  if (!asking.toCover.has(key)) refusals.push({ type: 'not-to-cover' });
  const own = book.placeOf(asking.pupilId, session);
  if (own) {
    const { providerId, state } = own;
    const providerName = nameOf(providerId) ?? 'another provider';
    refusals.push({ type: 'placed', place: { providerId, providerName, state } });
  }
  refusals.push(...roomRefusals(request, session));
  refusals.push(...admissionRefusals(provider, asking, asking.toCover.get(key)));
  return refusals;
}

/** The days of this exclusion's stay at the provider, or of the stay that is added to, that are in the book already. */
const stayBefore = ({
  asking: { exclusionId },
  provider,
  book,
  stayed,
}: PlaceRequest): ReadonlySet<IsoDate> =>
  exclusionId === null ? (stayed ?? new Set()) : book.stayDays(exclusionId, provider.id);

/** How long the stay could be at most: every day of the exclusion on which the provider runs. */
function longestStay({ asking, provider }: PlaceRequest, before: ReadonlySet<IsoDate>): number {
  if (provider.rules.minDays === undefined) return before.size;
  // Of a pupil who is not excluded by our school it is not known how long they will come.
  if (asking.exclusionId === null) return provider.rules.minDays;
  const days = new Set(before);
  for (const key of asking.toCover.keys()) {
    const session: Session = { date: key.slice(0, 10), slot: key.endsWith('am') ? 'am' : 'pm' };
    if (providerSessionOn(provider, session) && !providerClosureOn(provider, session)) days.add(session.date);
  }
  return days.size;
}

/** A stay is counted in school days; a day that is in the book already makes it no longer (`grownTo` 0). */
function lengthRefusals(
  { provider: { rules } }: PlaceRequest,
  days: number,
  grownTo: number,
): readonly Refusal[] {
  const { minDays, maxDays } = rules;
  if (minDays !== undefined && days < minDays) return [{ type: 'stay-short', minDays, days }];
  if (maxDays !== undefined && grownTo > maxDays) return [{ type: 'stay-long', maxDays, days: grownTo }];
  return [];
}

/**
 * Notice is asked for before the first session of a stay. What is past is no short notice: such a place is entered
 * afterwards.
 */
function noticeRefusals(
  { provider: { rules }, calendar, today }: PlaceRequest,
  before: ReadonlySet<IsoDate>,
  { date }: Session,
): readonly Refusal[] {
  const { noticeDays } = rules;
  if (noticeDays === undefined || date < today) return [];
  if ([...before].some((day) => day <= date)) return [];
  const earliest = calendar.schoolDayAfter(today, noticeDays);
  return earliest !== undefined && date < earliest ? [{ type: 'notice', noticeDays, earliest }] : [];
}

function escortRefusals(
  { provider: { rules }, asking, escorted }: PlaceRequest,
  session: Session,
): readonly Refusal[] {
  const day = asking.toCover.get(sessionKey(session));
  const { escort } = rules;
  if (escort === undefined || day === undefined) return [];
  if (!liesIn(escort, day) || escorted.has(session.date)) return [];
  return [{ type: 'escort', window: escort, day }];
}
