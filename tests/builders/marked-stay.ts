import type { Db } from '#main/storage/store.ts';
import { NOW } from './database.ts';
import { MARK, MARKED, type Where } from './marked-names.ts';

/** The stay of the marked pupil, with all that belongs to it. */
export async function addMarkedStay(
  db: Db,
  { schoolId, providerId, day }: Pick<Where, 'schoolId' | 'providerId' | 'day'>,
): Promise<void> {
  const t = db.tables;
  const { pupilId, exclusionId, placementId } = MARKED;
  const says = (what: string) => `${MARK} ${what}`;
  await db.insert(t.placements).values({
    id: placementId,
    exclusionId,
    pupilId,
    providerId,
    purpose: 'exclusion',
    schoolId,
    pupilGroup: 'secondary',
    expectedFrom: day,
    expectedTo: day,
    overrideReason: says('override'),
    overrideBy: 'Mrs Head',
    madeBy: 'Office',
    madeAt: NOW,
    version: 1,
  });
  await db.insert(t.places).values({
    id: 'marked-place',
    placementId,
    exclusionId,
    pupilId,
    providerId,
    schoolId,
    date: day,
    slot: 'am',
    state: 'cancelled',
    endedCode: 'other' as never,
    endedReason: says('given up'),
    endedBy: 'Office',
    endedAt: NOW,
    outcome: 'absent',
    outcomeNote: says('outcome'),
    markedBy: 'Office',
    markedAt: NOW,
  });
  await db.insert(t.placementEscorts).values({ placementId, date: day, name: says('escort') });
  await db
    .insert(t.homeVisits)
    .values({ placementId, date: day, visitor: says('visitor'), made: true, note: says('visit') });
  await db.insert(t.stayTasks).values({
    id: 'marked-task',
    placementId,
    kind: 'weekly-review',
    title: says('task'),
    beforeArrival: false,
    doneOn: day,
    doneBy: 'Office',
    note: says('done'),
    dropped: false,
    version: 1,
  });
  await db.insert(t.stayReports).values({
    placementId,
    work: says('work'),
    behaviour: says('behaviour'),
    nextSteps: says('next'),
    version: 1,
  });
  await db.insert(t.courseSessions).values({
    id: 'marked-course',
    pupilId,
    placementId,
    course: 'Safe choices',
    total: 6,
    done: 2,
    onDate: day,
    recordedBy: 'Office',
  });
  await db.insert(t.waitList).values({
    id: 'marked-wait',
    exclusionId,
    providerId,
    askedAt: NOW,
    askedBy: 'Office',
    endedAt: NOW,
    endedAs: 'placed',
  });
  await db.insert(t.placeEnquiries).values({
    id: 'marked-enquiry',
    exclusionId,
    providerId,
    providerName: 'A',
    askedOn: day,
    askedBy: 'Office',
    answer: 'no-place',
    note: says('enquiry'),
    fromDate: day,
    toDate: day,
    recordedAt: NOW,
  });
}
