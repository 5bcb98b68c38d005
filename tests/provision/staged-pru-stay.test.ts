import { afterEach, beforeEach, expect, it } from 'vitest';
import { openStayBook, wholeDays, type StayApp } from '../builders/stay-book.ts';

let app: StayApp;
beforeEach(async () => {
  app = await openStayBook();
});
afterEach(() => app.close());

// Five days out from Wed 19 November; the referral unit has the last three: Fri 21, Mon 24, Tue 25.
const days = ['2025-11-21', '2025-11-24', '2025-11-25'] as const;

async function atTheUnit() {
  const exclusionId = await app.exclude('Amara Okafor', {
    start: { date: '2025-11-19', slot: 'am' },
    end: { date: '2025-11-25', slot: 'pm' },
  });
  const providerId = await app.centre('Oak PRU', {
    rules: {
      window: { fromDay: 3 },
      transport: 'authority',
      workDaysBefore: 2,
      weeklyReview: true,
      reportDays: 3,
      courses: [{ name: 'Anger management', sessions: 8 }],
    },
  });
  return { providerId, placementId: await app.stay(exclusionId, providerId, wholeDays(...days)) };
}

it('flags the work that the school did not set in time', async () => {
  const { placementId } = await atTheUnit();
  const work = async () => (await app.get(placementId)).tasks.find(({ kind }) => kind === 'work-set');
  expect(await work()).toMatchObject({ dueOn: '2025-11-19', overdue: false });
  app.goTo('2025-11-20');
  expect(await work()).toMatchObject({ overdue: true });
  expect((await app.must('stays.tasks', {})).tasks[0]).toMatchObject({ kind: 'work-set', overdue: true });
});

it('sends unsuitable work back to the school, due the next school day', async () => {
  const { placementId } = await atTheUnit();
  app.goTo('2025-11-21');
  await app.do(placementId, 'Set work', { verdict: 'unsuitable', note: 'For Year 7' });
  expect((await app.get(placementId)).tasks.find(({ kind }) => kind === 'work-again')).toMatchObject({
    dueOn: '2025-11-24',
    overdue: false,
  });
});

it('reviews the stay on its last day in each week', async () => {
  const { placementId } = await atTheUnit();
  const reviews = (await app.get(placementId)).tasks.filter(({ kind }) => kind === 'weekly-review');
  expect(reviews.map(({ dueOn }) => dueOn)).toEqual(['2025-11-21', '2025-11-25']);
});

it('leaves anger management not completed after three days, to go on at the next stay', async () => {
  const { providerId, placementId } = await atTheUnit();
  for (const on of days) {
    app.goTo(on);
    await app.must('stays.course', { placementId, course: 'Anger management', sessions: 1, on });
  }
  expect((await app.get(placementId)).courses).toMatchObject([{ done: 3, total: 8, completed: false }]);
  // The same pupil, excluded again three weeks later.
  const { pupilId } = await app.get(placementId);
  const later = wholeDays('2025-12-12', '2025-12-15');
  const again = await app.excludeAgain(pupilId, '2025-12-10', '2025-12-16');
  const next = await app.stay(again, providerId, later);
  expect(await app.get(next)).toMatchObject({
    earlierStays: 1,
    courses: [{ done: 3, doneHere: 0, completed: false }],
  });
});

it('ends with a report of attendance, work and behaviour, due three school days later', async () => {
  const { placementId } = await atTheUnit();
  app.goTo('2025-11-25');
  const marks = (await app.get(placementId)).places.map(({ placeId }) => ({
    placeId,
    outcome: 'attended' as const,
  }));
  await app.must('stays.mark', { marks }, 'provider-staff');
  const report = { placementId, work: 'Kept up.', behaviour: 'Settled.', nextSteps: '', finish: true };
  expect((await app.get(placementId)).tasks.find(({ kind }) => kind === 'report')?.dueOn).toBe('2025-11-28');
  await app.must('stays.report', report, 'provider-staff');
  expect(await app.get(placementId)).toMatchObject({
    attendance: { attended: 6, possible: 6, late: 0 },
    report: { work: 'Kept up.', behaviour: 'Settled.', finishedOn: '2025-11-25' },
  });
});
