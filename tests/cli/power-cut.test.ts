import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createRandom } from '#main/demonstration/random.ts';
import { openStore } from '../builders/database.ts';
import { onResults, spawnCli } from '../builders/cli.ts';
import { signInOptions } from '../builders/cli-person.ts';
import { openBook, wholeWeek, type BookApp } from '../builders/provider-book.ts';
import { runs } from '../builders/runs.ts';

const COMMANDS = runs(200);
/** Processes killed one after another; each goes on where the one before was stopped. */
const KILLS = runs(16);

let book: BookApp;
let signIn: readonly string[];

beforeAll(async () => {
  book = await openBook();
  signIn = await signInOptions(book);
});

afterAll(() => book.close());

/** Adds a provider with its ten sessions: several rows in two tables, which must come or stay away together. */
const command = (n: number): string =>
  JSON.stringify({
    operation: 'providers.save',
    input: { kind: 'pru', name: `Provider ${n}`, sessions: wholeWeek(4) },
  });

/** Feeds the commands from `from` on and kills the process after a while; gives how many were acknowledged. */
async function runUntilKilled(from: number, afterMs: number | undefined): Promise<number> {
  const child = await spawnCli(['batch', ...signIn, '--today', '2025-11-12']);
  let acknowledged = 0;
  const first = new Promise<void>((resolve) => {
    onResults(child, (result) => {
      expect(result.ok).toBe(true);
      acknowledged += 1;
      resolve();
    });
    child.on('close', () => resolve());
  });
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  child.stdin?.on('error', () => undefined);
  child.stdin?.end(Array.from({ length: COMMANDS - from }, (_, at) => command(from + at)).join('\n'));
  if (afterMs !== undefined) {
    await first;
    await sleep(afterMs);
    child.kill('SIGKILL');
  }
  await ended;
  return acknowledged;
}

async function readBack() {
  const store = openStore(join(book.folder, 'first-day.db'));
  const found = await store.read(async (db) => ({
    providers: await db.select().from(db.tables.providers),
    sessions: await db.select().from(db.tables.providerSessions),
    audit: await db.select().from(db.tables.audit),
  }));
  await store.close();
  return found;
}

it('kill -9 at random moments loses no acknowledged command and leaves none half done', async () => {
  const random = createRandom(7);
  let done = 0;
  for (let kill = 0; kill < KILLS && done < COMMANDS; kill += 1) {
    const acknowledged = await runUntilKilled(done, random.int(0, 40));
    const { providers, sessions, audit } = await readBack();
    const names = new Set(providers.map(({ name }) => name));
    for (let n = done; n < done + acknowledged; n += 1) expect(names).toContain(`Provider ${n}`);
    // At most the one command under way may be there without its acknowledgement: whole.
    expect(providers.length - done - acknowledged).toBeLessThanOrEqual(1);
    expect(sessions).toHaveLength(providers.length * 10);
    expect(audit.filter(({ operation }) => operation === 'providers.save')).toHaveLength(providers.length);
    done = providers.length;
  }
  expect(done).toBeGreaterThan(KILLS / 2);
  if (done < COMMANDS) await runUntilKilled(done, undefined);
  const { providers } = await readBack();
  expect(providers).toHaveLength(COMMANDS);
  expect(new Set(providers.map(({ name }) => name)).size).toBe(COMMANDS);
}, 180_000);
