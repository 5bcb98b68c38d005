import { and, eq, inArray, or, sql } from 'drizzle-orm';
import type { Db } from '../store.ts';
import type { PupilRecord } from './pupils.ts';

/**
 * The pupil of a school who has one of these numbers, or had it before; who has it goes before who had it. Undefined when
 * there is none.
 */
export async function findPupilByUpn(
  db: Db,
  schoolId: string,
  upns: readonly string[],
): Promise<PupilRecord | undefined> {
  const { pupils } = db.tables;
  const [row] = await db
    .select()
    .from(pupils)
    .where(
      and(
        eq(pupils.schoolId, schoolId),
        or(inArray(pupils.upn, [...upns]), inArray(pupils.formerUpn, upns.slice(0, 1))),
      ),
    )
    .orderBy(sql`CASE WHEN ${pupils.upn} = ${upns[0] ?? ''} THEN 0 ELSE 1 END`)
    .limit(1);
  return row;
}
