import { and, eq, gt, gte, inArray, lte, or } from 'drizzle-orm';
import type { Session } from '#shared/domain/calendar/types.ts';
import type { Holder, PupilGroup } from '#shared/domain/placements/types.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import type { Db } from '../store.ts';

/** A place of nobody we know, in the form of the others. */
export interface OthersPlace extends Session, Holder {
  readonly id: string;
  readonly placementId: string;
  readonly exclusionId: null;
  readonly pupilId: string;
  readonly providerId: string;
  readonly schoolId: string;
  readonly purpose: 'exclusion';
  readonly group: PupilGroup;
  readonly outcome: null;
  readonly madeAt: string;
}

/** Both days included; conditions given are all to be met. */
interface OthersFilter {
  readonly from?: IsoDate | undefined;
  readonly to?: IsoDate | undefined;
  readonly dates?: readonly IsoDate[] | undefined;
  readonly providerId?: string | undefined;
}

/** Who has a place that another school booked: nobody here knows. */
const SOMEBODY = 'A pupil of another school';

/**
 * Places that other schools take up at providers of the whole area, for counting: without names, and with an id for each
 * pupil that leads nowhere. None on one PC.
 */
export async function readOthersPlaces(
  db: Db,
  now: string,
  { from, to, dates, providerId }: OthersFilter,
): Promise<readonly OthersPlace[]> {
  if (db.shared === undefined) return [];
  const { others } = db.shared.views;
  const rows = await db
    .select()
    .from(others)
    .where(
      and(
        or(eq(others.state, 'booked'), gt(others.heldUntil, now)),
        from === undefined ? undefined : gte(others.date, from),
        to === undefined ? undefined : lte(others.date, to),
        dates === undefined ? undefined : inArray(others.date, [...dates]),
        providerId === undefined ? undefined : eq(others.providerId, providerId),
      ),
    );
  return rows.map(({ heldUntil, ...place }) => ({
    ...place,
    placementId: place.id,
    exclusionId: null,
    schoolId: 'another school',
    outcome: null,
    purpose: 'exclusion',
    madeAt: '',
    name: SOMEBODY,
    ...(place.state === 'held' && heldUntil !== null ? { heldUntil } : {}),
  }));
}
