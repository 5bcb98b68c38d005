import { and, eq, inArray, isNotNull, isNull, ne } from 'drizzle-orm';
import { ISSUED_STATES } from '#shared/domain/exclusions/issued-states.ts';
import type { ExclusionToCover } from '#shared/domain/placements/sessions-to-cover.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import type { Db } from '../store.ts';

/** An issued exclusion with as much as a forecast needs: when it is, since when it is on record, the pupil's age. */
export interface PastExclusion extends ExclusionToCover {
  readonly dateOfBirth: IsoDate;
  /** UTC ISO. */
  readonly issuedAt: string;
  /** UTC ISO: when the event that stopped it was recorded; undefined when none is on record. */
  readonly stopRecordedAt: string | undefined;
}

/**
 * Every exclusion a school ever issued, lunchtimes left out, whatever became of it; in no order. Two queries, no names.
 */
export async function readForecastHistory(db: Db, schoolId: string): Promise<readonly PastExclusion[]> {
  const { exclusions, pupils, caseEvents } = db.tables;
  const ours = and(
    eq(exclusions.schoolId, schoolId),
    inArray(exclusions.state, ISSUED_STATES),
    ne(exclusions.kind, 'lunchtime'),
  );
  const rows = await db
    .select({
      id: exclusions.id,
      kind: exclusions.kind,
      startDate: exclusions.startDate,
      startSlot: exclusions.startSlot,
      endDate: exclusions.endDate,
      endSlot: exclusions.endSlot,
      stoppedOn: exclusions.stoppedOn,
      stoppedSlot: exclusions.stoppedSlot,
      issuedAt: exclusions.issuedAt,
      recordedAt: exclusions.recordedAt,
      dateOfBirth: pupils.dob,
    })
    .from(exclusions)
    .innerJoin(pupils, eq(pupils.id, exclusions.pupilId))
    .where(ours);
  // The first session back is that of the event, or for one that was taken over the event's own day.
  const events = await db
    .select({
      exclusionId: caseEvents.exclusionId,
      stoppedOn: exclusions.stoppedOn,
      onDate: caseEvents.onDate,
      backDate: caseEvents.backDate,
      recordedAt: caseEvents.recordedAt,
    })
    .from(caseEvents)
    .innerJoin(exclusions, eq(exclusions.id, caseEvents.exclusionId))
    .where(and(ours, isNotNull(exclusions.stoppedOn), isNull(caseEvents.voidedAt)));
  const stops = new Map<string, string>();
  for (const { exclusionId, stoppedOn, onDate, backDate, recordedAt } of events) {
    if ((backDate ?? onDate) !== stoppedOn) continue;
    const earlier = stops.get(exclusionId);
    if (earlier === undefined || recordedAt < earlier) stops.set(exclusionId, recordedAt);
  }
  return rows.map(({ id, issuedAt, recordedAt, ...row }) => ({
    ...row,
    issuedAt: issuedAt ?? recordedAt,
    stopRecordedAt: stops.get(id),
  }));
}
