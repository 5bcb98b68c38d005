import type { OfferedPlaces, PlaceUse, UsedPlace } from './types.ts';

/** A stay that began before the period, so that one within it is seen to be a repeat. */
export interface EarlierStay {
  readonly placementId: string;
  readonly exclusionId: string | null;
  readonly pupilId: string;
  readonly providerId: string;
}

/**
 * Use and cost of one provider's places. A place counts as used when the pupil attended, and when nobody marked it:
 * an unmarked register must not make a provider look empty. `unused` are places nobody booked.
 */
export function placeUse(
  { offered, costPence }: Pick<OfferedPlaces, 'offered' | 'costPence'>,
  places: readonly UsedPlace[],
  earlier: readonly EarlierStay[],
): PlaceUse {
  const attended = places.filter(({ outcome }) => outcome === 'attended').length;
  const unmarked = places.filter(({ outcome }) => outcome === null).length;
  const used = attended + unmarked;
  const unused = Math.max(0, offered - places.length);
  const lengths = stayDays(places);
  const cost = costPence ?? null;
  return {
    offered,
    booked: places.length,
    attended,
    notTakenUp: places.length - used,
    unmarked,
    unused,
    costOffered: cost === null ? null : cost * offered,
    costUsed: cost === null ? null : cost * used,
    costUnused: cost === null ? null : cost * unused,
    costPerUsed: cost === null || used === 0 ? null : Math.round((cost * offered) / used),
    stays: lengths.length,
    pupils: new Set(places.map(({ pupilId }) => pupilId)).size,
    meanStayDays: lengths.length === 0 ? null : lengths.reduce((sum, one) => sum + one, 0) / lengths.length,
    repeats: repeatStays(places, earlier),
  };
}

/** Days booked of each stay among these places. */
export function stayDays(places: readonly UsedPlace[]): readonly number[] {
  const days = new Map<string, Set<string>>();
  for (const place of places) {
    days.set(stayOf(place), (days.get(stayOf(place)) ?? new Set()).add(place.date));
  }
  return [...days.values()].map((dates) => dates.size);
}

/** All that is booked at a provider for one exclusion is one stay, in however many runs it was booked. */
const stayOf = ({ exclusionId, placementId, providerId }: EarlierStay): string =>
  `${exclusionId ?? placementId} ${providerId}`;

/** Stays of pupils who had another stay there before: in the period, or earlier. */
function repeatStays(places: readonly UsedPlace[], earlier: readonly EarlierStay[]): number {
  const seen = new Set(earlier.map(({ pupilId, providerId }) => `${pupilId} ${providerId}`));
  const known = new Set(earlier.map(stayOf));
  let repeats = 0;
  for (const place of places.toSorted((a, b) => (a.date < b.date ? -1 : 1))) {
    if (known.has(stayOf(place))) continue;
    known.add(stayOf(place));
    const key = `${place.pupilId} ${place.providerId}`;
    if (seen.has(key)) repeats += 1;
    seen.add(key);
  }
  return repeats;
}

/** The figures of several providers together; money only where every provider that offered places has a cost. */
export function totalUse(parts: readonly PlaceUse[], places: readonly UsedPlace[]): PlaceUse {
  const sum = (of: (part: PlaceUse) => number) => parts.reduce((total, part) => total + of(part), 0);
  const money = (of: (part: PlaceUse) => number | null): number | null =>
    parts.some((part) => part.offered > 0 && of(part) === null) ? null : sum((part) => of(part) ?? 0);
  const costOffered = money(({ costOffered: cost }) => cost);
  const used = sum(({ attended, unmarked }) => attended + unmarked);
  const stays = sum((part) => part.stays);
  return {
    offered: sum((part) => part.offered),
    booked: sum((part) => part.booked),
    attended: sum((part) => part.attended),
    notTakenUp: sum((part) => part.notTakenUp),
    unmarked: sum((part) => part.unmarked),
    unused: sum((part) => part.unused),
    costOffered,
    costUsed: money((part) => part.costUsed),
    costUnused: money((part) => part.costUnused),
    costPerUsed: costOffered === null || used === 0 ? null : Math.round(costOffered / used),
    stays,
    pupils: new Set(places.map(({ pupilId }) => pupilId)).size,
    meanStayDays: stays === 0 ? null : sum((part) => (part.meanStayDays ?? 0) * part.stays) / stays,
    repeats: sum((part) => part.repeats),
  };
}
