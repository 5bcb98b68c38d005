import { randomUUID } from 'node:crypto';
import { connect, createServer, type Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { AppEvent } from '#shared/contract/events.ts';
import { followOthers } from '#main/office/shared/follow-others.ts';
import { connectFirst } from '#main/storage/engines/postgres/connect.ts';
import { listenTo } from '#main/storage/engines/postgres/listen.ts';
import type { Heard } from '#main/storage/engines/postgres/announce.ts';
import type { PostgresPlace } from '#main/storage/engines/postgres/place.ts';
import { openPostgresStore } from '#main/storage/engines/postgres/postgres.ts';
import { openTestApp } from '../builders/app.ts';
import { asSuperuser, newPostgresDatabase } from '../builders/postgres-database.ts';
import { makeTestServer, type TestServer } from '../builders/postgres-server.ts';
import { setUpDraft } from '../builders/live-school.ts';

let program = 0;
const ends: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
});

/** A program at the shared database: its operations, and what its window is told from `listen` on. */
function openProgram(place: PostgresPlace) {
  const programId = `program-${String((program += 1))}`;
  const told: AppEvent[] = [];
  const app = openTestApp('2025-11-12', undefined, { store: openPostgresStore(place), programId });
  ends.push(() => app.close());
  const listen = async () => {
    ends.push(followOthers(place, { programId, send: (event) => told.push(event) }));
    await vi.waitFor(() => expect(told).toEqual([{ type: 'missed' }]), SOON);
  };
  return { app, told, listen };
}

const SOON = { timeout: 20_000, interval: 2 };

const operations = (told: readonly AppEvent[]): readonly string[] =>
  told.flatMap((event) => (event.type === 'done' ? [event.operation] : []));

describe('two programs at one shared database', () => {
  it('hear of each other’s commands well under a second, and not of their own', async () => {
    const place = await newPostgresDatabase();
    const one = openProgram(place);
    const school = await setUpDraft(one.app);
    const two = openProgram(place);
    await Promise.all([one.listen(), two.listen()]);

    await one.app.must('exclusions.save-draft', school.draft);
    const began = performance.now();
    await vi.waitFor(() => expect(operations(two.told)).toEqual(['exclusions.save-draft']), SOON);
    expect(performance.now() - began).toBeLessThan(1000);

    await two.app.must('exclusions.save-draft', { ...school.draft, incidentAccount: 'Another.' });
    await vi.waitFor(() => expect(operations(one.told)).toEqual(['exclusions.save-draft']), SOON);
    expect(operations(two.told)).toEqual(['exclusions.save-draft']);
  });

  it('hear nothing of what was refused, and nothing of what changed nothing', async () => {
    const place = await newPostgresDatabase();
    const one = openProgram(place);
    const school = await setUpDraft(one.app);
    const saved = await one.app.must('exclusions.save-draft', school.draft);
    const two = openProgram(place);
    await two.listen();

    expect(
      await one.app.run('exclusions.save-draft', { ...school.draft, ...saved, version: 7 }),
    ).toMatchObject({
      error: { code: 'conflict' },
    });
    await one.app.must('exclusions.save-draft', { ...school.draft, ...saved });
    // What comes after them is heard: they would have been by now.
    await one.app.must('exclusions.discard-draft', { id: saved.id });
    await vi.waitFor(() => expect(operations(two.told)).toEqual(['exclusions.discard-draft']), SOON);
  });

  it('believe nobody who sends something else', async () => {
    const place = await newPostgresDatabase();
    const { told, listen } = openProgram(place);
    await listen();
    const send = (text: string) => `SELECT pg_notify('first_day', '${text}')`;
    const said = (operation: string) =>
      send(`{"operation":"${operation}","from":"x","id":"${randomUUID()}"}`);
    await asSuperuser(
      place,
      ...['', '{', 'null', '7', '{"operation":1,"from":"x","id":"y"}'].map(send),
      ...['session.work-as', 'places.board', '__proto__', 'places.cancel'].map(said),
    );
    await vi.waitFor(() => expect(operations(told)).toEqual(['places.cancel']), SOON);
  });
});

