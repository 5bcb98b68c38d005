import { and, eq, gte, lte } from 'drizzle-orm';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import type { Db } from '../store.ts';
import { insertAll } from './insert-all.ts';

interface Period {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

export type Chaser = Db['tables']['returnChasers']['$inferSelect'];

/** The due dates that the authority has set itself. */
export const readDueDates = (db: Db) => db.select().from(db.tables.returnDueDates);

/** Sets the due date of a period, or forgets it. */
export async function saveDueDate(
  db: Db,
  { from, to, name }: Period & { readonly name: string },
  dueOn: IsoDate | null,
): Promise<void> {
  const { returnDueDates: d } = db.tables;
  await db.delete(d).where(and(eq(d.periodFrom, from), eq(d.periodTo, to)));
  if (dueOn !== null) await db.insert(d).values({ periodFrom: from, periodTo: to, periodName: name, dueOn });
}

/** Each time a school was asked for a return of a period that touches the range. */
export async function readChasers(db: Db, range: Period): Promise<readonly Chaser[]> {
  const { returnChasers: c } = db.tables;
  return db
    .select()
    .from(c)
    .where(and(lte(c.periodFrom, range.to), gte(c.periodTo, range.from)));
}

export const insertChasers = (db: Db, chasers: readonly Chaser[]): Promise<void> =>
  insertAll(db, db.tables.returnChasers, chasers);

/** All versions of the returns whose periods touch the range, replaced ones too. */
export async function sentVersions(db: Db, range: Period) {
  const { receivedReturns: r } = db.tables;
  return db
    .select({
      id: r.id,
      laEstab: r.laEstab,
      schoolName: r.schoolName,
      from: r.periodFrom,
      to: r.periodTo,
      name: r.periodName,
      kind: r.periodKind,
      nil: r.nil,
      current: r.current,
      receivedAt: r.receivedAt,
    })
    .from(r)
    .where(and(lte(r.periodFrom, range.to), gte(r.periodTo, range.from)));
}
