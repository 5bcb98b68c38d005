import { describe, expect, it } from 'vitest';
import { contend } from './contention/contend.ts';

// Fifty processes and ten thousand attempts: tests/shared/run-contention.ts, by hand.
describe('several PCs at the last places of 20 sessions', () => {
  it('never take one too many, while PCs are switched off and the server loses power', async () => {
    const { said, wrong, deadlocks } = await contend({
      clients: 4,
      attempts: 120,
      seed: 7,
      kills: 2,
      crashes: 1,
    });
    expect(wrong).toEqual([]);
    expect(deadlocks).toBe(0);
    expect(said.filter(({ did, code }) => did === 'book' && code === undefined).length).toBeGreaterThan(10);
    const codes = new Set(said.flatMap(({ code }) => code ?? []));
    expect(
      [...codes].filter(
        (code) => !['place-full', 'conflict', 'unreachable', 'refused', 'not-found'].includes(code),
      ),
    ).toEqual([]);
  });
});
