import { and, desc, eq } from 'drizzle-orm';
import type { ReturnedExclusion } from '#shared/domain/returns/diff-returned.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import type { Db } from '../store.ts';

/** What the last export of a period held; null where it was made before that was kept, undefined where there is none. */
export async function lastSent(
  db: Db,
  schoolId: string,
  { from, to }: { readonly from: IsoDate; readonly to: IsoDate },
): Promise<readonly ReturnedExclusion[] | null | undefined> {
  const { returns: t } = db.tables;
  const [row] = await db
    .select({ document: t.document })
    .from(t)
    .where(and(eq(t.schoolId, schoolId), eq(t.periodFrom, from), eq(t.periodTo, to)))
    .orderBy(desc(t.version))
    .limit(1);
  return row?.document;
}
