import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { openPostgresStore } from '#main/storage/engines/postgres/postgres.ts';
import { openTestApp } from '../../builders/app.ts';
import { repeatableRandom } from '../../builders/repeatable-random.ts';
import type { Said, Task } from './talk.ts';

/**
 * One PC of many at the last places of a provider: books one for a pupil of its own in a session drawn by chance, and
 * now and then gives one back. The second line of input lets it go.
 */
const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const first = await lines.next();
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- our own parent
const task = JSON.parse(String(first.value)) as Task;
const { providerId, sessions, exclusionIds } = task;
const below = repeatableRandom(task.seed);
const app = openTestApp(task.today, undefined, { store: openPostgresStore(task.place) });
// Numbers counted from one are given by every PC at once.
Object.assign(app.services, { newId: randomUUID });
const say = (said: Said | 'ready') => writeSync(1, `${said === 'ready' ? said : JSON.stringify(said)}\n`);
await app.services.store.read(async (db) => db.select().from(db.tables.workspace));
say('ready');
await lines.next();

const mine: string[] = [];
for (let attempt = 1; attempt <= task.attempts; attempt += 1) {
  const start = performance.now();
  const took = () => Math.round((performance.now() - start) * 100) / 100;
  const given = mine.length > 0 && below(4) === 0 ? mine.splice(below(mine.length), 1)[0] : undefined;
  if (given !== undefined) {
    const result = await app.run('places.cancel', { placeIds: [given], reason: 'No longer needed' });
    say({ did: 'cancel', took: took(), placeId: given, ...(result.ok ? {} : { code: result.error.code }) });
    if (!result.ok && result.error.code === 'unreachable') await sleep(100 + below(200));
    continue;
  }
  const exclusionId = exclusionIds[below(exclusionIds.length)] ?? '';
  const session = sessions[below(sessions.length)];
  const result = await app.run('places.book', {
    exclusionId,
    providerId,
    sessions: session ? [session] : [],
  });
  const placeId = result.ok ? result.value.placeIds[0] : undefined;
  if (placeId !== undefined) mine.push(placeId);
  say({
    did: 'book',
    took: took(),
    ...(placeId === undefined ? {} : { placeId }),
    ...(result.ok ? {} : { code: result.error.code }),
  });
  if (!result.ok && result.error.code === 'unreachable') await sleep(100 + below(200));
}
await app.close();
process.exit(0);
