import { and, asc, gte, lte } from 'drizzle-orm';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import type { Db } from '../store.ts';
import { isCurrent } from './received-returns.ts';

/** The days a return that counts speaks for, and the school as it names it. */
export interface ReceivedWindow {
  readonly laEstab: string;
  readonly name: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** The windows of the returns that count and touch the range, the earliest first. */
export async function readReceivedWindows(
  db: Db,
  { from, to }: { readonly from: IsoDate; readonly to: IsoDate },
): Promise<readonly ReceivedWindow[]> {
  const { receivedReturns: r } = db.tables;
  return db
    .select({ laEstab: r.laEstab, name: r.schoolName, from: r.periodFrom, to: r.periodTo })
    .from(r)
    .where(and(isCurrent(r), lte(r.periodFrom, to), gte(r.periodTo, from)))
    .orderBy(asc(r.periodFrom), asc(r.periodTo), asc(r.id));
}
