import { eq, inArray } from 'drizzle-orm';
import type { Db } from '../store.ts';
import { inChunks } from './in-chunks.ts';

export interface Subject {
  readonly subjectType: string;
  readonly subjectId: string;
}

/** The pupil whom a subject is about; undefined where it is about no one pupil, or is not there any more. */
export type PupilOf = (subjectType: string, subjectId: string) => string | undefined;

type Way = (
  db: Db,
  ids: string[],
) => PromiseLike<readonly { readonly id: string; readonly pupilId: string | null }[]>;

const IDS_AT_ONCE = 1000;

/** Looks up whom subjects are about, with a query for each kind of subject that is not itself a pupil. */
export async function pupilsOfSubjects(db: Db, subjects: readonly Subject[]): Promise<PupilOf> {
  const byType = new Map<string, Set<string>>();
  for (const { subjectType, subjectId } of subjects) {
    if (!Object.hasOwn(WAYS, subjectType)) continue;
    const ids = byType.get(subjectType) ?? new Set();
    byType.set(subjectType, ids.add(subjectId));
  }
  const known = new Map<string, string>();
  for (const [type, ids] of byType) {
    for (const chunk of inChunks([...ids], IDS_AT_ONCE)) {
      const found = (await WAYS[type]?.(db, [...chunk])) ?? [];
      for (const { id, pupilId } of found) if (pupilId !== null) known.set(`${type} ${id}`, pupilId);
    }
  }
  return (type, id) => (type === 'pupil' ? id : known.get(`${type} ${id}`));
}

/** Tables that name the pupil themselves. */
const itself =
  (
    name:
      | 'exclusions'
      | 'placements'
      | 'places'
      | 'atRiskEntries'
      | 'supportPlans'
      | 'referrals'
      | 'exams'
      | 'contacts'
      | 'requestedAbsences',
  ): Way =>
  (db, ids) => {
    const table = db.tables[name];
    return db.select({ id: table.id, pupilId: table.pupilId }).from(table).where(inArray(table.id, ids));
  };

/** Tables that lead to the pupil through the exclusion. */
const byExclusion =
  (name: 'waitList' | 'placeEnquiries' | 'letterIssues'): Way =>
  (db, ids) => {
    const table = db.tables[name];
    const { exclusions } = db.tables;
    return db
      .select({ id: table.id, pupilId: exclusions.pupilId })
      .from(table)
      .innerJoin(exclusions, eq(exclusions.id, table.exclusionId))
      .where(inArray(table.id, ids));
  };

const ofTask: Way = (db, ids) => {
  const { stayTasks, placements } = db.tables;
  return db
    .select({ id: stayTasks.id, pupilId: placements.pupilId })
    .from(stayTasks)
    .innerJoin(placements, eq(placements.id, stayTasks.placementId))
    .where(inArray(stayTasks.id, ids));
};

/** How the subjects of the audit trail lead to a pupil. */
const WAYS: Readonly<Record<string, Way>> = {
  exclusion: itself('exclusions'),
  placement: itself('placements'),
  place: itself('places'),
  'at-risk-entry': itself('atRiskEntries'),
  'support-plan': itself('supportPlans'),
  referral: itself('referrals'),
  exam: itself('exams'),
  contact: itself('contacts'),
  absence: itself('requestedAbsences'),
  'wait-list': byExclusion('waitList'),
  enquiry: byExclusion('placeEnquiries'),
  letter: byExclusion('letterIssues'),
  'stay-task': ofTask,
};
