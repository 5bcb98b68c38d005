import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Db } from '../store.ts';

/** An excluded pupil on the wait list of a provider. */
export interface Waiting {
  readonly id: string;
  readonly exclusionId: string;
  readonly providerId: string;
  readonly providerName: string;
  readonly name: string;
  readonly form: string | null;
  readonly askedAt: string;
  readonly askedBy: string;
}

interface WaitFilter {
  readonly id?: string | undefined;
  readonly providerId?: string | undefined;
  readonly exclusionId?: string | undefined;
}

/** Who waits now, those who have waited longest first; conditions given are all to be met. */
export async function readWaiting(
  db: Db,
  schoolId: string,
  { id, providerId, exclusionId }: WaitFilter,
): Promise<readonly Waiting[]> {
  const { waitList, exclusions, pupils, providers } = db.tables;
  const rows = await db
    .select({
      id: waitList.id,
      exclusionId: waitList.exclusionId,
      providerId: waitList.providerId,
      providerName: providers.name,
      surname: pupils.surname,
      forename: pupils.forename,
      form: pupils.form,
      askedAt: waitList.askedAt,
      askedBy: waitList.askedBy,
    })
    .from(waitList)
    .innerJoin(exclusions, eq(exclusions.id, waitList.exclusionId))
    .innerJoin(pupils, eq(pupils.id, exclusions.pupilId))
    .innerJoin(providers, eq(providers.id, waitList.providerId))
    .where(
      and(
        isNull(waitList.endedAt),
        eq(exclusions.schoolId, schoolId),
        id === undefined ? undefined : eq(waitList.id, id),
        providerId === undefined ? undefined : eq(waitList.providerId, providerId),
        exclusionId === undefined ? undefined : eq(waitList.exclusionId, exclusionId),
      ),
    )
    .orderBy(asc(waitList.askedAt), asc(waitList.id));
  return rows.map(({ surname, forename, ...waiting }) => ({ ...waiting, name: `${forename} ${surname}` }));
}

/** Puts an exclusion on the wait list of a provider; the database refuses a second time while it waits. */
export async function insertWaiting(
  db: Db,
  waiting: Pick<Waiting, 'id' | 'exclusionId' | 'providerId' | 'askedAt' | 'askedBy'>,
): Promise<void> {
  await db.insert(db.tables.waitList).values(waiting);
}

/** Ends the waiting of an exclusion at a provider because it has a place there, and gives the ids of what ended. */
export async function endWaiting(
  db: Db,
  { exclusionId, providerId }: { readonly exclusionId: string; readonly providerId: string },
  at: string,
): Promise<readonly string[]> {
  const { waitList } = db.tables;
  const rows = await db
    .update(waitList)
    .set({ endedAt: at, endedAs: 'placed' })
    .where(
      and(
        isNull(waitList.endedAt),
        eq(waitList.exclusionId, exclusionId),
        eq(waitList.providerId, providerId),
      ),
    )
    .returning({ id: waitList.id });
  return rows.map(({ id }) => id);
}

/** Takes one off the list at its own wish; it stays in the history. */
export async function leaveWaiting(db: Db, id: string, at: string): Promise<void> {
  const { waitList } = db.tables;
  await db.update(waitList).set({ endedAt: at, endedAs: 'left' }).where(eq(waitList.id, id));
}
