import { afterEach, beforeEach, expect, it } from 'vitest';
import { openStayBook, wholeDays, type StayApp } from '../../../tests/builders/stay-book.ts';
import { makeStayTasks } from './stay-tasks.ts';

let app: StayApp;
beforeEach(async () => {
  app = await openStayBook();
});
afterEach(() => app.close());

const [mon, tue] = ['2025-11-17', '2025-11-18'] as const;
const rules = { workDaysBefore: 1, reportDays: 1, followUpDays: 2 };

const owed = async (placementId: string) =>
  Object.fromEntries((await app.get(placementId)).tasks.map(({ kind, dueOn }) => [kind, dueOn]));

it('owes nothing for a hold, and everything once it is confirmed', async () => {
  const providerId = await app.centre('Oak Centre', { rules });
  const exclusionId = await app.exclude('Amara Okafor');
  const held = { exclusionId, providerId, sessions: wholeDays(mon, tue), hold: true };
  const { placementId, placeIds } = await app.must('places.book', held);
  expect(await owed(placementId)).toEqual({});
  await app.must('places.confirm', { placeIds });
  // Back at school on Mon 24 November; looked up again two school days later.
  expect(await owed(placementId)).toEqual({
    'work-set': '2025-11-14',
    report: '2025-11-19',
    'follow-up': '2025-11-26',
  });
});

it('changes nothing when it is made again', async () => {
  const providerId = await app.centre('Oak Centre', { rules });
  const placementId = await app.stay(await app.exclude('Amara Okafor'), providerId, wholeDays(mon));
  const before = (await app.get(placementId)).tasks;
  const made = await app.services.store.write(async (db) => ({
    ok: true,
    value: await makeStayTasks(db, app.services, placementId),
  }));
  expect(made.value).toEqual([]);
  expect((await app.get(placementId)).tasks).toEqual(before);
});

it('moves what is open when the school closes, and leaves what is done', async () => {
  const providerId = await app.centre('Oak Centre', { rules });
  const placementId = await app.stay(await app.exclude('Amara Okafor'), providerId, wholeDays(mon, tue));
  await app.do(placementId, 'Set work', { verdict: 'suitable' });
  const inset = (date: string) => ({
    from: date,
    to: date,
    slot: 'all' as const,
    kind: 'inset' as const,
    name: 'INSET',
  });
  await app.must('calendar.save', {
    schoolYear: 2025,
    terms: [{ schoolYear: 2025, name: 'autumn', from: '2025-09-01', to: '2025-12-19' }],
    closures: [inset('2025-11-14'), inset('2025-11-19')],
  });
  expect(await owed(placementId)).toEqual({
    'work-set': '2025-11-14',
    report: '2025-11-20',
    'follow-up': '2025-11-26',
  });
});

it('is owed no longer when all places are given up, and again when one is booked for the stay', async () => {
  const providerId = await app.centre('Oak Centre', { rules });
  const exclusionId = await app.exclude('Amara Okafor');
  const held = { exclusionId, providerId, sessions: wholeDays(mon), hold: true };
  const { placementId, placeIds } = await app.must('places.book', held);
  await app.must('places.confirm', { placeIds });
  await app.must('stays.add-task', { placementId, kind: 'work-set', title: 'Bring the sketch book' });
  await app.must('places.cancel', { placeIds, reason: 'Not needed' });
  expect(await owed(placementId)).toEqual({});
  expect((await app.must('stays.tasks', {})).tasks).toEqual([]);
});

it('stays dropped when a person dropped it', async () => {
  const providerId = await app.centre('Oak Centre', { rules });
  const placementId = await app.stay(await app.exclude('Amara Okafor'), providerId, wholeDays(mon, tue));
  const report = (await app.get(placementId)).tasks.find(({ kind }) => kind === 'report');
  const drop = { taskId: report?.id ?? '', version: 1, as: 'dropped', reason: 'By telephone' } as const;
  await app.must('stays.reopen-task', drop);
  const placeIds = [await app.placeAt(placementId, { date: tue, slot: 'pm' })];
  await app.must('places.cancel', { placeIds, code: 'shortened', reason: 'Half a day' });
  expect(await owed(placementId)).not.toHaveProperty('report');
});

it('follows the exclusion that is taken back', async () => {
  const providerId = await app.centre('Oak Centre', { rules });
  const exclusionId = await app.exclude('Amara Okafor');
  const placementId = await app.stay(exclusionId, providerId, wholeDays(mon, tue));
  // Back from Tuesday on: of the stay only Monday is left, and the return has moved with it.
  const back = { date: tue, slot: 'am' } as const;
  await app.must(
    'exclusions.cancel',
    { id: exclusionId, version: 1, back, reason: 'New evidence' },
    'decider',
  );
  expect(await owed(placementId)).toEqual({
    'work-set': '2025-11-14',
    report: tue,
    'follow-up': '2025-11-20',
  });
});
