import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openBook, wholeWeek, type BookApp } from '../builders/provider-book.ts';

let app: BookApp;
beforeEach(async () => {
  app = await openBook();
});
afterEach(() => app.close());

const mon = { date: '2025-11-17', slot: 'am' } as const;
const monPm = { date: '2025-11-17', slot: 'pm' } as const;
const mornings = (capacity: number) => wholeWeek(capacity).filter(({ slot }) => slot === 'am');

describe('a rota of centres, term by term', () => {
  test('takes nobody in a term that no centre hosts', async () => {
    const rota = await app.arrange({ name: 'Primary rota', kind: 'primary-rota', rules: { termRota: true } });
    const exclusionId = await app.exclude('Amara Okafor', { ncYear: '5' });
    const input = { exclusionId, providerId: rota, sessions: [mon], override: { reason: 'It is our turn' } };
    await app.hosts(rota, [{ schoolYear: 2025, term: 'spring', host: 'Beech Primary' }]);
    const refused = await app.run('places.book', input, 'decider');
    expect(refused.ok).toBe(false);
    if (!refused.ok)
      expect(refused.error.message).toContain('no centre is down to host the rota in that term');
    await app.hosts(rota, [{ schoolYear: 2025, term: 'autumn', host: 'Ash Primary' }]);
    await app.must('places.book', input, 'decider');
  });
});

describe('a community room in the morning and the own school in the afternoon', () => {
  test('are two venues in one day of one exclusion, with a named adult in the afternoon', async () => {
    const room = await app.arrange({
      name: 'Community room',
      kind: 'joint-primary-centre',
      sessions: mornings(6),
      rules: { yearGroups: [3, 4, 5, 6] },
    });
    const school = await app.arrange({
      name: 'Head’s office',
      kind: 'internal-unit',
      rules: { escort: { fromDay: 1 } },
    });
    const exclusionId = await app.exclude('Amara Okafor', { ncYear: '5' });
    await app.must('places.book', { exclusionId, providerId: room, sessions: [mon] });
    const afternoon = { exclusionId, providerId: school, sessions: [monPm] };
    expect(await app.run('places.book', afternoon)).toMatchObject({ ok: false });
    await app.must('places.book', { ...afternoon, escorts: [{ date: mon.date, name: 'Jo March' }] });
    const { sessions } = await app.must('places.itinerary', { exclusionId });
    expect(sessions.slice(0, 2).map(({ place }) => [place?.providerName, place?.escort])).toEqual([
      ['Community room', undefined],
      ['Head’s office', 'Jo March'],
    ]);
  });

  test('the room takes no secondary pupil unless the head says why', async () => {
    const room = await app.arrange({
      name: 'Community room',
      kind: 'joint-primary-centre',
      sessions: mornings(6),
      rules: { yearGroups: [3, 4, 5, 6] },
    });
    const secondary = await app.exclude('Sec Ond', { ncYear: '8' });
    const unknown = await app.exclude('Un Known');
    const input = { providerId: room, sessions: [mon] };
    const messageFor = async (exclusionId: string) => {
      const result = await app.run('places.book', { ...input, exclusionId });
      return result.ok ? 'booked' : result.error.message;
    };
    expect(await messageFor(secondary)).toContain('it does not take Year 8');
    expect(await messageFor(unknown)).toContain('the year group of the pupil is not on the roll');
    const override = { reason: 'Younger brother is there' };
    await app.must('places.book', { ...input, exclusionId: secondary, override }, 'decider');
  });
});

describe('five schools with two morning places each', () => {
  test('the third child of one school is refused though ten are not reached; another school has its two', async () => {
    const centre = await app.arrange({
      name: 'Learning Centre',
      kind: 'joint-primary-centre',
      sessions: mornings(10),
      schoolShare: 2,
    });
    const book = (exclusionId: string) =>
      app.run('places.book', { exclusionId, providerId: centre, sessions: [mon] });
    expect((await book(await app.exclude('Ben Ali'))).ok).toBe(true);
    expect((await book(await app.exclude('Cat Day'))).ok).toBe(true);
    const third = await book(await app.exclude('Amara Okafor'));
    expect(third).toMatchObject({ ok: false, error: { code: 'place-full' } });
    if (!third.ok) {
      expect(third.error.message).toContain('the school’s share is taken: 2 of its pupils have places then');
    }
    const guest = await app.pupil('Guest Pupil', { school: 'Hill Primary' });
    const visit = { pupilId: guest, purpose: 'visiting' as const, providerId: centre, sessions: [mon] };
    await app.must('places.book-other', visit);
    const [stay] = await app.services.store.read(async (db) =>
      (await db.select().from(db.tables.placements)).filter((one) => one.pupilId === guest),
    );
    expect(stay).toMatchObject({ purpose: 'visiting', exclusionId: null });
    expect(stay?.schoolId).not.toBe('school');
  });
});
