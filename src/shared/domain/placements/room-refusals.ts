import type { Session } from '../calendar/types.ts';
import { adultsOn } from '../providers/adults-on.ts';
import { hostOn } from '../providers/host-on.ts';
import { capacityOn, providerClosureOn, providerSessionOn } from '../providers/session-of.ts';
import { mondayOf } from '../calendar/monday-of.ts';
import type { PlaceRequest } from './request.ts';
import type { Refusal } from './types.ts';

/**
 * What the session itself has against the pupil: whether it runs, has room in the session, the week and the share of
 * the school, who else is there, and who looks after them. One that does not run or is closed is not also called full.
 */
export function roomRefusals(request: PlaceRequest, session: Session): readonly Refusal[] {
  const { provider, asking, calendar } = request;
  if (!providerSessionOn(provider, session)) return [{ type: 'not-run' }];
  const closure = providerClosureOn(provider, session);
  if (closure) return [{ type: 'closed', reason: closure.reason }];
  const refusals: Refusal[] = [];
  // Who has the place already is not told that others fill the session.
  if (!request.book.placeOf(asking.pupilId, session)) refusals.push(...othersThere(request, session));
  if (provider.rules.termRota && hostOn(provider, calendar, session.date) === undefined) {
    refusals.push({ type: 'no-host' });
  }
  const { adultsNeeded } = provider.rules;
  if (adultsNeeded !== undefined) {
    const rostered = adultsOn(provider, session).length;
    if (rostered < adultsNeeded) refusals.push({ type: 'adults', needed: adultsNeeded, rostered });
  }
  return refusals;
}

/** What those who have places then or in that week leave no room for. */
function othersThere({ provider, asking, book }: PlaceRequest, session: Session): readonly Refusal[] {
  const refusals: Refusal[] = [];
  const there = book.at(provider.id, session);
  const capacity = capacityOn(provider, session);
  if (there.length >= capacity) refusals.push({ type: 'full', capacity, holders: there });

  const { weekCapacity, schoolShare } = provider;
  const inWeek = book.pupilsInWeek(provider.id, session.date);
  if (typeof weekCapacity === 'number' && !inWeek.has(asking.pupilId) && inWeek.size >= weekCapacity) {
    refusals.push({ type: 'week-full', capacity: weekCapacity, monday: mondayOf(session.date) });
  }
  const ofSchool = there.filter(({ schoolId }) => schoolId === asking.schoolId);
  if (typeof schoolShare === 'number' && ofSchool.length >= schoolShare) {
    refusals.push({ type: 'share-full', share: schoolShare, holders: ofSchool });
  }
  for (const { pupilId, reason, from, to } of asking.keptApart) {
    const other = there.find((place) => place.pupilId === pupilId);
    const now = from <= session.date && (to === undefined || session.date <= to);
    if (other && now) refusals.push({ type: 'kept-apart', from: other, reason });
  }
  const stranger = there.find(({ group }) => group !== asking.group);
  if (provider.rules.separateGroups && stranger) {
    refusals.push({ type: 'group', group: asking.group, there: stranger.group });
  }
  return refusals;
}
