import { asc, desc, eq, sql } from 'drizzle-orm';
import type { NewestRecords, PupilKind } from '#shared/domain/privacy/types.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import type { Db } from '../store.ts';

export type RetentionRuleRow = Db['tables']['retentionRules']['$inferSelect'];
export type RetentionHold = Db['tables']['retentionHolds']['$inferSelect'];
export type Erasure = Db['tables']['erasures']['$inferSelect'];

/** The school's own times, by kind. */
export const readRetentionRules = (db: Db): Promise<readonly RetentionRuleRow[]> =>
  Promise.resolve(db.select().from(db.tables.retentionRules));

/** Every reason to keep a record longer, also those whose day has passed. */
export const readHolds = (db: Db): Promise<readonly RetentionHold[]> =>
  Promise.resolve(db.select().from(db.tables.retentionHolds));

/** What was erased, newest first. */
export const readErasures = (db: Db): Promise<readonly Erasure[]> =>
  Promise.resolve(db.select().from(db.tables.erasures).orderBy(desc(db.tables.erasures.at)));

/** A pupil with what the times of the record are counted from. */
export interface RetainedPupil {
  readonly id: string;
  readonly schoolId: string;
  readonly surname: string;
  readonly forename: string;
  readonly form: string | null;
  readonly dob: IsoDate;
  readonly leavingDate: IsoDate | null;
  readonly newest: NewestRecords;
}

/** Beginning of what stands for a UPN once a pupil is erased. */
export const ERASED_UPN = '~';

/** All pupils who are not erased, with the newest record of each kind. A few queries, whatever the number of pupils. */
export async function readRetained(db: Db): Promise<readonly RetainedPupil[]> {
  const { pupils } = db.tables;
  const rows = await db
    .select({
      id: pupils.id,
      schoolId: pupils.schoolId,
      surname: pupils.surname,
      forename: pupils.forename,
      form: pupils.form,
      dob: pupils.dob,
      leavingDate: pupils.leavingDate,
    })
    .from(pupils)
    .where(sql`substr(${pupils.upn}, 1, 1) <> ${ERASED_UPN}`)
    .orderBy(asc(pupils.surname), asc(pupils.forename), asc(pupils.id));
  const newest = await newestByKind(db);
  return rows.map((pupil) => {
    const of = (kind: PupilKind) => newest[kind]?.get(pupil.id);
    const file = of('pupil-file');
    const found: Record<string, IsoDate> = {};
    for (const kind of ['letters', 'stays', 'at-risk', 'waiting', 'contacts'] as const) {
      const day = of(kind);
      if (day !== undefined) found[kind] = day;
    }
    const whole = [file, found['stays'], found['at-risk']]
      .filter((day) => day !== undefined)
      .toSorted()
      .at(-1);
    return {
      ...pupil,
      newest: whole === undefined ? { ...found, 'roll-entry': pupil.dob } : { ...found, 'pupil-file': whole },
    };
  });
}

type Newest = ReadonlyMap<string, IsoDate>;

async function newestByKind(db: Db): Promise<Readonly<Partial<Record<PupilKind, Newest>>>> {
  const t = db.tables;
  const day = (text: unknown) => sql<string>`max(substr(${text}, 1, 10))`;
  const cases = await db
    .select({
      id: t.exclusions.pupilId,
      day: day(sql`coalesce(${t.exclusions.startDate}, ${t.exclusions.recordedAt})`),
    })
    .from(t.exclusions)
    .groupBy(t.exclusions.pupilId);
  const absences = await db
    .select({ id: t.requestedAbsences.pupilId, day: day(t.requestedAbsences.toDate) })
    .from(t.requestedAbsences)
    .groupBy(t.requestedAbsences.pupilId);
  const sent = await db
    .select({ id: t.exclusions.pupilId, day: day(t.letters.updatedAt) })
    .from(t.letters)
    .innerJoin(t.exclusions, eq(t.exclusions.id, t.letters.exclusionId))
    .groupBy(t.exclusions.pupilId);
  const stays = await db
    .select({ id: t.placements.pupilId, day: day(t.placements.expectedTo) })
    .from(t.placements)
    .groupBy(t.placements.pupilId);
  const risk = await db
    .select({ id: t.atRiskEntries.pupilId, day: day(t.atRiskEntries.reviewOn) })
    .from(t.atRiskEntries)
    .groupBy(t.atRiskEntries.pupilId);
  const waiting = await db
    .select({ id: t.exclusions.pupilId, day: day(t.waitList.askedAt) })
    .from(t.waitList)
    .innerJoin(t.exclusions, eq(t.exclusions.id, t.waitList.exclusionId))
    .groupBy(t.exclusions.pupilId);
  const enquiries = await db
    .select({ id: t.exclusions.pupilId, day: day(t.placeEnquiries.askedOn) })
    .from(t.placeEnquiries)
    .innerJoin(t.exclusions, eq(t.exclusions.id, t.placeEnquiries.exclusionId))
    .groupBy(t.exclusions.pupilId);
  const people = await db
    .selectDistinct({ id: t.contacts.pupilId, day: sql<string>`'2003-09-01'` })
    .from(t.contacts);
  return {
    'pupil-file': newestOf([...cases, ...absences]),
    letters: newestOf(sent),
    stays: newestOf(stays),
    'at-risk': newestOf(risk),
    waiting: newestOf([...waiting, ...enquiries]),
    contacts: newestOf(people),
  };
}

function newestOf(rows: readonly { readonly id: string; readonly day: string }[]): Newest {
  const newest = new Map<string, IsoDate>();
  for (const { id, day } of rows) if (day > (newest.get(id) ?? '')) newest.set(id, day);
  return newest;
}
