import { asc, eq } from 'drizzle-orm';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import type { Db } from '../store.ts';

/** The head teacher or an acting head of a school, with the days on which they may decide. */
export interface Head {
  readonly id: string;
  readonly name: string;
  readonly acting: boolean;
  readonly from: IsoDate;
  /** Last day, included; missing while in office. */
  readonly to?: IsoDate;
  readonly version: number;
}

/** A school's head teachers and acting heads of all times, the earliest first; a head before an acting one. */
export async function readHeads(db: Db, schoolId: string): Promise<readonly Head[]> {
  const { heads } = db.tables;
  const rows = await db
    .select()
    .from(heads)
    .where(eq(heads.schoolId, schoolId))
    .orderBy(asc(heads.fromDate), asc(heads.acting), asc(heads.name), asc(heads.id));
  return rows.map(({ id, name, acting, fromDate, toDate, version }) => ({
    id,
    name,
    acting,
    from: fromDate,
    ...(toDate === null ? {} : { to: toDate }),
    version,
  }));
}

/** Adds a head, or puts one in place of the one with the same id. */
export async function writeHead(
  db: Db,
  schoolId: string,
  { id, name, acting, from, to, version }: Head,
): Promise<void> {
  const { heads } = db.tables;
  const row = { name, acting, fromDate: from, toDate: to ?? null, version };
  await db
    .insert(heads)
    .values({ id, schoolId, ...row })
    .onConflictDoUpdate({ target: heads.id, set: row });
}
