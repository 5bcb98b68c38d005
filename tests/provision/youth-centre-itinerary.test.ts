import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openBook, type BookApp } from '../builders/provider-book.ts';
import { daysOfNovember, ruledProvider } from '../builders/ruled-provider.ts';

let app: BookApp;
let centre: string;

beforeEach(async () => {
  app = await openBook();
  centre = await ruledProvider(app, 'Youth Centre', { capacity: 12, minDays: 2, maxDays: 14 });
});
afterEach(() => app.close());

const MONDAY = daysOfNovember(17);
const waiting = async () =>
  (await app.must('waiting.list', {})).waiting.map(({ name, freeOn }) => ({ name, freeOn }));

/** Twelve pupils on Monday and on the days given, each by a stay of two days or more. */
async function fill(...days: readonly number[]): Promise<readonly string[]> {
  const placeIds: string[] = [];
  for (const letter of 'ABCDEFGHIJKL') {
    const exclusionId = await app.exclude(`Pupil ${letter}`);
    const sessions = daysOfNovember(...days);
    const booked = await app.must('places.book', { exclusionId, providerId: centre, sessions });
    placeIds.push(...booked.placeIds);
  }
  return placeIds;
}

describe('a youth centre with 12 places', () => {
  test('refuses the 13th on Monday, who then waits with the next free day', async () => {
    await fill(17, 18);
    const thirteenth = await app.exclude('Amara Okafor');
    const run = { exclusionId: thirteenth, providerId: centre, sessions: daysOfNovember(17, 18) };
    const refused = await app.run('places.book', run);
    const holders = [...'ABCDEFGHIJKL'].map((letter) => `Pupil ${letter} (9B)`);
    expect(refused).toMatchObject({
      ok: false,
      error: {
        code: 'place-full',
        message: `Nothing was booked at Youth Centre for Amara Okafor. Mon 17 November am and pm, Tue 18 November am and pm: full; ${holders.slice(0, -1).join(', ')} and ${String(holders.at(-1))} have the 12 places. Choose other sessions or another provider.`,
      },
    });

    const next = await app.must('places.next-free', { exclusionId: thirteenth, providerId: centre });
    expect(next.providers).toEqual([
      {
        providerId: centre,
        providerName: 'Youth Centre',
        next: [
          { date: '2025-11-19', slot: 'am' },
          { date: '2025-11-19', slot: 'pm' },
          { date: '2025-11-20', slot: 'am' },
        ],
      },
    ]);
    const added = await app.must('waiting.add', { exclusionId: thirteenth, providerId: centre });
    expect(added.freeOn).toEqual({ date: '2025-11-19', slot: 'am' });
    expect(await waiting()).toEqual([{ name: 'Amara Okafor', freeOn: { date: '2025-11-19', slot: 'am' } }]);
  });

  test('says who waits when a place is given up, and a booking ends the waiting', async () => {
    const places = await fill(17, 18, 19, 20, 21);
    const thirteenth = await app.exclude('Amara Okafor');
    const added = await app.must('waiting.add', { exclusionId: thirteenth, providerId: centre });
    expect(added.freeOn).toBeUndefined();
    expect(await waiting()).toEqual([{ name: 'Amara Okafor', freeOn: undefined }]);

    const cancelled = await app.must('places.cancel', { placeIds: places.slice(0, 10), reason: 'Ill' });
    expect(cancelled.waiting).toEqual([
      { exclusionId: thirteenth, name: 'Amara Okafor', providerName: 'Youth Centre' },
    ]);
    expect(await waiting()).toEqual([{ name: 'Amara Okafor', freeOn: { date: '2025-11-17', slot: 'am' } }]);

    const sessions = daysOfNovember(17, 18, 19, 20, 21);
    await app.must('places.book', { exclusionId: thirteenth, providerId: centre, sessions });
    expect(await waiting()).toEqual([]);
  });

  test('a day that is full for one exclusion of a day has nothing free after it, and says so', async () => {
    await fill(17, 18);
    const short = await app.exclude('Amara Okafor', { end: { date: '2025-11-18', slot: 'pm' } });
    const { providers } = await app.must('places.next-free', { exclusionId: short });
    expect(providers[0]?.why).toBe(
      'Mon 17 November am and pm, Tue 18 November am and pm: full, all 12 places are taken.',
    );
  });

  test('lets nobody wait for what is free, and nobody twice', async () => {
    const exclusionId = await app.exclude('Amara Okafor');
    expect(await app.run('waiting.add', { exclusionId, providerId: centre })).toMatchObject({
      error: {
        message:
          'Nobody was put on the wait list: Youth Centre can take Amara Okafor now. Mon 17 November am is free: book it.',
      },
    });
    await fill(17, 18);
    await app.must('waiting.add', { exclusionId, providerId: centre });
    expect(await app.run('waiting.add', { exclusionId, providerId: centre })).toMatchObject({
      error: {
        message:
          'Amara Okafor waits for a place at Youth Centre already, since Wed 12 November 2025, 12.00 pm (Test Person).',
      },
    });
  });

  test('lets nobody wait whom it could never take', async () => {
    const oneDay = await app.exclude('Amara Okafor', { end: { date: '2025-11-17', slot: 'pm' } });
    expect(await app.run('waiting.add', { exclusionId: oneDay, providerId: centre })).toMatchObject({
      error: {
        message:
          'Nobody was put on the wait list: Youth Centre could not take Amara Okafor even with places free. A stay there has at least 2 days, and this one would have 1. Choose another provider.',
      },
    });
  });

  test('a hold does not end the waiting, confirming it does', async () => {
    const places = await fill(17, 18);
    const exclusionId = await app.exclude('Amara Okafor');
    await app.must('waiting.add', { exclusionId, providerId: centre });
    await app.must('places.cancel', { placeIds: places.slice(0, 4), reason: 'Ill' });
    const sessions = [...MONDAY, ...daysOfNovember(18)];
    const run = { exclusionId, providerId: centre, sessions, hold: true };
    const { placeIds } = await app.must('places.book', run);
    expect(await waiting()).toHaveLength(1);
    await app.must('places.confirm', { placeIds });
    expect(await waiting()).toEqual([]);
  });
});
