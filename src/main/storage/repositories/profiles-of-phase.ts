import { and, eq, sql } from 'drizzle-orm';
import type { Db } from '../store.ts';
import type { AuthoritySchool, ProfileRow } from './authority-schools.ts';

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
