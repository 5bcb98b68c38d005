import { and, eq } from 'drizzle-orm';
import { reconcileDuties, type DutyChange } from '#shared/domain/duties/reconcile-duties.ts';
import type { Duty } from '#shared/domain/duties/types.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import type { Db } from '../store.ts';
import type { DutyChangeRecord, DutyRecord } from './duties.ts';
import { insertAll } from './insert-all.ts';

/** Whom and what a change of duties is put down to: `cause` in words, `at` as UTC ISO. */
export interface DutyCause {
  readonly cause: string;
  readonly userName: string;
  readonly at: string;
}

/** A computed duty with what is kept beside it: why it is owed, in a sentence, and the letter that does it. */
export interface ReasonedDuty {
  readonly duty: Duty;
  readonly why: string;
  readonly letter?: string;
}

const NOT_DONE = {
  fulfilledOn: null,
  how: null,
  byWhom: null,
  evidence: null,
  fulfilledBy: null,
  fulfilledAt: null,
} as const;

/** The columns of a row that are worked out, not noted. */
const computedColumns = ({ duty, why, letter }: ReasonedDuty) => ({
  party: duty.party,
  owedBy: duty.owedBy,
  basis: duty.basis,
  withoutDelay: duty.withoutDelay,
  dueBy: duty.dueBy ?? null,
  dueSlot: duty.dueSlot ?? null,
  notBefore: duty.notBefore ?? null,
  working: duty.working,
  source: duty.source,
  certainty: duty.certainty,
  reading: duty.reading ?? null,
  why,
  letter: letter ?? null,
});

/** A new row of a duty that is owed and not done. */
export const dutyRow = (exclusionId: string, reasoned: ReasonedDuty): DutyRecord => ({
  exclusionId,
  key: reasoned.duty.key,
  owed: true,
  ...computedColumns(reasoned),
  ...NOT_DONE,
});

/**
 * Brings the kept duties of a case in line with the computed ones and logs what people should know of. Writes nothing
 * when nothing changed; a fulfilled row keeps what was noted. Gives the changes.
 */
export async function writeDuties(
  db: Db,
  exclusionId: string,
  stored: readonly DutyRecord[],
  computed: readonly ReasonedDuty[],
  cause: DutyCause,
): Promise<readonly DutyChange[]> {
  const { duties: t } = db.tables;
  const known = new Map(computed.map((one) => [one.duty.key, one]));
  const rows = new Map(stored.map((row) => [row.key, row]));
  const { insert, update, changes } = reconcileDuties(
    stored,
    computed.map(({ duty }) => duty),
  );
  const reasoned = (duty: Duty): ReasonedDuty => {
    const row = rows.get(duty.key);
    return (
      known.get(duty.key) ?? { duty, why: row?.why ?? '', ...(row?.letter ? { letter: row.letter } : {}) }
    );
  };
  await insertAll(
    db,
    t,
    insert.map((duty) => dutyRow(exclusionId, reasoned(duty))),
  );
  const set = (key: string, values: Partial<DutyRecord>) =>
    db
      .update(t)
      .set(values)
      .where(and(eq(t.exclusionId, exclusionId), eq(t.key, key)));
  for (const { owed, ...duty } of update) {
    await set(duty.key, { ...computedColumns(reasoned(duty)), owed });
  }
  // The sentence may change where the day does not: a term's total that grew, say.
  const updated = new Set(update.map(({ key }) => key));
  for (const { key, why, letter } of stored) {
    const now = known.get(key);
    const same = now === undefined || (now.why === why && (now.letter ?? null) === letter);
    if (!same && !updated.has(key)) await set(key, { why: now.why, letter: now.letter ?? null });
  }
  await logDutyChanges(
    db,
    changes.map(({ key, change, beforeDue, afterDue }) => ({
      exclusionId,
      key,
      change,
      beforeDue: beforeDue ?? null,
      afterDue: afterDue ?? null,
      ...cause,
    })),
  );
  return changes;
}

/** Appends to the history of duties. */
export async function logDutyChanges(
  db: Db,
  changes: readonly Omit<DutyChangeRecord, 'id'>[],
): Promise<void> {
  if (changes.length > 0) await insertAll(db, db.tables.dutyChanges, changes);
}

export interface Fulfilment {
  readonly on: IsoDate;
  readonly how: string;
  readonly byWhom: string;
  readonly evidence?: string | undefined;
}

/** Notes that duties of a case were done, and logs it. They must be there and not done yet. */
export async function fulfilDuties(
  db: Db,
  exclusionId: string,
  keys: readonly string[],
  { on, how, byWhom, evidence }: Fulfilment,
  cause: DutyCause,
): Promise<void> {
  const { duties: t } = db.tables;
  for (const key of keys) {
    await db
      .update(t)
      .set({
        fulfilledOn: on,
        how,
        byWhom,
        evidence: evidence ?? null,
        fulfilledBy: cause.userName,
        fulfilledAt: cause.at,
      })
      .where(and(eq(t.exclusionId, exclusionId), eq(t.key, key)));
  }
  await logDutyChanges(
    db,
    keys.map((key) => ({
      exclusionId,
      key,
      change: 'fulfilled' as const,
      beforeDue: null,
      afterDue: null,
      ...cause,
    })),
  );
}

/** Takes back that duties were done; the history keeps what was noted in `cause`. */
export async function reopenDuties(
  db: Db,
  exclusionId: string,
  keys: readonly string[],
  cause: DutyCause,
): Promise<void> {
  const { duties: t } = db.tables;
  for (const key of keys) {
    await db
      .update(t)
      .set(NOT_DONE)
      .where(and(eq(t.exclusionId, exclusionId), eq(t.key, key)));
  }
  await logDutyChanges(
    db,
    keys.map((key) => ({
      exclusionId,
      key,
      change: 'reopened' as const,
      beforeDue: null,
      afterDue: null,
      ...cause,
    })),
  );
}
