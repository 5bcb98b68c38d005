import { and, eq } from 'drizzle-orm';
import { addUpSchoolYears } from '#main/storage/repositories/received-sums.ts';
import type { InventedSchool } from '../builders/area-returns.ts';
import type { TestApp } from '../builders/app.ts';

const numberOf = ({ laEstab }: InventedSchool): number => Number(laEstab.slice(3));

/** Every seventh school is in no cluster. */
export const clusterOf = (school: InventedSchool): string | undefined =>
  numberOf(school) % 7 === 0 ? undefined : `Cluster ${String(numberOf(school) % 40)}`;

/** Pupils on roll in January; of every ninth school nobody has said, and one year of every eleventh is missing. */
export function headcountOf(school: InventedSchool, schoolYear: number): number | null {
  const number = numberOf(school);
  if (number % 9 === 0 || (number % 11 === 0 && schoolYear === 2023)) return null;
  return (school.phase === 'secondary' ? 700 : 150) + ((number * 37 + schoolYear * 13) % 400);
}

/** The register of the schools with their clusters, the authority's group, and the pupils on roll. */
export async function addRegister(app: TestApp, area: readonly InventedSchool[]): Promise<void> {
  await app.services.store.write(async (db) => {
    const t = db.tables;
    await db
      .insert(t.authorityGroups)
      .values({ la: '201', laName: 'Test Authority', groupName: 'Inner group' });
    for (const school of area) {
      await db.insert(t.authoritySchools).values({
        laEstab: school.laEstab,
        name: `School ${school.laEstab.slice(3)}`,
        phase: school.phase,
        cluster: clusterOf(school) ?? null,
        source: 'test',
      });
      for (const schoolYear of [2022, 2023, 2024]) {
        const headcount = headcountOf(school, schoolYear);
        if (headcount === null) continue;
        await db
          .insert(t.schoolProfiles)
          .values({ laEstab: school.laEstab, schoolYear, headcount, source: 'test' });
      }
    }
    return { ok: true, value: undefined };
  });
}

/** Takes the lengths from a school's fixed-period exclusions, of all but the first start dates' when told to keep. */
export async function forgetLengths(
  app: TestApp,
  { laEstab }: InventedSchool,
  from: string,
  to: string,
  keep: number,
): Promise<void> {
  await app.services.store.write(async (db) => {
    const { receivedExclusions: x, receivedReturns: r } = db.tables;
    const rows = (
      await db.select({ row: x }).from(x).innerJoin(r, eq(r.id, x.returnId)).where(eq(r.laEstab, laEstab))
    ).flatMap(({ row }) =>
      row.category === 'SUSP' && row.startDate >= from && row.startDate <= to ? [row] : [],
    );
    const kept = new Set([...new Set(rows.map(({ upn }) => upn))].slice(0, keep));
    for (const row of rows) {
      await db
        .update(x)
        .set({ sessions: kept.has(row.upn) ? 1 : null })
        .where(and(eq(x.returnId, row.returnId), eq(x.position, row.position)));
    }
    const touched = new Map(rows.map(({ schoolYear }) => [schoolYear, new Set([laEstab])]));
    await addUpSchoolYears(db, touched);
    return { ok: true, value: undefined };
  });
}
