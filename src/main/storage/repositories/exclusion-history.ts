import { and, asc, eq } from 'drizzle-orm';
import type { Session } from '#shared/domain/calendar/types.ts';
import type { CountedExclusion } from '#shared/domain/exclusions/types.ts';
import { exclusionTitle } from '#shared/text/exclusion-words.ts';
import type { Db } from '../store.ts';
import { groupRows } from './group-rows.ts';

/** An issued exclusion of a pupil as totals, education and clashes need it. */
export interface IssuedExclusion extends CountedExclusion {
  readonly title: string;
  readonly start: Session;
  /** Missing for a permanent exclusion. */
  readonly end?: Session;
}

/** A pupil's issued exclusions, first start first, each with its half days in order. Two queries. */
export async function readIssuedExclusions(db: Db, pupilId: string): Promise<readonly IssuedExclusion[]> {
  const { exclusions, exclusionHalfDays: days } = db.tables;
  const rows = await db
    .select()
    .from(exclusions)
    .where(and(eq(exclusions.pupilId, pupilId), eq(exclusions.state, 'issued')))
    .orderBy(asc(exclusions.startDate), asc(exclusions.startSlot), asc(exclusions.id));
  const halfDays = await db
    .select({ exclusionId: days.exclusionId, date: days.date, slot: days.slot })
    .from(days)
    .where(eq(days.pupilId, pupilId))
    .orderBy(asc(days.date), asc(days.slot));
  const byExclusion = groupRows(halfDays, ({ exclusionId }) => exclusionId);
  return rows.flatMap((row) => {
    const { startDate, startSlot, endDate, endSlot } = row;
    if (startDate === null || startSlot === null) return [];
    return {
      id: row.id,
      kind: row.kind,
      title: exclusionTitle(row),
      start: { date: startDate, slot: startSlot },
      ...(endDate === null || endSlot === null ? {} : { end: { date: endDate, slot: endSlot } }),
      halfDays: (byExclusion.get(row.id) ?? []).map(({ date, slot }) => ({ date, slot })),
    };
  });
}

/** The pupil's drafts by title, the one recorded first first. */
export async function readDraftTitles(
  db: Db,
  pupilId: string,
): Promise<readonly { readonly id: string; readonly title: string }[]> {
  const { exclusions } = db.tables;
  const rows = await db
    .select()
    .from(exclusions)
    .where(and(eq(exclusions.pupilId, pupilId), eq(exclusions.state, 'draft')))
    .orderBy(asc(exclusions.recordedAt), asc(exclusions.id));
  return rows.map((row) => ({ id: row.id, title: exclusionTitle(row) }));
}
