import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { handlers } from '#main/api/handlers.ts';
import { sendOutbox } from '#main/api/send-outbox.ts';
import { scramVerifier } from '#main/storage/shared/scram.ts';
import { TEST_PASSWORD } from '../builders/people.ts';
import { addAwayPupils, awayDraft } from '../builders/away-school.ts';
import {
  asOwner,
  makeSharedServer,
  openSharedApp,
  type SharedApp,
  type SharedDatabase,
} from '../builders/shared-app.ts';
import type { TestServer } from '../builders/postgres-server.ts';
import { makeTcpProxy, type TcpProxy } from '../builders/tcp-proxy.ts';

let server: TestServer;
let database: SharedDatabase;
let proxy: TcpProxy;
let folder: string;
let app: SharedApp;
const printed = mkdtempSync(join(tmpdir(), 'first-day-printed-'));
let pupils: readonly string[];
const portBefore = process.env['FIRST_DAY_TEST_SERVER_PORT'];

beforeAll(async () => {
  ({ server, database } = await makeSharedServer());
  const schoolId = await database.school();
  pupils = await addAwayPupils(database.store);
  await database.person({ name: 'Mrs Head', roles: ['decider'], schoolId });
}, 120_000);
afterAll(async () => {
  await database.close();
  await server.remove();
  if (portBefore !== undefined) process.env['FIRST_DAY_TEST_SERVER_PORT'] = portBefore;
});

const openApp = (name?: string) => {
  const servers = [{ host: '127.0.0.1', port: proxy.port }];
  return openSharedApp(
    { join: { ...database.join, servers } },
    { away: folder, ...(name === undefined ? {} : { name }) },
  );
};

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'first-day-away-'));
  proxy = await makeTcpProxy(server.port);
  app = await openApp('Mrs Head');
  await app.office.away?.refresh();
});
afterEach(async () => {
  await app.close();
  await proxy.close();
  await server.start().catch(() => undefined);
});

const setPassword = (login: string, password: string) =>
  asOwner(database.place, async (client) => {
    await client.query(`ALTER ROLE "${login}" PASSWORD '${await scramVerifier(password)}'`);
  });

/** The next commit reaches the server, and its answer does not come back. */
const loseNextCommit = () =>
  proxy.behave({
    toServer: (bytes) => {
      if (!bytes.includes('COMMIT') || !bytes.includes('command_receipts')) return 'pass';
      proxy.refuse();
      return 'swallow-answer';
    },
  });

const send = () => sendOutbox(app.services, handlers);
const once = () => ({ commandId: randomUUID() });
const nothing = { ok: true, value: {} };

