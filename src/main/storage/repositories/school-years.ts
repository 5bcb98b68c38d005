import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Db } from '../store.ts';
import { inChunks } from './in-chunks.ts';
import type { AuthoritySchool, ProfileRow } from './authority-schools.ts';

export type YearTotals = Db['tables']['receivedYearTotals']['$inferSelect'];

/** What the returns of schools add up to, by school and year; of all schools, or of some. */
export async function yearTotals(db: Db, laEstabs?: readonly string[]): Promise<readonly YearTotals[]> {
  const { receivedYearTotals: t } = db.tables;
  if (laEstabs === undefined) return db.select().from(t);
  const found: YearTotals[] = [];
  for (const chunk of inChunks(laEstabs, 500)) {
    found.push(
      ...(await db
        .select()
        .from(t)
        .where(inArray(t.laEstab, [...chunk]))),
    );
  }
  return found;
}

/** Open schools of a phase with their profiles of a school year. */
export async function profilesOfPhase(
  db: Db,
  phase: string,
  schoolYear: number,
): Promise<readonly (ProfileRow & Pick<AuthoritySchool, 'name'>)[]> {
  const { schoolProfiles: p, authoritySchools: s } = db.tables;
  const rows = await db
    .select({ profile: p, name: s.name })
    .from(p)
    .innerJoin(s, eq(s.laEstab, p.laEstab))
    .where(
      and(
        eq(p.schoolYear, schoolYear),
        eq(s.phase, phase),
        sql`(${s.closedOn} IS NULL OR ${s.closedOn} > ${`${schoolYear + 1}-07-31`})`,
      ),
    )
    .orderBy(p.laEstab);
  return rows.map(({ profile, name }) => ({ ...profile, name }));
}
