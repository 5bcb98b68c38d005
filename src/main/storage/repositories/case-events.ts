import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { CaseEvent } from '#shared/domain/duties/types.ts';
import type { Db } from '../store.ts';

/** An event of a case as kept; `voidedAt` is set on one that was struck out. */
export type CaseEventRecord = Db['tables']['caseEvents']['$inferSelect'];

/** Everything that was recorded in a case, struck out or not, in the order of recording. One query. */
export async function readCaseEvents(db: Db, exclusionId: string): Promise<readonly CaseEventRecord[]> {
  const { caseEvents: t } = db.tables;
  return db.select().from(t).where(eq(t.exclusionId, exclusionId)).orderBy(t.recordedAt, t.id);
}

/** The events in force of all cases of pupils (at most 500), by exclusion. One query. */
export async function readEventsOfPupils(
  db: Db,
  pupilIds: readonly string[],
): Promise<ReadonlyMap<string, readonly CaseEvent[]>> {
  const { caseEvents: t, exclusions } = db.tables;
  const ids = db
    .select({ id: exclusions.id })
    .from(exclusions)
    .where(inArray(exclusions.pupilId, [...pupilIds]));
  const rows = await db
    .select()
    .from(t)
    .where(and(inArray(t.exclusionId, ids), isNull(t.voidedAt)));
  const events = new Map<string, CaseEvent[]>();
  for (const row of rows) events.set(row.exclusionId, [...(events.get(row.exclusionId) ?? []), eventOf(row)]);
  return events;
}

/** What the rules read of an event. */
export const eventOf = ({
  id,
  type,
  onDate,
  onSlot,
  outcome,
  backDate,
  backSlot,
}: CaseEventRecord): CaseEvent => ({
  id,
  type,
  on: onDate,
  ...(onSlot === null ? {} : { slot: onSlot }),
  ...(outcome === null ? {} : { outcome }),
  ...(backDate === null || backSlot === null ? {} : { back: { date: backDate, slot: backSlot } }),
});

/** How and by whom an event was recorded. */
export type EventRecording = Pick<CaseEventRecord, 'exclusionId' | 'note' | 'recordedBy' | 'recordedAt'>;

/** An event as its row, not struck out. */
export const eventRow = (
  { id, type, on, slot, outcome, back }: CaseEvent,
  recording: EventRecording,
): CaseEventRecord => ({
  id,
  type,
  onDate: on,
  onSlot: slot ?? null,
  outcome: outcome ?? null,
  backDate: back?.date ?? null,
  backSlot: back?.slot ?? null,
  ...recording,
  voidedAt: null,
  voidedReason: null,
});

/** Adds an event. */
export async function insertCaseEvent(db: Db, event: CaseEvent, recording: EventRecording): Promise<void> {
  await db.insert(db.tables.caseEvents).values(eventRow(event, recording));
}

/** Strikes an event out; the row stays with the reason. */
export async function voidCaseEvent(
  db: Db,
  id: string,
  voided: { readonly at: string; readonly reason: string },
): Promise<void> {
  const { caseEvents: t } = db.tables;
  await db.update(t).set({ voidedAt: voided.at, voidedReason: voided.reason }).where(eq(t.id, id));
}