async function must<T>(asked: Promise<{ ok: true; value: T } | { ok: false; error: unknown }>): Promise<T> {
  const result = await asked;
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** Drafts and issues an exclusion, fills its letter and logs it as sent; gives the exclusion's id. */
async function excludeWithLetter(pupilId: string): Promise<string> {
  const draft = awayDraft(pupilId);
  const kept = await must(app.ask('exclusions.save-draft', draft, once()));
  const issued = await must(app.ask('exclusions.issue', { ...draft, ...kept }, once()));
  const { letters } = await app.must('letters.list', { exclusionId: issued.id });
  const letter = letters.find(({ templateId, needed }) => needed && templateId.startsWith('parents-'));
  const one = { exclusionId: issued.id, templateId: letter?.templateId ?? '' };
  const gaps = { work: 'Work is on the website.' };
  const filled = await must(app.ask('letters.save', { ...one, gaps }, once()));
  const how = { sentTo: 'Ms Dana Ashdown', sentHow: 'by hand' as const, sentOn: '2025-11-12' };
  await must(app.ask('letters.issue', { ...one, ...how, version: filled.version }, once()));
  // As Word: PDF is the window's.
  const destination = app.services.files.register(join(printed, `${issued.id}.docx`), 'write').fileId;
  await must(app.ask('letters.export', { ...one, format: 'docx', destination }, once()));
  return issued.id;
}

const atServer = () =>
  database.store.read(async (db) => {
    const { exclusions, letterIssues, audit } = db.tables;
    const states = await db.select({ id: exclusions.id, state: exclusions.state }).from(exclusions);
    const sent = await db.select({ exclusionId: letterIssues.exclusionId }).from(letterIssues);
    const trail = await db
      .select({
        operation: audit.operation,
        subjectId: audit.subjectId,
        subjectType: audit.subjectType,
        detail: audit.detail,
      })
      .from(audit)
      .orderBy(audit.id);
    return { states, sent, trail };
  });

describe('a morning without the server', () => {
  it('three exclusions with their letters are recorded, and sent in order, each once, when it is back', async () => {
    const before = await atServer();
    await server.stop();
    expect(await app.must('pupils.list', {})).toBeDefined();
    const done: string[] = [];
    for (const pupilId of pupils) done.push(await excludeWithLetter(pupilId));
    expect(await app.must('outbox.status', {})).toMatchObject({ waiting: 15, stopped: 0, away: {} });
    expect(await send()).toBe(false);

    await server.start();
    expect(await send()).toBe(true);
    expect(await app.must('outbox.status', {})).toEqual({ waiting: 0, stopped: 0 });
    const after = await atServer();
    expect(after.states.slice(before.states.length).map(({ state }) => state)).toEqual(
      Array.from({ length: 3 }, () => 'issued'),
    );
    expect(new Set(after.states.map(({ id }) => id))).toEqual(
      new Set([...before.states.map(({ id }) => id), ...done]),
    );
    expect(after.sent.map(({ exclusionId }) => exclusionId).toSorted()).toEqual(done.toSorted());
    expect(readdirSync(printed)).toHaveLength(3);
    expect(after.trail.filter(({ operation }) => operation === 'outbox.printed')).toHaveLength(3);
    const issued = after.trail.filter(
      ({ operation, subjectType }) => operation === 'exclusions.issue' && subjectType === 'exclusion',
    );
    expect(issued.map(({ subjectId }) => subjectId)).toEqual(done);
    expect(issued[0]?.detail).toMatchObject({ givenAt: '2025-11-12T12:00:00.000Z' });
  });

  it('each is done once, too, when the connection dies right after a commit', async () => {
    const before = await atServer();
    proxy.refuse();
    proxy.cut();
    const [pupil = ''] = pupils;
    const draft = { ...awayDraft(pupil), startDate: '2025-11-24' };
    await must(app.ask('exclusions.save-draft', draft, once()));
    proxy.heal();
    loseNextCommit();
    expect(await send()).toBe(false);
    proxy.heal();
    expect(await send()).toBe(true);
    expect((await atServer()).states).toHaveLength(before.states.length + 1);
  });

  it('a command whose commit went through unheard goes on from what is kept, and is done once', async () => {
    const before = await atServer();
    const [pupil = ''] = pupils;
    loseNextCommit();
    const draft = { ...awayDraft(pupil), startDate: '2025-12-08' };
    const kept = await must(app.ask('exclusions.save-draft', draft, once()));
    expect(await app.must('outbox.status', {})).toMatchObject({ waiting: 1 });
    const changed = { ...draft, ...kept, incidentPlace: 'Gym' };
    await must(app.ask('exclusions.save-draft', changed, once()));
    proxy.heal();
    expect(await send()).toBe(true);
    expect(await app.must('outbox.status', {})).toEqual({ waiting: 0, stopped: 0 });
    const { states } = await atServer();
    expect(states.map(({ id }) => id).toSorted()).toEqual(
      [...before.states.map(({ id }) => id), kept.id].toSorted(),
    );
  });

  it('bookings wait for the live book, and say so', async () => {
    proxy.refuse();
    proxy.cut();
    await app.must('pupils.list', {});
    expect(await app.ask('places.confirm', { placeIds: ['place-1'] }, once())).toMatchObject({
      error: { code: 'unreachable', message: expect.stringContaining('live book') as string },
    });
    expect(await app.ask('contacts.remove', { id: 'contact-1' }, once())).toMatchObject({
      error: { code: 'unreachable', message: expect.stringContaining('This waits for it') as string },
    });
    expect(await app.must('outbox.status', {})).toMatchObject({ waiting: 0 });
  });

  it('signing in with the same password opens what this PC keeps, and what waits is still there', async () => {
    proxy.refuse();
    proxy.cut();
    const [, pupil = ''] = pupils;
    await must(app.ask('exclusions.save-draft', { ...awayDraft(pupil), startDate: '2025-12-01' }, once()));
    await app.close();
    app = await openApp();
    expect(await app.signIn('Mrs Head', 'not the password')).toMatchObject({ ok: false });
    expect(await app.signIn('Mrs Head')).toMatchObject({ ok: true });
    expect(await app.must('outbox.list', {})).toMatchObject({
      entries: [{ what: 'Keep a draft', pupilName: 'Callum Orme', state: 'waiting' }],
    });
    expect((await app.must('pupils.list', {})).total).toBe(3);
    proxy.heal();
    expect(await send()).toBe(true);
  });

  it('what the server refuses stops with what it said, and what came after it about that pupil; the rest goes on', async () => {
    proxy.refuse();
    proxy.cut();
    const [, , third = ''] = pupils;
    const mine = { ...awayDraft(third), startDate: '2026-01-12', incidentAccount: 'Mine.' };
    const kept = await must(app.ask('exclusions.save-draft', mine, once()));
    await must(app.ask('exclusions.issue', { ...mine, ...kept }, once()));
    const [first = ''] = pupils;
    await must(app.ask('exclusions.save-draft', { ...awayDraft(first), startDate: '2026-02-02' }, once()));
    // At another desk, whose line to the server holds, the same is recorded meanwhile.
    const elsewhere = await openSharedApp(database, { name: 'Mrs Head' });
    await must(elsewhere.ask('exclusions.issue', { ...mine, incidentAccount: 'Theirs.' }));
    await elsewhere.close();
    proxy.heal();
    expect(await send()).toBe(true);
    const { entries } = await app.must('outbox.list', {});
    expect(entries).toMatchObject([{ what: 'Issue an exclusion', state: 'stopped' }]);
    const [stopped] = entries;
    expect(stopped?.said).toContain('already recorded');
    expect(stopped?.draft).toMatchObject({ incidentAccount: 'Mine.' });
    expect(await app.ask('outbox.try-again', { id: stopped?.id ?? '' })).toEqual(nothing);
    expect(await send()).toBe(true);
    expect(await app.must('outbox.status', {})).toEqual({ waiting: 0, stopped: 1 });
    const reason = 'Already issued at the other desk.';
    expect(await app.ask('outbox.discard', { id: stopped?.id ?? '', reason })).toEqual(nothing);
    expect(await app.must('outbox.list', {})).toEqual({ entries: [] });
    const { trail } = await atServer();
    expect(trail.findLast(({ operation }) => operation === 'outbox.discard')?.detail).toMatchObject({
      reason,
    });
  });

  it('a password that was changed elsewhere meanwhile is asked for, and what waits goes with it', async () => {
    proxy.refuse();
    proxy.cut();
    const [pupil = ''] = pupils;
    await must(app.ask('exclusions.save-draft', { ...awayDraft(pupil), startDate: '2026-03-02' }, once()));
    const login = app.office.shared.loginRole() ?? '';
    await setPassword(login, 'three large green lamps');
    proxy.heal();
    expect(await send()).toBe(false);
    expect(await app.must('outbox.status', {})).toMatchObject({ away: { newPassword: true }, waiting: 1 });
    await app.must('session.lock', {});
    expect(await app.ask('session.unlock', { password: 'three large green lamps' })).toEqual(nothing);
    expect(await send()).toBe(true);
    expect(await app.must('outbox.status', {})).toEqual({ waiting: 0, stopped: 0 });
    await setPassword(login, TEST_PASSWORD);
  });

  it('nothing of it lies in the folder in clear', () => {
    const files = readdirSync(folder);
    expect(files).toHaveLength(1);
    const text = files.map((file) => readFileSync(join(folder, file), 'latin1')).join('');
    for (const word of ['Draycott', 'Niamh', 'Mrs Head', 'SQLite format']) expect(text).not.toContain(word);
  });
});
