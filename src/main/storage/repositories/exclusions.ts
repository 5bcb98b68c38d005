import { and, asc, desc, eq, gte, inArray, isNull, lte, sql, type SQL } from 'drizzle-orm';
import { hasStateDay, stateDay } from '#shared/domain/exclusions/state-day.ts';
import type { ExclusionState } from '#shared/domain/exclusions/types.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import type { Db } from '../store.ts';
import { isHistory } from './audit-history.ts';
import { groupRows } from './group-rows.ts';

/** An exclusion as kept; null where a draft does not know yet. */
export type ExclusionRecord = Db['tables']['exclusions']['$inferSelect'];

/** An exclusion with whose it is. */
export interface ListedExclusion {
  readonly exclusion: ExclusionRecord;
  readonly pupilName: string;
  readonly form: string | null;
  /** The day of the event that brought it into its state, where it was looked up. */
  readonly stateOn?: IsoDate | undefined;
}

export interface ExclusionFilter {
  readonly state?: ExclusionState | undefined;
  /** First day of the starts, included; leaves out drafts without a start. */
  readonly from?: IsoDate | undefined;
  readonly to?: IsoDate | undefined;
  readonly limit: number;
}

/** One exclusion of a school with its reasons in order; undefined when there is none of that id. */
export async function readExclusion(
  db: Db,
  schoolId: string,
  id: string,
): Promise<{ readonly exclusion: ExclusionRecord; readonly reasons: readonly string[] } | undefined> {
  const { exclusions, exclusionReasons } = db.tables;
  const [exclusion] = await db
    .select()
    .from(exclusions)
    .where(and(eq(exclusions.id, id), eq(exclusions.schoolId, schoolId)));
  if (!exclusion) return undefined;
  const reasons = await db
    .select({ code: exclusionReasons.code })
    .from(exclusionReasons)
    .where(eq(exclusionReasons.exclusionId, id))
    .orderBy(asc(exclusionReasons.position));
  return { exclusion, reasons: reasons.map(({ code }) => code) };
}

/** A school's exclusions, latest start first; drafts without a start before all others. */
export async function listExclusions(
  db: Db,
  schoolId: string,
  { state, from, to, limit }: ExclusionFilter,
): Promise<readonly ListedExclusion[]> {
  const { exclusions, pupils } = db.tables;
  const where: SQL | undefined = and(
    eq(exclusions.schoolId, schoolId),
    state === undefined ? undefined : eq(exclusions.state, state),
    from === undefined ? undefined : gte(exclusions.startDate, from),
    to === undefined ? undefined : lte(exclusions.startDate, to),
  );
  const rows = await db
    .select({ exclusion: exclusions, surname: pupils.surname, forename: pupils.forename, form: pupils.form })
    .from(exclusions)
    .innerJoin(pupils, eq(pupils.id, exclusions.pupilId))
    .where(where)
    .orderBy(
      // The engines disagree on where nulls sort.
      desc(sql`coalesce(${exclusions.startDate}, '9999-12-31')`),
      desc(exclusions.startSlot),
      desc(exclusions.recordedAt),
      asc(exclusions.id),
    )
    .limit(limit);
  const stateDays = await stateDaysOf(
    db,
    rows.map((row) => row.exclusion),
  );
  return rows.map(({ exclusion, surname, forename, form }) => ({
    exclusion,
    pupilName: `${forename} ${surname}`,
    form,
    stateOn: stateDays.get(exclusion.id),
  }));
}

/**
 * The days of the events that brought exclusions (at most 500) into their states, by id; none for drafts and those only
 * issued. One query, or none when all are.
 */
async function stateDaysOf(
  db: Db,
  exclusions: readonly Pick<ExclusionRecord, 'id' | 'state'>[],
): Promise<ReadonlyMap<string, IsoDate>> {
  const { caseEvents: t } = db.tables;
  const moved = exclusions.filter(({ state }) => hasStateDay(state));
  if (moved.length === 0) return new Map();
  const rows = await db
    .select({ exclusionId: t.exclusionId, type: t.type, on: t.onDate })
    .from(t)
    .where(
      and(
        inArray(
          t.exclusionId,
          moved.map(({ id }) => id),
        ),
        isNull(t.voidedAt),
      ),
    );
  const events = groupRows(rows, ({ exclusionId }) => exclusionId);
  return new Map(
    moved.flatMap(({ id, state }) => {
      const day = stateDay(state, events.get(id) ?? []);
      return day === undefined ? [] : [[id, day] as const];
    }),
  );
}

/** Adds an exclusion, or puts it in place of the one with its id, with its reasons in the order given. */
export async function writeExclusion(
  db: Db,
  exclusion: ExclusionRecord,
  reasons: readonly string[],
): Promise<void> {
  const { exclusions, exclusionReasons } = db.tables;
  const { id, ...changes } = exclusion;
  await db.insert(exclusions).values(exclusion).onConflictDoUpdate({ target: exclusions.id, set: changes });
  await db.delete(exclusionReasons).where(eq(exclusionReasons.exclusionId, id));
  if (reasons.length === 0) return;
  await db
    .insert(exclusionReasons)
    .values(reasons.map((code, at) => ({ exclusionId: id, position: at + 1, code })));
}

/** Removes a draft with its reasons. An issued exclusion stays: nothing happens to it. */
export async function deleteDraft(db: Db, id: string): Promise<void> {
  const { exclusions, exclusionReasons } = db.tables;
  const [draft] = await db
    .select({ id: exclusions.id })
    .from(exclusions)
    .where(and(eq(exclusions.id, id), eq(exclusions.state, 'draft')));
  if (!draft) return;
  await db.delete(exclusionReasons).where(eq(exclusionReasons.exclusionId, id));
  await db.delete(exclusions).where(eq(exclusions.id, id));
}

/**
 * Writes the half days an issued exclusion takes, at most 90. Throws the database's refusal (see `guardOf`) when
 * another exclusion of the pupil has one of them.
 */
export async function insertHalfDays(
  db: Db,
  { id, pupilId }: Pick<ExclusionRecord, 'id' | 'pupilId'>,
  halfDays: readonly { readonly date: IsoDate; readonly slot: 'am' | 'pm' | 'lunch' }[],
): Promise<void> {
  if (halfDays.length === 0) return;
  await db
    .insert(db.tables.exclusionHalfDays)
    .values(halfDays.map(({ date, slot }) => ({ exclusionId: id, pupilId, date, slot, givenBack: false })));
}

/** Who saved an exclusion last and when (UTC ISO), by the audit trail. */
export async function lastSavedBy(
  db: Db,
  id: string,
): Promise<{ readonly userName: string; readonly at: string } | undefined> {
  const { audit } = db.tables;
  const [row] = await db
    .select({ userName: audit.userName, at: audit.at })
    .from(audit)
    .where(and(eq(audit.subjectType, 'exclusion'), eq(audit.subjectId, id), isHistory(audit)))
    .orderBy(desc(audit.id))
    .limit(1);
  return row;
}
