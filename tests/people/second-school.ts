import { eq, getTableColumns } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Db } from '#main/storage/store.ts';
import type { TestApp } from '../builders/app.ts';

/** What another school's records and another provider's pupils can be told by, wherever they turn up. */
export const FAR_SCHOOL = ['Outlander', 'Farhill'] as const;
export const FAR_PROVIDER = ['Quillfeather', 'Basalt Yard'] as const;

/** Ids by the word that the contract has for them (`id` goes by the first part of an operation's name). */
export type Ids = Readonly<Record<string, string>>;

export interface Filled {
  /** Records of the home school, with a stay at the provider whose staff are asked as. */
  readonly own: Ids;
  /** The same kinds of records of a school that is not this database's. */
  readonly far: Ids;
  /** Of the home school, with a stay at the provider of others. */
  readonly elsewhere: Ids;
}

type Row = Readonly<Record<string, unknown>>;

/** Puts a second school's records and a second provider's pupil into the demonstration's database. */
export async function addOthers(app: TestApp): Promise<Filled> {
  return app.services.store.write(async (db) => {
    const t = db.tables;
    const home = (await db.select().from(t.workspace))[0]?.homeSchoolId ?? '';
    const places = (await db.select().from(t.places)).filter(
      (place) => place.schoolId === home && place.exclusionId !== null && place.state === 'booked',
    );
    const tasks = await db.select().from(t.stayTasks);
    const owing = new Set(tasks.map(({ placementId }) => placementId));
    const [ownPlace, otherPlace] = twoProviders(places.filter(({ placementId }) => owing.has(placementId)));
    await db
      .update(t.providers)
      .set({ name: 'Basalt Yard' })
      .where(eq(t.providers.id, otherPlace.providerId));
    await db.update(t.pupils).set({ surname: 'Quillfeather' }).where(eq(t.pupils.id, otherPlace.pupilId));
    const own = await idsAround(db, ownPlace);
    const elsewhere = await idsAround(db, otherPlace);
    return { own, elsewhere, far: await addFarSchool(db, own) };
  });
}

type Place = Db['tables']['places']['$inferSelect'];

/** Places of two pupils, each with a provider where the other has none. */
function twoProviders(places: readonly Place[]): readonly [Place, Place] {
  for (const own of places) {
    const other = places.find(
      ({ pupilId, providerId }) =>
        providerId !== own.providerId &&
        pupilId !== own.pupilId &&
        !places.some((one) => one.pupilId === pupilId && one.providerId === own.providerId),
    );
    if (other) return [own, other];
  }
  throw new Error('The demonstration has no two pupils at two providers.');
}

async function idsAround(db: Db, place: Place): Promise<Ids> {
  const t = db.tables;
  const first = async (table: SQLiteTable, key?: string, value?: string): Promise<string> => {
    const rows: readonly Row[] = await db.select().from(table);
    const row = rows.find((one) => key === undefined || one[key] === value) ?? rows[0];
    const id = row?.['id'];
    return typeof id === 'string' ? id : 'none';
  };
  const exclusion = place.exclusionId ?? '';
  const pupil = place.pupilId;
  return {
    pupilId: pupil,
    exclusionId: exclusion,
    followsId: exclusion,
    exclusions: exclusion,
    providerId: place.providerId,
    providers: place.providerId,
    placementId: place.placementId,
    placeId: place.id,
    taskId: await first(t.stayTasks, 'placementId', place.placementId),
    eventId: await first(t.caseEvents, 'exclusionId', exclusion),
    issueId: await first(t.letterIssues, 'exclusionId', exclusion),
    entryId: await first(t.atRiskEntries, 'pupilId', pupil),
    staffId: await first(t.supportStaff),
    contacts: await first(t.contacts, 'pupilId', pupil),
    exams: await first(t.exams),
    absences: await first(t.requestedAbsences, 'pupilId', pupil),
    apart: await first(t.keepApart),
    waiting: await first(t.waitList, 'exclusionId', exclusion),
    school: await first(t.heads),
    closureId: await first(t.providerClosures, 'providerId', place.providerId),
  };
}

const FAR = 'far-school';

/** A school, a pupil, an exclusion, a provider and a stay like the home school's, under other ids and names. */
async function addFarSchool(db: Db, own: Ids): Promise<Ids> {
  const t = db.tables;
  const ids = Object.fromEntries(Object.keys(own).map((key) => [key, `far-${key}`]));
  const [pupilId, exclusionId, providerId, placementId] = ['far-pupilId', 'far-exclusionId', 'far-providerId', 'far-placementId'] as const; // prettier-ignore
  const all = { schoolId: FAR, pupilId, exclusionId, providerId, placementId };
  await db.insert(t.schools).values({
    id: FAR,
    laEstab: '2014999',
    urn: '199999',
    name: 'Distant High School',
    phase: 'secondary',
  });
  const copy = async (table: SQLiteTable, like: string | undefined, changes: Row): Promise<void> => {
    const rows: readonly Row[] = await db.select().from(table);
    const row = rows.find(({ id }) => id === like) ?? rows[0];
    if (!row) return;
    const kept = Object.keys(getTableColumns(table)).filter((column) => column in all);
    const others = Object.fromEntries(kept.map((column) => [column, all[column as keyof typeof all]]));
    await db.insert(table).values({ ...row, ...others, ...changes });
  };
  const name = { surname: 'Outlander', forename: 'Zebedee', searchText: ' outlander zebedee' };
  await copy(t.pupils, own['pupilId'], { id: pupilId, upn: 'Z201499914001', ...name });
  await copy(t.exclusions, own['exclusionId'], { id: exclusionId, incidentAccount: 'Farhill' });
  await copy(t.providers, own['providerId'], { id: providerId, name: 'Farhill Annexe' });
  await copy(t.placements, own['placementId'], { id: placementId });
  const week = await db.select().from(t.providerSessions);
  for (const session of week.filter((one) => one.providerId === own['providerId']))
    await db.insert(t.providerSessions).values({ ...session, providerId });
  await copy(t.places, own['placeId'], { id: 'far-placeId' });
  await copy(t.stayTasks, own['taskId'], { id: 'far-taskId', title: 'Farhill' });
  await copy(t.caseEvents, own['eventId'], { id: 'far-eventId' });
  await copy(t.contacts, own['contacts'], { id: 'far-contacts', name: 'Farhill' });
  await copy(t.exams, own['exams'], { id: 'far-exams', name: 'Farhill', pupilId: null });
  await copy(t.requestedAbsences, own['absences'], { id: 'far-absences' });
  await copy(t.heads, own['school'], { id: 'far-school', name: 'Farhill' });
  await copy(t.atRiskEntries, own['entryId'], { id: 'far-entryId' });
  await copy(t.supportStaff, own['staffId'], { id: 'far-staffId', name: 'Farhill', nameKey: 'farhill' });
  await copy(t.waitList, own['waiting'], { id: 'far-waiting' });
  return { ...ids, exclusions: exclusionId, followsId: exclusionId, providers: providerId };
}
