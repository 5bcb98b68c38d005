import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import type { Db } from '../store.ts';
import { groupRows } from './group-rows.ts';

/**
 * Of permanent exclusions (at most 500 ids) those that nothing can change any more on `today`: closed, or upheld with the
 * review waived, lost, or no longer to be asked for. Three queries, or none for none.
 */
export async function finalPermanents(
  db: Db,
  ids: readonly string[],
  today: IsoDate,
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const { exclusions, caseEvents, duties } = db.tables;
  const cases = await db
    .select({ id: exclusions.id, state: exclusions.state })
    .from(exclusions)
    .where(and(inArray(exclusions.id, [...ids]), eq(exclusions.kind, 'permanent')));
  const events = groupRows(
    await db
      .select({ exclusionId: caseEvents.exclusionId, type: caseEvents.type, outcome: caseEvents.outcome })
      .from(caseEvents)
      .where(and(inArray(caseEvents.exclusionId, [...ids]), isNull(caseEvents.voidedAt))),
    ({ exclusionId }) => exclusionId,
  );
  const lastDays = new Map(
    (
      await db
        .select({ exclusionId: duties.exclusionId, dueBy: duties.dueBy })
        .from(duties)
        .where(
          and(inArray(duties.exclusionId, [...ids]), eq(duties.key, 'review-apply'), eq(duties.owed, true)),
        )
    ).map(({ exclusionId, dueBy }) => [exclusionId, dueBy]),
  );
  return new Set(
    cases.flatMap(({ id, state }) => {
      if (state === 'ended') return [id];
      if (state !== 'upheld') return [];
      const happened = events.get(id) ?? [];
      const has = (type: string) => happened.some((event) => event.type === type);
      const reviewed =
        has('reconsidered') ||
        happened.some((event) => event.type === 'review-decided' && event.outcome === 'upheld');
      const lastDay = lastDays.get(id);
      const timeIsOut = !has('review-asked') && typeof lastDay === 'string' && lastDay < today;
      return reviewed || has('review-waived') || timeIsOut ? [id] : [];
    }),
  );
}
