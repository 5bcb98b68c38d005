import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStayBook, wholeDays, type StayApp } from '../../../../tests/builders/stay-book.ts';
import { readTaughtSessions } from './letter-places.ts';

let app: StayApp;
beforeEach(async () => {
  app = await openStayBook();
});
afterEach(() => app.close());

const [mon, tue] = ['2025-11-17', '2025-11-18'] as const;

test('a letter tells of study at home only on days with a visit', async () => {
  const exclusionId = await app.exclude('Amara Okafor');
  const providerId = await app.centre('Home tuition', { kind: 'home-study' });
  const placementId = await app.stay(exclusionId, providerId, wholeDays(mon, tue));
  await app.must('stays.visit', { placementId, date: tue, visitor: 'Ms Bright', made: false });
  const { store, clock } = app.services;
  const taught = await store.read((db) =>
    readTaughtSessions(db, clock.now(), { schoolId: 'school', exclusionId }),
  );
  expect(taught.map(({ date, slot, provider }) => [date, slot, provider])).toEqual([
    [tue, 'am', 'Home tuition'],
    [tue, 'pm', 'Home tuition'],
  ]);
});
