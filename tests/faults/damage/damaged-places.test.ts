import { expect, it } from 'vitest';
import { damagePlaces } from './damaged-places.ts';

/** Few, so that they take seconds; `node tests/faults/run-damage.ts` does five hundred. */
const PLACES = 20;
const SEED = 20_251_112;

it('a damaged place of the database is never taken for healthy', async () => {
  expect(await damagePlaces('database', PLACES, SEED)).toEqual({ told: PLACES, whole: 0, shorter: 0 });
}, 120_000);

it('a damaged log gives everything up to the damaged place, whole, or is told', async () => {
  const { told, whole, shorter } = await damagePlaces('log', PLACES, SEED);
  expect(told + whole + shorter).toBe(PLACES);
}, 120_000);

it('a damaged backup is never restored', async () => {
  expect(await damagePlaces('backup', PLACES, SEED)).toEqual({ told: PLACES, whole: 0, shorter: 0 });
}, 120_000);
