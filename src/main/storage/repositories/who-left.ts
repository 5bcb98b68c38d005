import { inArray } from 'drizzle-orm';
import { leftOn } from '#shared/domain/pupils/left-on.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import type { Db } from '../store.ts';
import { inChunks } from './in-chunks.ts';

const IDS_AT_ONCE = 500;

/** Those of the pupils who are not on the roll on a day any more, with their last day. */
export async function whoLeft(
  db: Db,
  pupilIds: readonly string[],
  today: IsoDate,
): Promise<ReadonlyMap<string, IsoDate>> {
  const { pupils } = db.tables;
  const found = new Map<string, IsoDate>();
  for (const ids of inChunks([...new Set(pupilIds)], IDS_AT_ONCE)) {
    const rows = await db
      .select({ id: pupils.id, leavingDate: pupils.leavingDate, enrolStatus: pupils.enrolStatus })
      .from(pupils)
      .where(inArray(pupils.id, [...ids]));
    for (const row of rows) {
      const day = leftOn(row, today);
      if (day !== undefined) found.set(row.id, day);
    }
  }
  return found;
}
