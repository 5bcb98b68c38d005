import { afterEach, beforeEach, expect, it } from 'vitest';
import { openStayBook, wholeDays, type StayApp } from '../builders/stay-book.ts';

let app: StayApp;
beforeEach(async () => {
  app = await openStayBook();
});
afterEach(() => app.close());

const [mon, tue, wed, thu] = ['2025-11-17', '2025-11-18', '2025-11-19', '2025-11-20'] as const;

async function atTheCentre() {
  const exclusionId = await app.exclude('Amara Okafor', {
    start: { date: mon, slot: 'am' },
    end: { date: thu, slot: 'pm' },
  });
  const providerId = await app.centre('Church hall', {
    kind: 'agency',
    rules: { longerThanDays: 3, codeOfConduct: true },
  });
  return { exclusionId, placementId: await app.stay(exclusionId, providerId, wholeDays(mon, tue, wed, thu)) };
}

it('lets nobody start until parent and pupil have both signed the code of conduct', async () => {
  const { placementId } = await atTheCentre();
  app.goTo(mon);
  const marks = [
    { placeId: await app.placeAt(placementId, { date: mon, slot: 'am' }), outcome: 'attended' as const },
  ];
  const cannot = async () => {
    const result = await app.run('stays.mark', { marks }, 'provider-staff');
    return result.ok ? undefined : result.error.message;
  };
  expect(await cannot()).toContain('Cannot start until the code of conduct is signed by parent and pupil.');
  await app.do(placementId, 'signed by a parent');
  expect(await cannot()).toContain('Cannot start until the code of conduct is signed by the pupil.');
  await app.do(placementId, 'signed by the pupil');
  expect(await cannot()).toBeUndefined();
});

it('sends a pupil whom it excludes back to the queue, so that the referral unit can be tried', async () => {
  const { exclusionId, placementId } = await atTheCentre();
  await app.do(placementId, 'signed by a parent');
  await app.do(placementId, 'signed by the pupil');
  app.goTo(mon);
  const [am, pm] = [
    await app.placeAt(placementId, { date: mon, slot: 'am' }),
    await app.placeAt(placementId, { date: mon, slot: 'pm' }),
  ];
  await app.must('stays.mark', {
    marks: [
      { placeId: am, outcome: 'attended' },
      { placeId: pm, outcome: 'excluded-from-centre', note: 'Threw a chair' },
    ],
  });
  const standings = async () =>
    (await app.must('places.itinerary', { exclusionId })).sessions.map(({ standing }) => standing);
  expect(await standings()).toEqual(['attended', ...Array.from({ length: 7 }, () => 'excluded-from-centre')]);
  expect((await app.must('places.queue', {})).waiting).toMatchObject([
    { exclusionId, uncovered: 6, missed: 0, firstUncovered: { date: tue, slot: 'am' } },
  ]);
  const pru = await app.centre('Oak PRU');
  await app.stay(exclusionId, pru, wholeDays(tue, wed));
  expect((await app.must('places.queue', {})).waiting).toMatchObject([{ uncovered: 2 }]);
  app.goTo('2025-11-21');
  expect(await standings()).not.toContain('no-place');
});
