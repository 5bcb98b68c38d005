import { openTestApp } from '../../builders/app.ts';
import { budget, measurement, type Bench } from '../support/measurement.ts';
import { timeOf } from '../support/take-turns.ts';

const ROUNDS = 3;

/** From an empty database to the whole demonstration, as a newcomer waits for it: each round in a database of its own. */
export const demonstration: Bench = {
  name: 'demonstration',
  run: async () => {
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const app = openTestApp();
      try {
        times.push(await timeOf(() => app.must('setup.load-demonstration', {})));
      } finally {
        await app.close();
      }
    }
    const waited = budget('a budget of 5 s', 5000);
    return [measurement('demonstration: from empty to loaded', 'ms', times, waited)];
  },
};
