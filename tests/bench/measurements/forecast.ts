import { openTestApp } from '../../builders/app.ts';
import { budget, measurement, type Bench } from '../support/measurement.ts';
import { takeTurns, timeOf } from '../support/take-turns.ts';

/** The forecast of places with its test on the past, over the demonstration's history. */
export const forecast: Bench = {
  name: 'forecast',
  run: async () => {
    const app = openTestApp('2025-11-12');
    try {
      await app.must('setup.load-demonstration', { seed: 1 });
      let saves = 0;
      const samples = await takeTurns(
        [
          async () => {
            // Somebody saved something in between: everything is read and tested anew.
            saves += 1;
            const urn = String(100_000 + saves);
            await app.services.store.write((db) => db.update(db.tables.schools).set({ urn }));
            return { anew: await timeOf(() => app.must('forecast.get', {})) };
          },
          async () => ({ again: await timeOf(() => app.must('forecast.get', {})) }),
        ],
        { warmUps: 5, rounds: 31, limit: 15 },
      );
      return [
        measurement(
          'forecast: three school years, tested on the past',
          'ms',
          samples('anew'),
          budget('a budget of 100 ms', 100),
        ),
        measurement(
          'forecast: asked again, nothing saved',
          'ms',
          samples('again'),
          budget('a budget of 10 ms', 10),
        ),
      ];
    } finally {
      await app.close();
    }
  },
};
