import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openBook, type BookApp } from '../builders/provider-book.ts';
import { daysOfNovember, ruledProvider } from '../builders/ruled-provider.ts';

let app: BookApp;
let library: string;
let exclusionId: string;

beforeEach(async () => {
  app = await openBook();
  library = await ruledProvider(app, 'Grammar School Library', {
    kind: 'partner-school',
    capacity: 4,
    window: { fromDay: 1, toDay: 5 },
    escort: { fromDay: 1 },
  });
  exclusionId = await app.exclude('Amara Okafor', { end: { date: '2025-11-25', slot: 'pm' } });
});
afterEach(() => app.close());

const WEEK = ['2025-11-17', '2025-11-18', '2025-11-19', '2025-11-20', '2025-11-21'];

describe('seven days out, and a library for up to five of them', () => {
  test('days 1 to 5 are suggested with somebody sent along, and days 6 and 7 stay without, with the reason', async () => {
    await ruledProvider(app, 'Work at Home', { kind: 'home-study' });
    await ruledProvider(app, 'Learning Support', { kind: 'learning-support-unit' });
    const { runs, without } = await app.must('places.suggest', { exclusionId });
    expect(runs).toHaveLength(1);
    expect(runs[0]).toMatchObject({ providerId: library, escortDates: WEEK });
    expect(without.map(({ date, slot }) => `${date} ${slot}`)).toEqual([
      '2025-11-24 am',
      '2025-11-24 pm',
      '2025-11-25 am',
      '2025-11-25 pm',
    ]);
    expect(without[0]?.why).toBe(
      'Grammar School Library: it takes pupils up to day 5 of an exclusion, and this is day 6.\nLearning Support: using a learning support unit for an excluded pupil is against guidance.\nWork at Home: study at home counts only with a visit, so it is not proposed.',
    );
  });

  test('a day without a name makes the booking invalid, and nothing is booked', async () => {
    const escorts = WEEK.filter((date) => date !== '2025-11-18').map((date) => ({ date, name: 'Mr Hale' }));
    const run = { providerId: library, sessions: daysOfNovember(17, 18, 19, 20, 21), escorts };
    const refused = await app.run('places.book-itinerary', { exclusionId, runs: [run] });
    expect(refused).toMatchObject({
      ok: false,
      error: {
        message:
          'Nothing was booked at Grammar School Library for Amara Okafor. Tue 18 November am and pm: the school must send a member of staff from day 1, and nobody is named. Name who goes with the pupil on these days.',
        fields: [{ path: 'runs.0.sessions.2' }, { path: 'runs.0.sessions.3' }],
      },
    });
    expect((await app.book()).size).toBe(0);
  });
});
