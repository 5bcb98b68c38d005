import { afterEach, beforeEach, expect, it } from 'vitest';
import { openStayBook, wholeDays, type StayApp } from '../builders/stay-book.ts';

let app: StayApp;
beforeEach(async () => {
  app = await openStayBook();
});
afterEach(() => app.close());

const [mon, tue] = ['2025-11-17', '2025-11-18'] as const;
const out = { start: { date: mon, slot: 'am' }, end: { date: tue, slot: 'pm' } } as const;

/** Starts at 9.30 and stays to 4 in the afternoon, later than the school. */
const room = () =>
  app.centre('Exclusion room', {
    kind: 'internal-unit',
    sessions: [1, 2, 3, 4, 5].flatMap((weekday) => [
      { weekday, slot: 'am' as const, capacity: 6, starts: '09:30', ends: '12:30' },
      { weekday, slot: 'pm' as const, capacity: 6, starts: '13:15', ends: '16:00' },
    ]),
    rules: { parentChooses: true, evaluation: true },
  });

it('counts as offered and declined when the parents choose home, never as no place', async () => {
  const exclusionId = await app.exclude('Amara Okafor', out);
  const placementId = await app.stay(exclusionId, await room(), wholeDays(mon, tue));
  await app.must('stays.choose', { placementId, version: 1, choice: 'home', on: '2025-11-12' });
  const itinerary = await app.must('places.itinerary', { exclusionId });
  expect(itinerary.sessions.map(({ standing }) => standing)).toEqual([
    'declined',
    'declined',
    'declined',
    'declined',
  ]);
  expect(itinerary.sessions[0]?.words).toContain('Exclusion room declined by the parents');
  expect(itinerary).toMatchObject({ uncovered: 0, missed: 0 });
  expect((await app.must('places.queue', {})).waiting).toEqual([]);
  app.goTo('2025-11-19');
  expect(await app.must('places.itinerary', { exclusionId })).toMatchObject({ missed: 0 });
});

it('keeps its own hours: who comes at ten is late, at nine is too early to be marked', async () => {
  const placementId = await app.stay(
    await app.exclude('Amara Okafor', out),
    await room(),
    wholeDays(mon, tue),
  );
  app.goTo(mon);
  const placeId = await app.placeAt(placementId, { date: mon, slot: 'am' });
  expect(
    await app.run('stays.mark', { marks: [{ placeId, outcome: 'attended', arrivedAt: '09:00' }] }),
  ).toMatchObject({ error: { message: expect.stringContaining('from 9.30 am to 12.30 pm') } });
  await app.must('stays.mark', { marks: [{ placeId, outcome: 'attended', arrivedAt: '10:00' }] });
  expect(await app.get(placementId)).toMatchObject({
    attendance: { attended: 1, late: 1 },
    hours: [{ monday: mon, hours: 11.5 }],
  });
});

it('gets the sheets of parent and pupil back', async () => {
  const placementId = await app.stay(
    await app.exclude('Amara Okafor', out),
    await room(),
    wholeDays(mon, tue),
  );
  app.goTo('2025-11-20');
  await app.do(placementId, 'from the parents', { note: 'Would rather he had stayed in class' });
  await app.do(placementId, 'from the pupil');
  const sheets = (await app.get(placementId)).tasks;
  expect(sheets.map(({ kind, dueOn, doneOn }) => [kind, dueOn, doneOn])).toEqual([
    ['evaluation-parent', '2025-11-25', '2025-11-20'],
    ['evaluation-pupil', '2025-11-25', '2025-11-20'],
  ]);
});

it('flags a repeat visit', async () => {
  const providerId = await room();
  const first = await app.stay(await app.exclude('Amara Okafor', out), providerId, wholeDays(mon, tue));
  const { pupilId } = await app.get(first);
  app.goTo('2025-12-01');
  const again = await app.excludeAgain(pupilId, '2025-12-02', '2025-12-02');
  const second = await app.stay(again, providerId, wholeDays('2025-12-02'));
  expect(await app.get(second)).toMatchObject({ earlierStays: 1 });
  expect(await app.get(first)).toMatchObject({ earlierStays: 0 });
  const register = await app.must('stays.register', { providerId, date: '2025-12-02' });
  expect(register.sessions[0]?.pupils).toMatchObject([{ name: 'Amara Okafor', repeat: true }]);
});
