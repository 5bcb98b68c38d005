import { eq } from 'drizzle-orm';
import type { ExclusionApp } from './exclusion-school.ts';

/** What was done for a pupil after an exclusion that put them on the register, straight into the tables. */
export async function addSupportOfKai(
  app: ExclusionApp,
  { pupilId, exclusionId }: { readonly pupilId: string; readonly exclusionId: string },
): Promise<void> {
  const [entry] = (await app.must('support.list', { pupilId })).entries;
  if (entry === undefined) throw new Error('The pupil is not on the register');
  const { id: entryId, version } = entry;
  await app.must('support.assign-key-worker', { entryId, version, name: 'Ms Reed', role: 'Learning Mentor' });
  const sessions = [1, 2, 3, 4, 5].map((weekday) => ({
    weekday,
    slot: 'am' as const,
    capacity: 5,
    starts: '09:00',
    ends: '12:00',
  }));
  const { id: providerId } = await app.must('providers.save', { kind: 'pru', name: 'The Bridge', sessions });
  const { placementId } = await app.must('places.book', {
    exclusionId,
    providerId,
    sessions: [
      { date: '2025-11-13', slot: 'am' },
      { date: '2025-11-14', slot: 'am' },
    ],
  });
  const [on, by] = ['2025-11-12', 'Test Person'];
  await app.services.store.write(async (db) => {
    const t = db.tables;
    const [place] = await db.select().from(t.places);
    if (place === undefined) throw new Error('No place was booked');
    const marked = { outcome: 'attended', markedBy: by, markedAt: `${on}T12:00:00.000Z` } as const;
    await db.update(t.places).set(marked).where(eq(t.places.id, place.id));
    await db.insert(t.stayReports).values({
      placementId,
      work: 'All done',
      behaviour: 'Calm',
      nextSteps: 'A mentor',
      finishedOn: on,
      finishedBy: by,
      version: 1,
    });
    await db.insert(t.courseSessions).values({
      id: 'course-1',
      pupilId,
      placementId,
      course: 'Anger management',
      total: 6,
      done: 3,
      onDate: on,
      recordedBy: by,
    });
    await db.insert(t.supportPlans).values({
      id: 'plan-1',
      pupilId,
      fromDate: on,
      reviewOn: '2026-01-05',
      writtenBy: by,
      version: 1,
    });
    const target = { planId: 'plan-1', pupilId } as const;
    await db.insert(t.planTargets).values([
      { ...target, id: 't-1', position: 1, target: 'Ask before leaving the room', state: 'partly-met' },
      { ...target, id: 't-2', position: 2, target: 'Homework club on Tuesdays', state: 'open' },
    ]);
    const [school] = await db.select().from(t.schools);
    await db.insert(t.agencies).values({
      id: 'agency-1',
      schoolId: school?.id ?? '',
      name: 'Family team',
      nameKey: 'family team',
      helpsWith: 'Families',
      needsParents: true,
      team: true,
      version: 1,
    });
    await db.insert(t.referrals).values({
      id: 'referral-1',
      pupilId,
      agencyId: 'agency-1',
      madeOn: on,
      why: 'Help at home',
      doneSoFar: 'Meetings',
      parents: 'agreed',
      parentsOn: on,
      state: 'accepted',
      answeredOn: on,
      answer: 'First visit in December',
      madeBy: by,
      version: 1,
    });
    await db.insert(t.reintegrations).values({
      exclusionId,
      whatWorked: 'A walk before lessons',
      recordedBy: by,
      version: 1,
    });
  });
}
