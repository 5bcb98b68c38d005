import { and, between, eq, gte, inArray, isNull, lt, or } from 'drizzle-orm';
import type { Session, Slot } from '#shared/domain/calendar/types.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import type { Db } from '../store.ts';
import { groupRows } from './group-rows.ts';
import { inChunks } from './in-chunks.ts';

type Tables = Db['tables'];

export interface ExclusionWithPupil {
  readonly exclusion: Tables['exclusions']['$inferSelect'];
  readonly pupil: Tables['pupils']['$inferSelect'];
  /** Codes, the main one first. */
  readonly reasons: readonly string[];
  /** The sessions it takes, in order, without those given back; lunchtimes are not among them. */
  readonly sessions: readonly Session[];
}

interface Period {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** One statement's ids: well under the engines' limits of parameters. */
const IDS_PER_STATEMENT = 500;

/**
 * Every exclusion of the school that has to do with the period (both days included), by start date: those that start
 * in it, those still running into it, and drafts without a start of an incident in it; those of one pupil where `pupilId`
 * is given. Three queries, more only above 500 exclusions.
 */
export async function exclusionsAround(
  db: Db,
  schoolId: string,
  { from, to }: Period,
  pupilId?: string,
): Promise<readonly ExclusionWithPupil[]> {
  const { exclusions: x, pupils } = db.tables;
  const rows = await db
    .select({ exclusion: x, pupil: pupils })
    .from(x)
    .innerJoin(pupils, eq(pupils.id, x.pupilId))
    .where(
      and(
        eq(x.schoolId, schoolId),
        pupilId === undefined ? undefined : eq(x.pupilId, pupilId),
        or(
          between(x.startDate, from, to),
          and(lt(x.startDate, from), gte(x.endDate, from)),
          and(isNull(x.startDate), between(x.incidentOn, from, to)),
        ),
      ),
    )
    .orderBy(x.startDate, pupils.surname, pupils.forename, x.startSlot, x.id);
  const ids = rows.map(({ exclusion }) => exclusion.id);
  const [reasons, halfDays] = await Promise.all([reasonsOf(db, ids), halfDaysOf(db, ids)]);
  return rows.map((row) => ({
    ...row,
    exclusion: asTaken(row.exclusion, halfDays.get(row.exclusion.id) ?? []),
    reasons: (reasons.get(row.exclusion.id) ?? []).map(({ code }) => code),
    sessions: (halfDays.get(row.exclusion.id) ?? []).flatMap(({ date, slot }) =>
      slot === 'lunch' ? [] : [{ date, slot }],
    ),
  }));
}

/** A fixed period that was stopped, as far as it was taken: what was given back counts nowhere. */
function asTaken(
  exclusion: Tables['exclusions']['$inferSelect'],
  halfDays: readonly { readonly date: IsoDate; readonly slot: Slot | 'lunch' }[],
) {
  const last = halfDays.at(-1);
  if (exclusion.stoppedOn === null || exclusion.kind === 'permanent' || last === undefined) return exclusion;
  const endSlot: Slot = last.slot === 'am' ? 'am' : 'pm';
  return { ...exclusion, endDate: last.date, endSlot, halfDays: halfDays.length };
}

async function reasonsOf(db: Db, ids: readonly string[]) {
  const { exclusionReasons } = db.tables;
  const rows: Tables['exclusionReasons']['$inferSelect'][] = [];
  for (const chunk of inChunks(ids, IDS_PER_STATEMENT)) {
    const found = await db
      .select()
      .from(exclusionReasons)
      .where(inArray(exclusionReasons.exclusionId, [...chunk]))
      .orderBy(exclusionReasons.position);
    rows.push(...found);
  }
  return groupRows(rows, ({ exclusionId }) => exclusionId);
}

async function halfDaysOf(db: Db, ids: readonly string[]) {
  const { exclusionHalfDays } = db.tables;
  const rows: Tables['exclusionHalfDays']['$inferSelect'][] = [];
  for (const chunk of inChunks(ids, IDS_PER_STATEMENT)) {
    const found = await db
      .select()
      .from(exclusionHalfDays)
      .where(and(inArray(exclusionHalfDays.exclusionId, [...chunk]), eq(exclusionHalfDays.givenBack, false)))
      .orderBy(exclusionHalfDays.date, exclusionHalfDays.slot);
    rows.push(...found);
  }
  return groupRows(rows, ({ exclusionId }) => exclusionId);
}
