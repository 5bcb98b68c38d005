import { expect, it } from 'vitest';
import { killKinds } from './kills/kinds.ts';
import { killRounds } from './kills/kill-rounds.ts';

/** One of each kind, so that they take seconds; `node tests/faults/run-kills.ts` does a thousand. */
const KILLS = 1;

it.each(Object.keys(killKinds))(
  'kill -9 in the middle of a %s loses nothing acknowledged, leaves nothing half done, and the database opens',
  async (name) => {
    const { kills, acknowledged } = await killRounds(name, KILLS, 20_251_112);
    expect(kills).toBe(KILLS);
    expect(acknowledged).toBeGreaterThan(0);
  },
  240_000,
);
