import { asc, eq } from 'drizzle-orm';
import type { CourseRecord } from './stay-records.ts';
import type { Db } from '../store.ts';

/** Sessions of a course with the name of the provider they were done at. */
export interface CourseAt extends CourseRecord {
  readonly providerName: string;
}

/** Course sessions of a pupil at all stays with where they were, earliest first. One query. */
export async function readCoursesAt(db: Db, pupilId: string): Promise<readonly CourseAt[]> {
  const { courseSessions: courses, placements, providers } = db.tables;
  const rows = await db
    .select({ course: courses, providerName: providers.name })
    .from(courses)
    .innerJoin(placements, eq(placements.id, courses.placementId))
    .innerJoin(providers, eq(providers.id, placements.providerId))
    .where(eq(courses.pupilId, pupilId))
    .orderBy(asc(courses.onDate), asc(courses.id));
  return rows.map(({ course, providerName }) => ({ ...course, providerName }));
}
