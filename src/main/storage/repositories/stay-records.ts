import { and, asc, eq, inArray } from 'drizzle-orm';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import type { Db } from '../store.ts';
import { inChunks } from './in-chunks.ts';

/** A visit to a pupil who studies at home, one a day at most. */
export type HomeVisit = Db['tables']['homeVisits']['$inferSelect'];

/** The end-of-placement report of a stay. */
export type StayReport = Db['tables']['stayReports']['$inferSelect'];

/** Sessions of a course done on a day of a stay. */
export type CourseRecord = Db['tables']['courseSessions']['$inferSelect'];

const IDS_AT_ONCE = 500;

/** Visits planned and made at a stay, by day. */
export async function readHomeVisits(db: Db, placementId: string): Promise<readonly HomeVisit[]> {
  const { homeVisits } = db.tables;
  return db
    .select()
    .from(homeVisits)
    .where(eq(homeVisits.placementId, placementId))
    .orderBy(asc(homeVisits.date));
}

/** Notes a visit; what was there for the day gives way. */
export async function writeHomeVisit(db: Db, visit: HomeVisit): Promise<void> {
  const { homeVisits } = db.tables;
  const { visitor, made, note } = visit;
  await db
    .insert(homeVisits)
    .values(visit)
    .onConflictDoUpdate({ target: [homeVisits.placementId, homeVisits.date], set: { visitor, made, note } });
}

/** Takes the visit of a day away; the audit trail keeps that it was planned. */
export async function deleteHomeVisit(db: Db, placementId: string, date: IsoDate): Promise<void> {
  const { homeVisits } = db.tables;
  await db.delete(homeVisits).where(and(eq(homeVisits.placementId, placementId), eq(homeVisits.date, date)));
}

/** Who is named to go with the pupils of stays, as `placementId YYYY-MM-DD` to the name. */
export async function readEscortNames(
  db: Db,
  placementIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { placementEscorts } = db.tables;
  const names = new Map<string, string>();
  for (const ids of inChunks(placementIds, IDS_AT_ONCE)) {
    const rows = await db
      .select()
      .from(placementEscorts)
      .where(inArray(placementEscorts.placementId, [...ids]));
    for (const { placementId, date, name } of rows) names.set(`${placementId} ${date}`, name);
  }
  return names;
}

/** The report of a stay; undefined while nothing of it was written. */
export async function readStayReport(db: Db, placementId: string): Promise<StayReport | undefined> {
  const { stayReports } = db.tables;
  const [row] = await db.select().from(stayReports).where(eq(stayReports.placementId, placementId));
  return row;
}

/** Writes the report of a stay over what was there. */
export async function writeStayReport(db: Db, report: StayReport): Promise<void> {
  const { stayReports } = db.tables;
  const { placementId: _id, ...set } = report;
  await db.insert(stayReports).values(report).onConflictDoUpdate({ target: stayReports.placementId, set });
}

/** Course sessions of a pupil at all stays, earliest first. */
export async function readCourses(db: Db, pupilId: string): Promise<readonly CourseRecord[]> {
  const { courseSessions } = db.tables;
  return db
    .select()
    .from(courseSessions)
    .where(eq(courseSessions.pupilId, pupilId))
    .orderBy(asc(courseSessions.onDate), asc(courseSessions.id));
}

/** Adds sessions of a course. */
export async function insertCourse(db: Db, course: CourseRecord): Promise<void> {
  await db.insert(db.tables.courseSessions).values(course);
}

/** Booked places of other stays of pupils at a provider before a day, for telling who comes again. */
export async function readEarlierPlaces(
  db: Db,
  { providerId, pupilIds }: { readonly providerId: string; readonly pupilIds: readonly string[] },
): Promise<
  readonly {
    readonly placementId: string;
    readonly pupilId: string;
    readonly exclusionId: string | null;
    readonly date: IsoDate;
    readonly outcome: Db['tables']['places']['$inferSelect']['outcome'];
  }[]
> {
  const { places } = db.tables;
  return db
    .select({
      placementId: places.placementId,
      pupilId: places.pupilId,
      exclusionId: places.exclusionId,
      date: places.date,
      outcome: places.outcome,
    })
    .from(places)
    .where(
      and(
        eq(places.providerId, providerId),
        inArray(places.pupilId, [...pupilIds]),
        eq(places.state, 'booked'),
      ),
    );
}
