import { and, desc, eq, sql } from 'drizzle-orm';
import type { Db } from '../store.ts';
import type { ListedExclusion } from './exclusions.ts';
import { startsAWord } from './pupils.ts';

/** Exclusions of pupils whose search text has every word (folded), the latest start first. */
export async function searchExclusions(
  db: Db,
  schoolId: string,
  words: readonly string[],
  limit: number,
): Promise<readonly ListedExclusion[]> {
  const { exclusions, pupils } = db.tables;
  const rows = await db
    .select({ exclusion: exclusions, surname: pupils.surname, forename: pupils.forename, form: pupils.form })
    .from(exclusions)
    .innerJoin(pupils, eq(pupils.id, exclusions.pupilId))
    .where(and(eq(exclusions.schoolId, schoolId), ...words.map((word) => startsAWord(db, word))))
    .orderBy(desc(sql`coalesce(${exclusions.startDate}, '9999-12-31')`), exclusions.id)
    .limit(limit);
  return rows.map(({ exclusion, surname, forename, form }) => ({
    exclusion,
    pupilName: `${forename} ${surname}`,
    form,
  }));
}
