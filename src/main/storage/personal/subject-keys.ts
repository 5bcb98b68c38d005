import { and, eq, inArray, or } from 'drizzle-orm';
import { inChunks } from '../repositories/in-chunks.ts';
import type { Db } from '../store.ts';
import { detailsWith } from './text-search.ts';

/** Ids under which one pupil is found in the tables. */
export interface SubjectKeys {
  /** More than one where a pupil is on our roll and was hosted for another school. */
  readonly pupil: readonly string[];
  readonly exclusion: readonly string[];
  readonly placement: readonly string[];
  readonly entry: readonly string[];
  readonly upn: readonly string[];
}

/** All ids of a pupil: of the rows with the same UPN too, whatever school they are of. */
export async function keysOfPupil(db: Db, pupilId: string): Promise<SubjectKeys> {
  const { pupils } = db.tables;
  const own = await db.select().from(pupils).where(eq(pupils.id, pupilId));
  const upns = own.flatMap(({ upn, formerUpn }) => (formerUpn === null ? [upn] : [upn, formerUpn]));
  return keysOf(
    db,
    own.map(({ id }) => id),
    [...new Set(upns)],
  );
}

/** All ids of the pupil with a UPN: an authority knows no other. */
export const keysOfUpn = (db: Db, upn: string): Promise<SubjectKeys> => keysOf(db, [], [upn]);

async function keysOf(db: Db, ids: readonly string[], upn: readonly string[]): Promise<SubjectKeys> {
  const { pupils, exclusions, placements, atRiskEntries } = db.tables;
  const same = await db
    .select({ id: pupils.id })
    .from(pupils)
    .where(or(inArray(pupils.upn, [...upn]), inArray(pupils.id, [...ids])));
  const pupil = same.map(({ id }) => id);
  if (pupil.length === 0) return { pupil, exclusion: [], placement: [], entry: [], upn };
  const cases = await db
    .select({ id: exclusions.id })
    .from(exclusions)
    .where(inArray(exclusions.pupilId, pupil));
  const stays = await db
    .select({ id: placements.id })
    .from(placements)
    .where(inArray(placements.pupilId, pupil));
  const entries = await db
    .select({ id: atRiskEntries.id })
    .from(atRiskEntries)
    .where(inArray(atRiskEntries.pupilId, pupil));
  const idsOf = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);
  return { pupil, exclusion: idsOf(cases), placement: idsOf(stays), entry: idsOf(entries), upn };
}

/**
 * Audit rows of a pupil that say so only by what they are of: a case, a stay or a place, or by the ids and the UPN in
 * their detail. Rows of before the trail noted the pupil are found in no other way.
 */
export async function auditIdsOf(
  db: Db,
  keys: SubjectKeys,
  needles: readonly string[],
): Promise<readonly number[]> {
  const { audit, places } = db.tables;
  const booked = keys.pupil.length === 0 ? [] : await placeIdsOf(db, keys.pupil, places);
  const subjects: Readonly<Record<string, readonly string[]>> = {
    pupil: keys.pupil,
    exclusion: keys.exclusion,
    placement: keys.placement,
    place: booked,
    'at-risk-entry': keys.entry,
  };
  const found = new Set<number>();
  for (const [type, ids] of Object.entries(subjects)) {
    for (const some of inChunks(ids, 500)) {
      const rows = await db
        .select({ id: audit.id })
        .from(audit)
        .where(and(eq(audit.subjectType, type), inArray(audit.subjectId, [...some])));
      for (const { id } of rows) found.add(id);
    }
  }
  if (keys.pupil.length > 0) {
    const rows = await db
      .select({ id: audit.id })
      .from(audit)
      .where(inArray(audit.pupilId, [...keys.pupil]));
    for (const { id } of rows) found.add(id);
  }
  for (const id of await detailsWith(db, needles)) found.add(id);
  return [...found].toSorted((a, b) => a - b);
}

async function placeIdsOf(
  db: Db,
  pupil: readonly string[],
  places: Db['tables']['places'],
): Promise<readonly string[]> {
  const rows = await db
    .select({ id: places.id })
    .from(places)
    .where(inArray(places.pupilId, [...pupil]));
  return rows.map(({ id }) => id);
}
