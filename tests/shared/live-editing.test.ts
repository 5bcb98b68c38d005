import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  makeSharedDatabase,
  openSharedApp,
  type SharedApp,
  type SharedDatabase,
} from '../builders/shared-app.ts';

let database: SharedDatabase;
let mine: SharedApp;
let theirs: SharedApp;
beforeEach(async () => {
  database = await makeSharedDatabase();
  const schoolId = await database.school();
  await database.person({ name: 'Ben Hale', roles: ['recorder'], schoolId });
  await database.person({ name: 'Ngozi Okafor', roles: ['decider'], schoolId });
  mine = await openSharedApp(database, { name: 'Ben Hale' });
  theirs = await openSharedApp(database, { name: 'Ngozi Okafor' });
});
afterEach(async () => {
  await Promise.all([mine, theirs].map((app) => app.close()));
  await database.close();
});

const draft = { subjectType: 'exclusion', subjectId: 'x-1' } as const;

const others = async (app: SharedApp) => (await app.must('editing.others', draft)).others;

/** A second school of the area, with a workspace of its own. */
async function anotherSchool(): Promise<string> {
  await database.store.write(async (db) => {
    const { schools, workspace } = db.tables;
    await db.insert(schools).values({
      id: 'school-2',
      laEstab: '2014002',
      urn: null,
      name: 'Other High School',
      phase: 'secondary',
    });
    const [first] = await db.select().from(workspace);
    if (first) await db.insert(workspace).values({ ...first, id: 2, homeSchoolId: 'school-2' });
  });
  return 'school-2';
}

const toldOf = ({ told }: SharedApp) =>
  told.flatMap((event) => (event.type === 'done' ? [event.operation] : []));

describe('who else has a record open', () => {
  it('is said with name and time until they close it, and the other window hears of both at once', async () => {
    await vi.waitFor(() => expect(mine.told).toContainEqual({ type: 'missed' }));
    await mine.must('editing.open', draft);
    expect(await others(mine)).toEqual([]);
    await theirs.must('editing.open', draft);
    await vi.waitFor(() => expect(toldOf(mine)).toEqual(['editing.open']));
    expect(await others(mine)).toEqual([
      {
        userName: 'Ngozi Okafor',
        since: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
        yourself: false,
      },
    ]);
    await theirs.must('editing.close', draft);
    await vi.waitFor(() => expect(toldOf(mine)).toEqual(['editing.open', 'editing.close']));
    expect(await others(mine)).toEqual([]);
  });

  it('keeps the time from which it was open, and says nothing new while it stays so', async () => {
    await vi.waitFor(() => expect(mine.told).toContainEqual({ type: 'missed' }));
    await theirs.must('editing.open', draft);
    const first = await others(mine);
    await theirs.must('editing.open', draft);
    await theirs.must('editing.close', { ...draft, subjectId: 'x-2' });
    await theirs.must('editing.close', draft);
    await vi.waitFor(() => expect(toldOf(mine)).toEqual(['editing.open', 'editing.close']));
    expect(first).toHaveLength(1);
  });

  it('leaves out a window that died, and takes away its row when its person comes back', async () => {
    await theirs.must('editing.open', draft);
    await database.store.write((db) =>
      db.update(db.tables.editing).set({ seenAt: '2025-01-01T00:00:00.000Z' }),
    );
    expect(await others(mine)).toEqual([]);
    await theirs.must('editing.open', { ...draft, subjectId: 'x-2' });
    const rows = await database.store.read((db) => db.select().from(db.tables.editing));
    expect(rows.map(({ subjectId }) => subjectId)).toEqual(['x-2']);
  });

  it('of one’s own other PC it says that it is oneself', async () => {
    const another = await openSharedApp(database, { name: 'Ben Hale' });
    await another.must('editing.open', draft);
    expect(await others(mine)).toMatchObject([{ userName: 'Ben Hale', yourself: true }]);
    await another.close();
  });

  it('is not said to another school', async () => {
    const schoolId = await anotherSchool();
    await database.person({ name: 'Cara Doyle', roles: ['recorder'], schoolId });
    const elsewhere = await openSharedApp(database, { name: 'Cara Doyle' });
    await vi.waitFor(() => expect(elsewhere.told).toContainEqual({ type: 'missed' }));
    await theirs.must('editing.open', draft);
    expect(await others(elsewhere)).toEqual([]);
    expect(await others(mine)).toHaveLength(1);
    expect(toldOf(elsewhere)).toEqual([]);
    await elsewhere.close();
  });
});
