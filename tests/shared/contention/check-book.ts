import { verifyAudit } from '#main/security/verify-audit.ts';
import type { Store } from '#main/storage/store.ts';
import type { Said } from './talk.ts';

interface PlaceOf {
  readonly id: string;
  readonly date: string;
  readonly slot: string;
}

/**
 * What must be so after any storm, as sentences; none when all is well. Every acknowledgement is kept, nothing is half
 * there, no session was over its capacity at any moment, and the audit trail is whole.
 */
export async function checkBook(
  store: Store,
  capacity: number,
  said: readonly Said[],
): Promise<readonly string[]> {
  const { placements, places, audit } = await store.read(async (db) => ({
    placements: await db.select().from(db.tables.placements),
    places: await db.select().from(db.tables.places),
    audit: await db.select().from(db.tables.audit).orderBy(db.tables.audit.id),
  }));
  const wrong: string[] = [];
  const byId = new Map(places.map((place) => [place.id, place]));

  const givenBack = new Set(
    said.flatMap(({ did, placeId, code }) => (did === 'cancel' && code === undefined ? [placeId] : [])),
  );
  // Whether those were done nobody can say: no answer came, or the server was gone.
  const asked = new Set(said.flatMap(({ did, placeId }) => (did === 'cancel' ? [placeId] : [])));
  for (const { did, placeId, code } of said) {
    if (code !== undefined || placeId === undefined) continue;
    const state = byId.get(placeId)?.state;
    if (did === 'cancel' && state !== 'cancelled')
      wrong.push(`${placeId} was given back and is ${String(state)}`);
    if (did === 'book' && state === undefined) wrong.push(`${placeId} was booked and is not there`);
    if (did === 'book' && state === 'cancelled' && !asked.has(placeId) && !givenBack.has(placeId)) {
      // The client may have been killed after it asked: then the trail says so.
      const trail = audit.some(
        ({ operation, subjectId }) => operation === 'places.cancel' && subjectId === placeId,
      );
      if (!trail) wrong.push(`${placeId} was booked and is given back by nobody`);
    }
  }

  const booked = audit.filter(({ operation, outcome }) => operation === 'places.book' && outcome === 'done');
  const noted = new Map(booked.map(({ subjectId, detail }) => [subjectId ?? '', placesIn(detail)]));
  if (booked.length !== noted.size) wrong.push('a stay was noted twice in the trail');
  for (const { id } of placements) {
    const there = places.filter(({ placementId }) => placementId === id).map((place) => place.id);
    const told = noted.get(id)?.map((place) => place.id);
    if (there.length === 0) wrong.push(`the stay ${id} has no places`);
    if (there.toSorted().join() !== told?.toSorted().join())
      wrong.push(`the trail tells other places of ${id}`);
  }
  if (noted.size !== placements.length) {
    wrong.push(`${String(noted.size)} stays in the trail, ${String(placements.length)} there`);
  }
  wrong.push(...overAtAnyMoment(audit, byId, capacity));

  const { found, findings } = await verifyAudit({ read: store.read });
  if (found > 0) wrong.push(`the audit trail: ${JSON.stringify(findings.slice(0, 3))}`);
  return wrong;
}

/** Replays the trail, whose order is the order of the commits. */
function overAtAnyMoment(
  audit: readonly { operation: string; outcome: string | null; subjectId: string | null; detail: unknown }[],
  byId: ReadonlyMap<string, PlaceOf>,
  capacity: number,
): readonly string[] {
  const taken = new Map<string, number>();
  const count = ({ date, slot }: PlaceOf, by: number) => {
    const key = `${date} ${slot}`;
    const now = (taken.get(key) ?? 0) + by;
    taken.set(key, now);
    return now > capacity ? [`${key} had ${String(now)} of ${String(capacity)} places taken`] : [];
  };
  return audit.flatMap(({ operation, outcome, subjectId, detail }) => {
    if (outcome !== 'done') return [];
    if (operation === 'places.book') return placesIn(detail).flatMap((place) => count(place, 1));
    const given = operation === 'places.cancel' ? byId.get(subjectId ?? '') : undefined;
    return given ? count(given, -1) : [];
  });
}

const placesIn = (detail: unknown): readonly PlaceOf[] =>
  typeof detail === 'object' && detail !== null && 'places' in detail && Array.isArray(detail.places)
    ? // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as the product writes it
      (detail.places as readonly PlaceOf[])
    : [];
