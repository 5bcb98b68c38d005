import { and, between, isNotNull, sql } from 'drizzle-orm';
import type { Db } from '../store.ts';
import type { YearRange } from './received-years.ts';

/** The cluster of each school that is in one, by number. */
export async function clustersOf(db: Db): Promise<ReadonlyMap<string, string>> {
  const { authoritySchools: s } = db.tables;
  const rows = await db
    .select({ laEstab: s.laEstab, cluster: s.cluster })
    .from(s)
    .where(isNotNull(s.cluster));
  return new Map(rows.flatMap(({ laEstab, cluster }) => (cluster ? [[laEstab, cluster] as const] : [])));
}

/** Names of authorities and the group each is looked at in, by code. */
export async function areaGroups(db: Db) {
  const { authorityGroups: g } = db.tables;
  const rows = await db.select({ la: g.la, name: g.laName, group: g.groupName }).from(g);
  return new Map(rows.map(({ la, ...row }) => [la, row]));
}

/** Pupils on roll in January, by school and then school year. */
export async function headcountsOf(
  db: Db,
  { first, last }: YearRange,
): Promise<ReadonlyMap<string, ReadonlyMap<number, number>>> {
  const { schoolProfiles: p } = db.tables;
  const rows = await db
    .select({
      laEstab: p.laEstab,
      years: sql<string>`string_agg(${p.schoolYear} || ' ' || ${p.headcount}, ';')`,
    })
    .from(p)
    .where(and(between(p.schoolYear, first, last), isNotNull(p.headcount)))
    .groupBy(p.laEstab);
  return new Map(
    rows.map(({ laEstab, years }) => [
      laEstab,
      new Map(
        years.split(';').map((year) => {
          const [schoolYear = 0, headcount = 0] = year.split(' ').map(Number);
          return [schoolYear, headcount] as const;
        }),
      ),
    ]),
  );
}
