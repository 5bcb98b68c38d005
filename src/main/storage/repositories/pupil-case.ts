import { and, asc, desc, eq, inArray, or } from 'drizzle-orm';
import type { Db } from '../store.ts';
import { isHistory } from './audit-history.ts';
import type { ExclusionRecord } from './exclusions.ts';

/** Everything recorded of one pupil that is shown or counted on the pupil's page. */
export interface PupilCase {
  /** Latest start first; drafts without a start before all others. */
  readonly exclusions: readonly ExclusionRecord[];
  readonly reasons: readonly { readonly exclusionId: string; readonly code: string }[];
  /** Without those given back. */
  readonly halfDays: readonly {
    readonly exclusionId: string;
    readonly date: string;
    readonly slot: 'am' | 'pm' | 'lunch';
  }[];
  /** Places of every state; a hold is over once `heldUntil` has passed. */
  readonly places: readonly {
    readonly id: string;
    readonly placementId: string;
    readonly exclusionId: string | null;
    readonly providerName: string;
    readonly state: 'held' | 'booked' | 'cancelled' | 'lapsed';
    readonly heldUntil: string | null;
    readonly date: string;
    readonly slot: 'am' | 'pm';
  }[];
}

/** Four queries, whatever the number of exclusions. */
export async function readPupilCase(db: Db, pupilId: string): Promise<PupilCase> {
  const { exclusions, exclusionReasons, exclusionHalfDays, places, providers } = db.tables;
  const found = await db
    .select()
    .from(exclusions)
    .where(eq(exclusions.pupilId, pupilId))
    .orderBy(desc(exclusions.startDate), desc(exclusions.recordedAt), asc(exclusions.id));
  const undated = found.filter(({ startDate }) => startDate === null);
  const dated = found.filter(({ startDate }) => startDate !== null);
  const reasons = await db
    .select({ exclusionId: exclusionReasons.exclusionId, code: exclusionReasons.code })
    .from(exclusionReasons)
    .innerJoin(exclusions, eq(exclusions.id, exclusionReasons.exclusionId))
    .where(eq(exclusions.pupilId, pupilId))
    .orderBy(asc(exclusionReasons.exclusionId), asc(exclusionReasons.position));
  const halfDays = await db
    .select({
      exclusionId: exclusionHalfDays.exclusionId,
      date: exclusionHalfDays.date,
      slot: exclusionHalfDays.slot,
    })
    .from(exclusionHalfDays)
    .innerJoin(exclusions, eq(exclusions.id, exclusionHalfDays.exclusionId))
    .where(and(eq(exclusions.pupilId, pupilId), eq(exclusionHalfDays.givenBack, false)));
  const booked = await db
    .select({
      id: places.id,
      placementId: places.placementId,
      exclusionId: places.exclusionId,
      providerName: providers.name,
      state: places.state,
      heldUntil: places.heldUntil,
      date: places.date,
      slot: places.slot,
    })
    .from(places)
    .innerJoin(providers, eq(providers.id, places.providerId))
    .where(eq(places.pupilId, pupilId))
    .orderBy(asc(places.date), asc(places.slot));
  return { exclusions: [...undated, ...dated], reasons, halfDays, places: booked };
}

export interface HistoryRecord {
  readonly at: string;
  readonly userName: string;
  readonly role: string;
  readonly operation: string;
  readonly detail: unknown;
}

/** The audit rows about a pupil and the given cases of the pupil, newest first, at most `limit`. */
export async function readPupilHistory(
  db: Db,
  subjects: Readonly<Record<string, readonly string[]>>,
  limit: number,
): Promise<readonly HistoryRecord[]> {
  const { audit } = db.tables;
  const about = Object.entries(subjects)
    .filter(([, ids]) => ids.length > 0)
    .map(([type, ids]) => and(eq(audit.subjectType, type), inArray(audit.subjectId, [...ids])));
  if (about.length === 0) return [];
  return db
    .select({
      at: audit.at,
      userName: audit.userName,
      role: audit.role,
      operation: audit.operation,
      detail: audit.detail,
    })
    .from(audit)
    .where(and(or(...about), isHistory(audit)))
    .orderBy(desc(audit.id))
    .limit(limit);
}
