import { openTestApp, type TestApp } from '../../builders/app.ts';
import { MONDAY, WEEK, exclusionId, fillBook } from '../support/area-week.ts';
import { measured, measurement, type Bench } from '../support/measurement.ts';
import { openRaw } from '../support/raw-database.ts';
import { takeTurns, timeOf } from '../support/take-turns.ts';

/** The board of a week with every provider of a large area. */
export const board: Bench = {
  name: 'board',
  run: async () => {
    const app = openTestApp();
    try {
      await fillBook(app);
      return await measureBoard(app);
    } finally {
      await app.close();
    }
  },
};

async function measureBoard(app: TestApp) {
  const bare = openRaw(app.services.store.location);
  try {
    const count = bare.prepare(
      `SELECT provider_id, date, slot, state, count(*) FROM places
       WHERE date BETWEEN ? AND ? AND (state = 'booked' OR (state = 'held' AND held_until > ?))
       GROUP BY provider_id, date, slot, state`,
    );
    const now = app.services.clock.now();
    const samples = await takeTurns(
      [
        async () => ({ board: await timeOf(() => app.must('places.board', { from: MONDAY, days: 5 })) }),
        async () => ({
          'for a pupil': await timeOf(() =>
            app.must('places.board', { from: MONDAY, days: 5, exclusionId: exclusionId(0) }),
          ),
        }),
        async () => ({ count: await timeOf(() => count.all(MONDAY, WEEK.at(-1), now)) }),
      ],
      { warmUps: 10, rounds: 61, limit: 15 },
    );
    const yardstick = measured('one SQL query that counts the places', samples('count'));
    return [
      measurement('board: 60 providers, 10 sessions, 400 places', 'ms', samples('board'), yardstick),
      measurement('board: the same with a pupil picked', 'ms', samples('for a pupil'), yardstick),
    ];
  } finally {
    bare.close();
  }
}
