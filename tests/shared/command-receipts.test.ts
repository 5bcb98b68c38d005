import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fixedClock } from '#main/platform/clock.ts';
import { addPupils, pupilRecord } from '../builders/pupil-row.ts';
import {
  makeSharedDatabase,
  openSharedApp,
  type SharedApp,
  type SharedDatabase,
} from '../builders/shared-app.ts';
import { makeTcpProxy, type TcpProxy } from '../builders/tcp-proxy.ts';

const FIRST = { commandId: '0d6c0f7e-4e0c-4a84-9a3c-0f4c1f0a0001' };

let database: SharedDatabase;
let proxy: TcpProxy;
let app: SharedApp;
beforeEach(async () => {
  database = await makeSharedDatabase();
  const schoolId = await database.school();
  await addPupils({ services: { store: database.store, clock: fixedClock('2025-11-12') } }, [
    pupilRecord(1, { surname: 'Draycott', forename: 'Niamh' }),
  ]);
  await database.person({ name: 'Amara Okafor', roles: ['administrator', 'decider'], schoolId });
  proxy = await makeTcpProxy(database.place.servers[0]?.port ?? 0);
  const servers = [{ host: '127.0.0.1', port: proxy.port }];
  app = await openSharedApp(
    { join: { ...database.join, servers } },
    { name: 'Amara Okafor', role: 'decider' },
  );
});
afterEach(async () => {
  await app.close();
  await proxy.close();
  await database.close();
});

const draft = { pupilId: 'pupil-1', kind: 'fixed-period' as const, reasons: ['DB'] };

const drafts = () =>
  database.store.read((db) => db.select({ id: db.tables.exclusions.id }).from(db.tables.exclusions));
const noted = () =>
  database.store.read(async (db) =>
    (await db.select({ operation: db.tables.audit.operation }).from(db.tables.audit)).filter(
      ({ operation }) => operation === 'exclusions.save-draft',
    ),
  );

describe('a command with an id', () => {
  it('given twice is done once and answered the same', async () => {
    const first = await app.ask('exclusions.save-draft', draft, FIRST);
    expect(first).toMatchObject({ ok: true });
    expect(await app.ask('exclusions.save-draft', draft, FIRST)).toEqual(first);
    expect(await drafts()).toHaveLength(1);
    expect(await noted()).toHaveLength(1);
  });

  it('given from five sides at once is done once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => app.ask('exclusions.save-draft', draft, FIRST)),
    );
    expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(await drafts()).toHaveLength(1);
  });

  it('given again after the connection died with its commit is done once', async () => {
    proxy.behave({
      toServer: (bytes) => {
        if (!bytes.includes('COMMIT') || !bytes.includes('command_receipts')) return 'pass';
        proxy.refuse();
        return 'swallow-answer';
      },
    });
    const lost = await app.ask('exclusions.save-draft', draft, FIRST);
    proxy.heal();
    expect(lost).toMatchObject({ ok: false, error: { code: 'unreachable' } });
    expect(await app.ask('exclusions.save-draft', draft, FIRST)).toMatchObject({ ok: true });
    expect(await drafts()).toHaveLength(1);
    expect(await noted()).toHaveLength(1);
  });

  it('is another one under another id, and a refused one may be given again', async () => {
    await app.must('exclusions.save-draft', draft);
    const refused = { ...draft, id: 'nowhere', version: 1 };
    expect(await app.ask('exclusions.save-draft', refused, FIRST)).toMatchObject({ ok: false });
    expect(await app.ask('exclusions.save-draft', draft, FIRST)).toMatchObject({ ok: true });
    expect(await drafts()).toHaveLength(2);
  });

  it('under the number of a command of another kind is refused', async () => {
    await app.ask('exclusions.save-draft', draft, FIRST);
    expect(await app.ask('people.save-lock-rule', { minutes: 7 }, FIRST)).toMatchObject({ ok: false });
  });

  it('leaves no password in its receipt', async () => {
    await app.must('session.work-as', { role: 'administrator' });
    const person = { name: 'Ben Hale', roles: [{ role: 'recorder' as const }] };
    const added = await app.ask('people.save', person, FIRST);
    expect(added).toMatchObject({ ok: true });
    expect(await app.ask('people.save', person, FIRST)).toMatchObject({ error: { code: 'conflict' } });
    const receipts = await database.store.read((db) => db.select().from(db.tables.commandReceipts));
    expect(receipts.find(({ id }) => id === FIRST.commandId)?.result).toEqual({});
  });
});

it('receipts of programs that are gone are cleared away after thirty days by whoever signs in', async () => {
  const left = (id: string, at: string) => ({
    id,
    operation: 'commit',
    userName: 'somebody',
    at,
    result: '',
  });
  await database.store.write((db) =>
    db
      .insert(db.tables.commandReceipts)
      .values([
        left('commit:gone', '2025-10-12T08:00:00.000Z'),
        left('commit:here', '2025-10-14T08:00:00.000Z'),
      ]),
  );
  expect(await app.signIn('Amara Okafor')).toMatchObject({ ok: true });
  const receipts = await database.store.read((db) => db.select().from(db.tables.commandReceipts));
  const ids = receipts.map(({ id }) => id);
  expect(ids).toContain('commit:here');
  expect(ids).not.toContain('commit:gone');
});
