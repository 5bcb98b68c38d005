import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { openPostgresStore } from '#main/storage/engines/postgres/postgres.ts';
import type { PostgresPlace } from '#main/storage/engines/postgres/place.ts';
import { openTestApp } from '../../builders/app.ts';
import { MONDAY, exclusionId } from './area-week.ts';

/**
 * Many PCs in one process, each with connections of its own and somebody who does something every few seconds, until the
 * process is ended: `busy-clients PLACE COUNT`. Says `ready` once each has asked something.
 */
const [placeText = '', countText = ''] = process.argv.slice(2);
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- our own parent
const place = JSON.parse(placeText) as PostgresPlace;
const count = Number(countText);
const PAUSE = 4000;

const clients = Array.from({ length: count }, (_, at) => {
  const app = openTestApp('2025-11-12', undefined, { store: openPostgresStore(place) });
  Object.assign(app.services, { newId: randomUUID });
  const work = [
    () => app.run('today.get', {}),
    () => app.run('places.board', { from: MONDAY, days: 5 }),
    () => app.run('places.itinerary', { exclusionId: exclusionId(at % 40) }),
    () => app.run('duties.board', {}),
    () => app.run('places.cancel', { placeIds: ['nobody'], reason: 'Ill' }),
  ];
  return {
    first: () => app.run('today.get', {}),
    next: (turn: number) => work[(turn + at) % work.length]?.(),
  };
});
for (const { first } of clients) await first();
process.stdout.write('ready\n');
await Promise.all(
  clients.map(async ({ next }, at) => {
    await sleep((PAUSE * at) / count);
    for (let turn = 0; ; turn += 1) {
      await next(turn);
      await sleep(PAUSE * (0.5 + Math.random()));
    }
  }),
);
