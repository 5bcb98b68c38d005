import { afterEach, beforeEach, expect, it } from 'vitest';
import { openStayBook, wholeDays, type StayApp } from '../builders/stay-book.ts';

let app: StayApp;
beforeEach(async () => {
  app = await openStayBook();
});
afterEach(() => app.close());

// Seven days out; the library has a pupil for five, then work is sent home.
const [mon, tue] = ['2025-11-24', '2025-11-25'] as const;
const inTheLibrary = ['2025-11-17', '2025-11-18', '2025-11-19', '2025-11-20', '2025-11-21'];

it('shows work sent home on days 6 and 7 as no supervised place until a visit is noted', async () => {
  const exclusionId = await app.exclude('Amara Okafor', {
    start: { date: '2025-11-17', slot: 'am' },
    end: { date: tue, slot: 'pm' },
  });
  const library = await app.centre('Library', { kind: 'partner-school', rules: { maxDays: 5 } });
  await app.stay(exclusionId, library, wholeDays(...inTheLibrary));
  const home = await app.centre('Work at home', { kind: 'home-study' });
  const placementId = await app.stay(exclusionId, home, wholeDays(mon, tue));

  const view = async () => {
    const { sessions, uncovered, missed } = await app.must('places.itinerary', { exclusionId });
    return { last: sessions.slice(-4).map(({ standing }) => standing), uncovered, missed };
  };
  const atHome = 'work-at-home';
  expect(await view()).toEqual({ last: [atHome, atHome, atHome, atHome], uncovered: 4, missed: 0 });
  expect((await app.must('places.queue', {})).waiting).toMatchObject([{ exclusionId, uncovered: 4 }]);

  await app.must('stays.visit', { placementId, date: mon, visitor: 'Mr Lane', made: false });
  expect(await view()).toEqual({ last: ['booked', 'booked', atHome, atHome], uncovered: 2, missed: 0 });
  app.goTo(tue);
  // The visit was planned, and nobody noted that it was made.
  expect(await view()).toMatchObject({ last: [atHome, atHome, atHome, atHome], missed: 2 });
  await app.must('stays.visit', { placementId, date: mon, visitor: 'Mr Lane', made: true });
  await app.must('stays.visit', { placementId, date: tue, visitor: 'Mr Lane', made: true });
  expect(await view()).toMatchObject({ last: ['not-marked', 'not-marked', 'booked', 'booked'], missed: 0 });
  expect((await app.must('places.queue', {})).waiting).toEqual([]);
});
