import { and, eq, gt, gte, inArray, isNull, lt, or } from 'drizzle-orm';
import type { Session } from '#shared/domain/calendar/types.ts';
import type { ExclusionState } from '#shared/domain/exclusions/types.ts';
import type { Db } from '../store.ts';

/** Where a case stands after something happened in it. */
export interface CaseStand {
  readonly state: ExclusionState;
  /** The first session given back; undefined when nothing is. */
  readonly stopped: Session | undefined;
}

/**
 * Writes where an issued case stands and counts its version up: half days from the stop on are given back, those before
 * it are taken (again). Throws the database's refusal (see `guardOf`) when another exclusion of the pupil has got one of
 * these since.
 */
export async function writeCaseStand(
  db: Db,
  { id, version }: { readonly id: string; readonly version: number },
  { state, stopped }: CaseStand,
): Promise<void> {
  const { exclusions, exclusionHalfDays: days } = db.tables;
  await db
    .update(exclusions)
    .set({
      state,
      stoppedOn: stopped?.date ?? null,
      stoppedSlot: stopped?.slot ?? null,
      version: version + 1,
    })
    .where(eq(exclusions.id, id));
  const own = eq(days.exclusionId, id);
  if (stopped === undefined) {
    await db.update(days).set({ givenBack: false }).where(own);
    return;
  }
  // "am", "lunch", "pm": the halves of a day and its lunchtime sort by name as the day runs.
  const { date, slot } = stopped;
  const sameDay = eq(days.date, date);
  await db
    .update(days)
    .set({ givenBack: false })
    .where(and(own, or(lt(days.date, date), and(sameDay, lt(days.slot, slot)))));
  await db
    .update(days)
    .set({ givenBack: true })
    .where(and(own, or(gt(days.date, date), and(sameDay, gte(days.slot, slot)))));
}

/** Ids of the held and booked places of an exclusion from a session on. */
export async function readPlacesFrom(db: Db, exclusionId: string, from: Session): Promise<readonly string[]> {
  const { places } = db.tables;
  const rows = await db
    .select({ id: places.id })
    .from(places)
    .where(
      and(
        eq(places.exclusionId, exclusionId),
        inArray(places.state, ['held', 'booked']),
        // What came of a place stays on record, whatever was decided afterwards.
        isNull(places.outcome),
        or(gt(places.date, from.date), and(eq(places.date, from.date), gte(places.slot, from.slot))),
      ),
    );
  return rows.map(({ id }) => id);
}
