import { and, desc, eq, inArray, lte, or, sql, type SQL } from 'drizzle-orm';
import type { MayBeDue } from '#shared/domain/privacy/may-be-due.ts';
import type { NewestRecords, PupilKind } from '#shared/domain/privacy/types.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import type { Db } from '../store.ts';
import { inChunks } from './in-chunks.ts';

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

/**
 * The pupils of whom something may be due and who are not erased, with the newest record of each kind. A few queries,
 * whatever the number of pupils.
 */
export async function readRetained(
  db: Db,
  { bornBy, leftBy, newestBy }: MayBeDue,
): Promise<readonly RetainedPupil[]> {
  const { pupils } = db.tables;
  const newest = await newestByKind(db);
  const byRecord = Object.entries(newestBy).flatMap(([kind, day]) =>
    [...(newest.get(kind) ?? [])].filter(([, of]) => of <= day).map(([id]) => id),
  );
  const select = (which: SQL | undefined) =>
    db
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
      .where(and(which, sql`substr(${pupils.upn}, 1, 1) <> ${ERASED_UPN}`));
  const found = new Map<string, Omit<RetainedPupil, 'newest'>>();
  const note = (rows: readonly Omit<RetainedPupil, 'newest'>[]) => {
    for (const row of rows) found.set(row.id, row);
  };
  const since = or(
    bornBy === undefined ? undefined : lte(pupils.dob, bornBy),
    leftBy === undefined ? undefined : lte(pupils.leavingDate, leftBy),
  );
  if (since !== undefined) note(await select(since));
  for (const ids of inChunks(byRecord, IDS_AT_ONCE)) note(await select(inArray(pupils.id, [...ids])));
  const contacts = await withContacts(db, [...found.keys()]);
  const of = (kind: PupilKind, id: string) => newest.get(kind)?.get(id);
  return [...found.values()].map((pupil) => {
    const file = of('pupil-file', pupil.id);
    const records: Record<string, IsoDate> = contacts.has(pupil.id) ? { contacts: FROM_THE_START } : {};
    for (const kind of ['letters', 'stays', 'at-risk', 'waiting'] as const) {
      const day = of(kind, pupil.id);
      if (day !== undefined) records[kind] = day;
    }
    const whole = [file, records['stays'], records['at-risk']]
      .filter((day) => day !== undefined)
      .toSorted()
      .at(-1);
    const newestOfAll = whole === undefined ? { 'roll-entry': pupil.dob } : { 'pupil-file': whole };
    return { ...pupil, newest: { ...records, ...newestOfAll } };
  });
}

/** Contacts carry no day; they are counted from the last day on roll. */
const FROM_THE_START: IsoDate = '2003-09-01';

const IDS_AT_ONCE = 500;

async function withContacts(db: Db, pupilIds: readonly string[]): Promise<ReadonlySet<string>> {
  const { contacts } = db.tables;
  const found = new Set<string>();
  for (const ids of inChunks(pupilIds, IDS_AT_ONCE)) {
    const rows = await db
      .selectDistinct({ id: contacts.pupilId })
      .from(contacts)
      .where(inArray(contacts.pupilId, [...ids]));
    for (const { id } of rows) found.add(id);
  }
  return found;
}

type Newest = ReadonlyMap<string, IsoDate>;

async function newestByKind(db: Db): Promise<ReadonlyMap<string, Newest>> {
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
  return new Map([
    ['pupil-file', newestOf([...cases, ...absences])],
    ['letters', newestOf(sent)],
    ['stays', newestOf(stays)],
    ['at-risk', newestOf(risk)],
    ['waiting', newestOf([...waiting, ...enquiries])],
  ]);
}

function newestOf(rows: readonly { readonly id: string; readonly day: string }[]): Newest {
  const newest = new Map<string, IsoDate>();
  for (const { id, day } of rows) if (day > (newest.get(id) ?? '')) newest.set(id, day);
  return newest;
}
