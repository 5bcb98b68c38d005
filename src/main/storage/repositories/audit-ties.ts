import { and, eq, inArray, like, or } from 'drizzle-orm';
import type { Ties } from '#shared/permissions/is-outsider.ts';
import type { Db } from '../store.ts';

/**
 * What ties a pupil to providers (`providerIds`; all of them where it is missing) and to the governors.
 */
export async function readTies(
  db: Db,
  pupilId: string,
  providerIds: readonly string[] | undefined,
): Promise<Ties> {
  const { placements, duties, exclusions } = db.tables;
  const theirs = providerIds === undefined ? undefined : inArray(placements.providerId, [...providerIds]);
  const stays = await db
    .select({ id: placements.id })
    .from(placements)
    .where(and(eq(placements.pupilId, pupilId), theirs))
    .limit(1);
  const governing = await db
    .select({ key: duties.key })
    .from(duties)
    .innerJoin(exclusions, eq(exclusions.id, duties.exclusionId))
    .where(
      and(
        eq(exclusions.pupilId, pupilId),
        or(eq(duties.owedBy, 'governors'), eq(duties.party, 'governors'), like(duties.key, 'review-%')),
      ),
    )
    .limit(1);
  return { stay: stays.length > 0, governors: governing.length > 0 };
}

/** The pupil of our list with this unique pupil number; undefined where there is none. */
export async function pupilIdOfUpn(db: Db, upn: string): Promise<string | undefined> {
  const { pupils } = db.tables;
  const [found] = await db.select({ id: pupils.id }).from(pupils).where(eq(pupils.upn, upn)).limit(1);
  return found?.id;
}