describe('what is announced', () => {
  it('is heard after the commit and not before it, and never after a rollback', async () => {
    const place = await newPostgresDatabase();
    const store = openPostgresStore(place);
    const heard: Heard[] = [];
    const { listening, onListening } = untilListening();
    ends.push(() => store.close(), listenTo(place, { onHeard: (one) => heard.push(one), onListening }));
    await listening;

    await store
      .write(async (db) => {
        await db.announce?.({ operation: 'undone', from: 'me' });
        throw new Error('no');
      })
      .catch(() => undefined);
    await store.write(async (db) => {
      await db.announce?.({ operation: 'done', from: 'me', beyond: 'something' });
      // Whoever else commits now is heard at once.
      await asSuperuser(
        place,
        `SELECT pg_notify('first_day', '{"operation":"between","from":"x","id":"1"}')`,
      );
      await vi.waitFor(() => expect(heard.map(({ operation }) => operation)).toEqual(['between']), SOON);
    });
    await vi.waitFor(
      () => expect(heard.map(({ operation }) => operation)).toEqual(['between', 'done']),
      SOON,
    );
    expect(heard[1]).toMatchObject({ from: 'me' });
  });

  it('goes to the school alone by name, to everybody else only as what they may know', async () => {
    const place = await newPostgresDatabase();
    const { app } = openProgram(place);
    await setUpDraft(app);
    const own: string[] = [];
    const elsewhere: string[] = [];
    const { client: stranger } = await strangerAt(place);
    stranger.on('notification', ({ payload }) => elsewhere.push(payload ?? ''));
    const { listening, onListening } = untilListening();
    ends.push(listenTo(place, { onHeard: ({ operation }) => own.push(operation), onListening }));
    await listening;

    await app.services.store.write(async (db) => {
      await db.announce?.({ operation: 'exclusions.cancel', from: 'me', beyond: 'places.book' });
    });
    await app.services.store.write(async (db) => {
      await db.announce?.({ operation: 'support.raise', from: 'me' });
    });
    await app.services.store.write(async (db) => {
      await db.announce?.({ operation: 'places.cancel', from: 'me', beyond: 'places.book' });
    });
    await vi.waitFor(() => expect(own).toEqual(['exclusions.cancel', 'support.raise', 'places.cancel']));
    await vi.waitFor(() => expect(elsewhere).toHaveLength(2));
    expect(elsewhere.join()).not.toMatch(/exclusions|support|cancel/);
  });
});

function untilListening() {
  let onListening: () => void = () => undefined;
  const listening = new Promise<void>((resolve) => {
    onListening = resolve;
  });
  return { listening, onListening };
}

/** Somebody with a login and no more than the name that everybody knows. */
async function strangerAt(place: PostgresPlace) {
  const { client } = await connectFirst(place);
  await client.query('LISTEN first_day');
  ends.push(() => client.end());
  return { client };
}

it('a connection that died without a word is noticed and made again', async () => {
  const place = await newPostgresDatabase();
  const [at] = place.servers;
  const pairs: Socket[] = [];
  const cable = createServer((near) => {
    const far = connect(at?.port ?? 0, at?.host);
    near
      .on('error', () => undefined)
      .pipe(far.on('error', () => undefined))
      .pipe(near);
    pairs.push(near, far);
  });
  await new Promise<void>((done) => cable.listen(0, '127.0.0.1', done));
  const address = cable.address();
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
  const events: string[] = [];
  ends.push(
    async () => {
      for (const one of pairs) one.destroy();
      await new Promise((done) => cable.close(done));
    },
    listenTo(
      { ...place, servers: [{ host: '127.0.0.1', port }] },
      {
        onHeard: () => undefined,
        onListening: () => events.push('listening'),
        onSilent: () => events.push('silent'),
        times: { beat: 30, patience: 400, pause: 20 },
      },
    ),
  );
  await vi.waitFor(() => expect(events).toEqual(['listening']), SOON);
  // A pulled cable: nothing goes through, and neither end is told.
  for (const one of pairs) one.unpipe().pause();
  await vi.waitFor(() => expect(events).toEqual(['listening', 'silent', 'listening']), SOON);
});

describe('a server that goes away', () => {
  let server: TestServer;
  beforeAll(async () => {
    // What was made before the power cut is to be there after it.
    server = await makeTestServer(['fsync = on']);
  }, 180_000);
  afterAll(() => server.remove());

  it('is found again by itself, and everything is asked for anew', async () => {
    const events: string[] = [];
    const place = server.place('postgres');
    await asSuperuser(
      place,
      'CREATE TABLE workspace (id int, home_school_id text, authority_code text, created_at text)',
    );
    ends.push(
      listenTo(place, {
        onHeard: ({ operation }) => events.push(operation),
        onListening: () => events.push('listening'),
        times: { pause: 20, longest: 100 },
      }),
    );
    await vi.waitFor(() => expect(events).toEqual(['listening']), SOON);
    await server.stop('kill');
    await server.start();
    await vi.waitFor(() => expect(events).toEqual(['listening', 'listening']), SOON);
    await asSuperuser(place, `SELECT pg_notify('first_day', '{"operation":"again","from":"x","id":"1"}')`);
    await vi.waitFor(() => expect(events.at(-1)).toBe('again'), SOON);
  });
});
