import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openBook, wholeWeek, type BookApp } from '../builders/provider-book.ts';

/** A voluntary body: exclusions of more than three days, up to eighteen different pupils in a week. */
let app: BookApp;
let links: string;
beforeEach(async () => {
  app = await openBook();
  links = await app.arrange({
    name: 'Community Links',
    kind: 'agency',
    sessions: wholeWeek(18),
    weekCapacity: 18,
    rules: { longerThanDays: 3, codeOfConduct: true },
  });
});
afterEach(() => app.close());

const mon = { date: '2025-11-17', slot: 'am' } as const;
const until = (date: string) => ({ end: { date, slot: 'pm' as const } });

describe('only when the exclusion is of more than three days', () => {
  test('three days are not eligible, four are', async () => {
    const three = await app.exclude('Ben Ali', until('2025-11-19'));
    const four = await app.exclude('Amara Okafor', until('2025-11-20'));
    const refused = await app.run('places.book', { exclusionId: three, providerId: links, sessions: [mon] });
    expect(refused.ok).toBe(false);
    if (!refused.ok) {
      expect(refused.error.message).toContain(
        'it takes only exclusions of more than 3 days, and this one has 3',
      );
    }
    await app.must('places.book', { exclusionId: four, providerId: links, sessions: [mon] });
    const board = await app.must('places.board', { from: mon.date, days: 1, exclusionId: three });
    expect(board.providers[0]?.cells[0]).toMatchObject({
      cannot: 'It takes only exclusions of more than 3 days, and this one has 3',
      waivable: true,
    });
  });
});

describe('eighteen different pupils in a week', () => {
  const day = (n: number) => ({ date: `2025-11-${String(17 + (n % 3))}`, slot: 'am' as const });

  test('the nineteenth is refused although no day is full; in the next week there is room', async () => {
    const two = until('2025-11-28');
    const first = await app.exclude('Pupil One', two);
    const book = (exclusionId: string, session: { date: string; slot: 'am' | 'pm' }) =>
      app.run('places.book', { exclusionId, providerId: links, sessions: [session] });
    expect((await book(first, day(0))).ok).toBe(true);
    for (let n = 1; n < 18; n += 1) {
      expect((await book(await app.exclude(`Pupil Number${String(n)}`, two), day(n))).ok).toBe(true);
    }
    const nineteenth = await app.exclude('Amara Okafor', two);
    const refused = await book(nineteenth, { date: '2025-11-21', slot: 'pm' });
    expect(refused).toMatchObject({ ok: false, error: { code: 'place-full' } });
    if (!refused.ok) {
      expect(refused.error.message).toContain('the week is full: 18 different pupils come already');
    }
    // Who comes already may come more often; another week has room again.
    expect((await book(first, { date: '2025-11-21', slot: 'pm' })).ok).toBe(true);
    expect((await book(nineteenth, { date: '2025-11-24', slot: 'am' })).ok).toBe(true);
  });
});

test('who is excluded from the centre needs another place, and the past says that one was there', async () => {
  const exclusionId = await app.exclude('Amara Okafor');
  const pru = await app.provider('Elm PRU', 4);
  const tue = { date: '2025-11-18', slot: 'am' } as const;
  const { placeIds } = await app.must('places.book', {
    exclusionId,
    providerId: links,
    sessions: [mon, tue],
  });
  await app.must('places.cancel', { placeIds, code: 'excluded-from-centre', reason: 'Threw a chair' });
  const { sessions, uncovered } = await app.must('places.itinerary', { exclusionId });
  expect(sessions[0]).toMatchObject({
    standing: 'excluded-from-centre',
    words: 'Excluded from Community Links: Threw a chair',
  });
  expect(uncovered).toBe(10);
  await app.must('places.book', { exclusionId, providerId: pru, sessions: [tue] });
  expect((await app.must('places.itinerary', { exclusionId })).uncovered).toBe(9);
});

test('a place that the parents declined is not the same as no place', async () => {
  const exclusionId = await app.exclude('Amara Okafor', until('2025-11-20'));
  const { placeIds } = await app.must('places.book', { exclusionId, providerId: links, sessions: [mon] });
  await app.must('places.cancel', { placeIds, code: 'declined-by-parent', reason: 'Stays with an aunt' });
  const { sessions, uncovered } = await app.must('places.itinerary', { exclusionId });
  expect(sessions[0]).toMatchObject({
    standing: 'declined',
    words: 'Place at Community Links declined by the parents: Stays with an aunt',
  });
  expect(uncovered).toBe(7);
  expect((await app.must('today.get', { date: mon.date })).out[0]?.chips[0]).toMatchObject({
    status: 'declined',
    providerName: 'Community Links',
  });
});
