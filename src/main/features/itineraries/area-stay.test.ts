import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStayBook, wholeDays, type StayApp } from '../../../../tests/builders/stay-book.ts';

let app: StayApp;
beforeEach(async () => {
  app = await openStayBook();
});
afterEach(() => app.close());

const [mon, tue] = ['2025-11-17', '2025-11-18'] as const;

/** Makes an exclusion that of another school, with the same term. */
async function ofAnotherSchool(exclusionId: string): Promise<void> {
  await app.services.store.write(async (db) => {
    const { schools, terms, pupils, exclusions } = db.tables;
    const school = { id: 'hill', laEstab: '3334999', urn: null, name: 'Hill School', phase: 'secondary' };
    await db.insert(schools).values(school);
    const [term] = await db.select().from(terms);
    if (term) await db.insert(terms).values({ ...term, schoolId: 'hill' });
    await db
      .update(pupils)
      .set({ schoolId: 'hill' })
      .where(eq(pupils.id, app.pupilOf(exclusionId)));
    await db.update(exclusions).set({ schoolId: 'hill' }).where(eq(exclusions.id, exclusionId));
  });
}

test('a stay that was planned for another school of the area can be changed and moved like any other', async () => {
  const exclusionId = await app.exclude('Amara Okafor', { end: { date: tue, slot: 'pm' } });
  await ofAnotherSchool(exclusionId);
  const oak = await app.centre('Oak Centre');
  const { basis, pupils } = await app.must('planner.plan', { scope: 'area' });
  const runs = pupils.flatMap((pupil) =>
    pupil.runs.map(({ providerId, sessions }) => ({
      exclusionId,
      schoolId: pupil.schoolId,
      providerId,
      sessions,
    })),
  );
  await app.must('planner.accept', { scope: 'area', basis, runs });
  const placementId = (await app.must('stays.list', { providerId: oak })).stays[0]?.placementId ?? '';

  const shorter = { placementId, version: 1, sessions: wholeDays(mon), reason: 'Back on Tuesday' };
  await app.must('places.change-stay', shorter);
  const pine = await app.centre('Pine Centre');
  await app.must('places.move-stay', { placementId, version: 2, providerId: pine, reason: 'Nearer' });
  const { stays } = await app.must('stays.list', { providerId: pine });
  expect(stays).toMatchObject([{ name: 'Amara Okafor', from: mon, to: mon, sessions: 2 }]);
});
