import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { makeJoinDesk } from '#main/office/shared/join-desk.ts';
import { parseJoinFile, writeJoinFile, type JoinFile } from '#main/office/shared/join-file.ts';
import { joinFileIn } from '#main/platform/data-folder.ts';
import { openTestApp } from '../builders/app.ts';
import { auditOf } from '../builders/audit-of.ts';
import { openStore } from '../builders/database.ts';
import { addPerson, TEST_PASSWORD } from '../builders/people.ts';
import { runWith } from '../builders/run-with.ts';

const server = { host: '127.0.0.1', port: Number(process.env['FIRST_DAY_TEST_SERVER_PORT']) };
const FILE: JoinFile = {
  kind: 'first-day-shared-database',
  version: 1,
  name: 'Fenland',
  database: 'first_day',
  servers: [server],
  tls: { mode: 'none' },
};

let folder: string;
let given: string;
let begun: number;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'first-day-joining-'));
  given = join(folder, 'given.json');
  begun = 0;
  await writeJoinFile(given, FILE);
});

const openApp = () => {
  const app = openTestApp('2025-11-12', mkdtempSync(join(tmpdir(), 'first-day-own-')), {
    store: openStore(join(folder, 'first-day.db')),
  });
  const joining = makeJoinDesk({ folder, beginAnew: () => (begun += 1) });
  const { fileId } = app.services.files.register(given);
  return { app, joining, fileId };
};

describe('joining a shared database (sharing.look, sharing.join, sharing.leave)', () => {
  it('shows what the file says and that the server answers, though there is no such database yet', async () => {
    const { app, joining, fileId } = openApp();
    const looked = await runWith(app, { joining }, 'sharing.look', { fileId });
    expect(looked).toMatchObject({
      ok: true,
      value: {
        about: { name: 'Fenland', database: 'first_day', servers: [`127.0.0.1:${String(server.port)}`] },
      },
    });
    await app.close();
  });

  it('says why a server does not answer, and lets join all the same', async () => {
    await writeJoinFile(given, { ...FILE, servers: [{ host: '127.0.0.1', port: 9 }] });
    const { app, joining, fileId } = openApp();
    expect(await runWith(app, { joining }, 'sharing.look', { fileId })).toMatchObject({
      value: { why: expect.stringMatching(/cannot be reached/) as string },
    });
    expect(await runWith(app, { joining }, 'sharing.join', { fileId })).toEqual({ ok: true, value: {} });
    await app.close();
  });

  it('joins: the file lies in the data folder, the window begins anew, and the PC’s own trail says so', async () => {
    const { app, joining, fileId } = openApp();
    await runWith(app, { joining }, 'sharing.join', { fileId });
    expect(existsSync(joinFileIn(folder))).toBe(true);
    expect(begun).toBe(1);
    expect(await auditOf(app, 'sharing.join')).toMatchObject([{ subjectId: 'first_day' }]);
    await joining.leave();
    expect(existsSync(joinFileIn(folder))).toBe(false);
    expect(existsSync(`${joinFileIn(folder)}.left`)).toBe(true);
    await app.close();
  });

  it('the first who signs in afterwards has it in their row, and nobody after them', async () => {
    const { app, joining, fileId } = openApp();
    await addPerson(app.services.store, { name: 'Ada Lane', roles: ['administrator'] });
    const signIn = () =>
      runWith(app, { joining }, 'session.sign-in', { name: 'Ada Lane', password: TEST_PASSWORD });
    await runWith(app, { joining }, 'sharing.join', { fileId });
    expect(joining.unnoted()).toEqual({ change: 'joined', database: 'first_day' });
    await joining.leave();
    expect(await signIn()).toMatchObject({ ok: true });
    expect(await signIn()).toMatchObject({ ok: true });
    const rows = await auditOf(app, 'session.sign-in');
    expect(rows.map(({ detail }) => detail)).toEqual([{ leftWithThisComputer: 'first_day' }, null]);
    await app.close();
  });

  it('is the administrator’s, and is refused where there is no window', async () => {
    const { app, fileId } = openApp();
    expect(await app.run('sharing.join', { fileId }, 'recorder')).toMatchObject({
      error: { code: 'not-permitted' },
    });
    expect(await app.run('sharing.join', { fileId })).toMatchObject({ error: { code: 'refused' } });
    expect(await app.run('sharing.leave', {})).toMatchObject({ error: { code: 'refused' } });
    await app.close();
  });

  it('leaving is refused on a PC that has joined nothing', async () => {
    const { app, joining } = openApp();
    expect(await runWith(app, { joining }, 'sharing.leave', {})).toMatchObject({
      error: { code: 'refused' },
    });
    expect(begun).toBe(0);
    await app.close();
  });

  it.each([
    ['something else', '{"kind":"letter"}'],
    ['no JSON', 'hello'],
    [
      'a server elsewhere in clear',
      JSON.stringify({ ...FILE, servers: [{ host: 'db.example', port: 5432 }] }),
    ],
    ['a database whose name is a statement', JSON.stringify({ ...FILE, database: 'x"; DROP' })],
    ['a certificate that is none', JSON.stringify({ ...FILE, tls: { mode: 'verify', ca: 'trust me' } })],
    ['no server', JSON.stringify({ ...FILE, servers: [] })],
  ])('refuses %s', async (_, text) => {
    writeFileSync(given, text);
    expect(parseJoinFile(text).ok).toBe(false);
    const { app, joining, fileId } = openApp();
    expect(await runWith(app, { joining }, 'sharing.join', { fileId })).toMatchObject({
      error: { message: expect.stringMatching(/not a file to join/) as string },
    });
    expect(existsSync(joinFileIn(folder))).toBe(false);
    await app.close();
  });
});
