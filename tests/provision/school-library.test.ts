import { afterEach, beforeEach, expect, test } from 'vitest';
import { openBook, wholeWeek, type BookApp } from '../builders/provider-book.ts';

/** The library of another school: up to five days, a learning mentor with the pupil on each. */
let app: BookApp;
let library: string;
let home: string;
let exclusionId: string;
beforeEach(async () => {
  app = await openBook();
  const rules = { escort: { fromDay: 1 }, maxDays: 5 };
  library = await app.arrange({
    name: 'Hill School library',
    kind: 'partner-school',
    sessions: wholeWeek(2),
    rules,
  });
  home = await app.arrange({ name: 'Study at home', kind: 'home-study', sessions: wholeWeek(20) });
  exclusionId = await app.exclude('Amara Okafor', { end: { date: '2025-11-25', slot: 'pm' } });
});
afterEach(() => app.close());

const DATES = ['17', '18', '19', '20', '21', '24', '25'].map((day) => `2025-11-${day}`);
const whole = (dates: readonly string[]) =>
  dates.flatMap((date) => [
    { date, slot: 'am' as const },
    { date, slot: 'pm' as const },
  ]);
const mentorOn = (dates: readonly string[]) => dates.map((date) => ({ date, name: 'Jo March' }));
const book = (dates: readonly string[], escorted = dates) =>
  app.run('places.book', {
    exclusionId,
    providerId: library,
    sessions: whole(dates),
    escorts: mentorOn(escorted),
  });

test('seven days are two too many for the library', async () => {
  const result = await book(DATES);
  expect(result.ok).toBe(false);
  if (!result.ok)
    expect(result.error.message).toContain('a stay there has at most 5 days, and this one would have 7');
});

test('without a mentor on day 2 the booking is refused, and nothing of it is made', async () => {
  const days = DATES.slice(0, 5);
  const result = await book(
    days,
    days.filter((date) => date !== '2025-11-18'),
  );
  expect(result.ok).toBe(false);
  if (!result.ok) {
    expect(result.error.message).toContain(
      'Tue 18 November am and pm: the school must send a member of staff from day 1, and nobody is named.',
    );
    expect(result.error.message).not.toContain('Mon 17');
  }
  expect(await app.book()).toEqual(new Map());
});

test('work sent home on days 6 and 7 is no provision until somebody visits', async () => {
  expect((await book(DATES.slice(0, 5))).ok).toBe(true);
  const { placementId } = await app.must('places.book', {
    exclusionId,
    providerId: home,
    sessions: whole(DATES.slice(5)),
  });
  const itinerary = await app.must('places.itinerary', { exclusionId });
  expect(itinerary.sessions.map(({ standing }) => standing)).toEqual([
    ...Array(10).fill('booked'),
    ...Array(4).fill('work-at-home'),
  ]);
  expect(itinerary.sessions.at(-1)?.words).toBe('Work sent home without a visit: no supervised place');
  expect(itinerary).toMatchObject({ uncovered: 4, missed: 0 });
  expect(itinerary.hours).toEqual([
    { monday: '2025-11-17', hours: 27.5, sessions: 10, missing: 0 },
    { monday: '2025-11-24', hours: 0, sessions: 0, missing: 4 },
  ]);
  expect((await app.must('places.queue', {})).waiting).toMatchObject([
    { exclusionId, uncovered: 4, firstUncovered: { date: '2025-11-24', slot: 'am' } },
  ]);
  const onMonday = await app.must('today.get', { date: '2025-11-24' });
  expect(onMonday.out[0]?.chips).toMatchObject([{ status: 'work-at-home' }, { status: 'work-at-home' }]);

  await app.services.store.write((db) =>
    db
      .insert(db.tables.homeVisits)
      .values({ placementId, date: '2025-11-24', visitor: 'Sam Hill', made: false }),
  );
  const visited = await app.must('places.itinerary', { exclusionId });
  expect(visited.uncovered).toBe(2);
  expect(visited.sessions[10]).toMatchObject({
    standing: 'booked',
    words: 'Study at home, to be visited by Sam Hill',
  });
  // The visit was planned and never made: afterwards the day is none that was provided for.
  app.wait(24 * 13);
  expect((await app.must('places.itinerary', { exclusionId })).sessions[10]).toMatchObject({
    standing: 'work-at-home',
  });
});
