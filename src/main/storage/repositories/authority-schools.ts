import { inArray, like, notLike, sql } from 'drizzle-orm';
import type { Db } from '../store.ts';
import { inChunks } from './in-chunks.ts';
import { insertAll } from './insert-all.ts';

type Tables = Db['tables'];

export type AuthoritySchool = Tables['authoritySchools']['$inferSelect'];

export type ProfileRow = Tables['schoolProfiles']['$inferSelect'];

export type AuthorityGroup = Tables['authorityGroups']['$inferSelect'];

/** One statement's numbers: well under the engines' limits of parameters. */
const NUMBERS_PER_STATEMENT = 500;

/** Schools of one authority, by number. */
export async function listAuthoritySchools(db: Db, la: string): Promise<readonly AuthoritySchool[]> {
  const { authoritySchools: s } = db.tables;
  return db
    .select()
    .from(s)
    .where(like(s.laEstab, `${la}%`))
    .orderBy(s.laEstab);
}

/** How many schools of other authorities there are. */
export async function countOtherSchools(db: Db, la: string): Promise<number> {
  const { authoritySchools: s } = db.tables;
  const [row] = await db
    .select({ others: sql<number>`count(*)`.mapWith(Number) })
    .from(s)
    .where(notLike(s.laEstab, `${la}%`));
  return row?.others ?? 0;
}

/** Schools by number. */
export async function findAuthoritySchools(
  db: Db,
  laEstabs: readonly string[],
): Promise<readonly AuthoritySchool[]> {
  const { authoritySchools: s } = db.tables;
  const found: AuthoritySchool[] = [];
  for (const chunk of inChunks(laEstabs, NUMBERS_PER_STATEMENT)) {
    found.push(
      ...(await db
        .select()
        .from(s)
        .where(inArray(s.laEstab, [...chunk]))),
    );
  }
  return found;
}

/** Puts schools in place of those with their numbers; what an authority itself added, the cluster, stays. */
export async function replaceSchools(db: Db, schools: readonly AuthoritySchool[]): Promise<void> {
  const { authoritySchools: s } = db.tables;
  const numbers = schools.map(({ laEstab }) => laEstab);
  const before = new Map((await findAuthoritySchools(db, numbers)).map((one) => [one.laEstab, one]));
  for (const chunk of inChunks([...before.keys()], NUMBERS_PER_STATEMENT)) {
    await db.delete(s).where(inArray(s.laEstab, [...chunk]));
  }
  await insertAll(
    db,
    s,
    schools.map((one) => ({ ...one, cluster: one.cluster ?? before.get(one.laEstab)?.cluster ?? null })),
  );
}

/** Adds the schools that are not there yet; gives how many that were. */
export async function addMissingSchools(db: Db, schools: readonly AuthoritySchool[]): Promise<number> {
  const there = new Set(
    (
      await findAuthoritySchools(
        db,
        schools.map(({ laEstab }) => laEstab),
      )
    ).map(({ laEstab }) => laEstab),
  );
  const missing = schools.filter(({ laEstab }) => !there.has(laEstab));
  await insertAll(db, db.tables.authoritySchools, missing);
  return missing.length;
}

/** Puts schools into a cluster, or out of any. */
export async function setCluster(db: Db, laEstabs: readonly string[], cluster: string | null): Promise<void> {
  const { authoritySchools: s } = db.tables;
  for (const chunk of inChunks(laEstabs, NUMBERS_PER_STATEMENT)) {
    await db
      .update(s)
      .set({ cluster })
      .where(inArray(s.laEstab, [...chunk]));
  }
}

/** Profiles of schools whose numbers begin so (an authority's three figures, or all seven of a school), by number and year. */
export async function listProfiles(db: Db, number: string): Promise<readonly ProfileRow[]> {
  const { schoolProfiles: p } = db.tables;
  return db
    .select()
    .from(p)
    .where(like(p.laEstab, `${number}%`))
    .orderBy(p.laEstab, p.schoolYear);
}

/** Adds profiles; where a school has one of that year, only what the new one knows replaces what is there. */
export async function mergeProfiles(db: Db, profiles: readonly ProfileRow[]): Promise<void> {
  const { schoolProfiles: p } = db.tables;
  for (const chunk of inChunks(profiles, NUMBERS_PER_STATEMENT)) {
    await db
      .insert(p)
      .values([...chunk])
      .onConflictDoUpdate({
        target: [p.laEstab, p.schoolYear],
        set: {
          headcount: sql`coalesce(excluded.headcount, ${p.headcount})`,
          fsm: sql`coalesce(excluded.fsm, ${p.fsm})`,
          sen: sql`coalesce(excluded.sen, ${p.sen})`,
          eal: sql`coalesce(excluded.eal, ${p.eal})`,
          source: sql`CASE WHEN ${p.source} = excluded.source THEN ${p.source} ELSE 'several' END`,
        },
      });
  }
}

export async function listGroups(db: Db): Promise<readonly AuthorityGroup[]> {
  const { authorityGroups: g } = db.tables;
  return db.select().from(g).orderBy(g.la);
}

/** Names and regions of authorities; a group that somebody made stays. */
export async function mergeGroups(db: Db, groups: readonly AuthorityGroup[]): Promise<void> {
  const { authorityGroups: g } = db.tables;
  for (const chunk of inChunks(groups, NUMBERS_PER_STATEMENT)) {
    await db
      .insert(g)
      .values([...chunk])
      .onConflictDoUpdate({
        target: g.la,
        set: { laName: sql`excluded.la_name`, region: sql`excluded.region` },
      });
  }
}
