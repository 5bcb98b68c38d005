import { and, eq, gte, lte } from 'drizzle-orm';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import type { Db } from '../store.ts';
import { isCurrent, type ReceivedExclusion } from './received-returns.ts';

/**
 * What figures count of a school's exclusions that start in a period, by start; undefined where no return of the school
 * speaks for any day of it.
 */
export async function returnedIn(
  db: Db,
  laEstab: string,
  { from, to }: { readonly from: IsoDate; readonly to: IsoDate },
): Promise<{ readonly schoolName: string; readonly exclusions: readonly ReceivedExclusion[] } | undefined> {
  const { receivedReturns: r, receivedExclusions: x } = db.tables;
  const [last] = await db
    .select({ schoolName: r.schoolName })
    .from(r)
    .where(and(eq(r.laEstab, laEstab), isCurrent(r), lte(r.periodFrom, to), gte(r.periodTo, from)))
    .limit(1);
  if (last === undefined) return undefined;
  const exclusions = await db
    .select()
    .from(x)
    .where(and(eq(x.laEstab, laEstab), eq(x.counts, true), gte(x.startDate, from), lte(x.startDate, to)))
    .orderBy(x.startDate, x.upn);
  return { ...last, exclusions };
}
