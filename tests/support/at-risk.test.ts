import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDays } from '#shared/kernel/plain-date.ts';
import { openExclusionApp, type ExclusionApp } from '../builders/exclusion-school.ts';

// The evaluation's at-risk grid, with its numbers: one exclusion, 75% attendance, six weeks, a fortnight.
const START = '2025-11-12';

let app: ExclusionApp;
let ben: string;
beforeEach(async () => {
  app = await openExclusionApp();
  ben = await app.pupil('Ben Brown');
});
afterEach(() => app.close());

const open = async () => (await app.must('support.list', {})).entries;

async function only() {
  const [entry, ...others] = await open();
  if (entry === undefined || others.length > 0)
    throw new Error(`${String(others.length + 1)} entries, not one`);
  return entry;
}

async function withKeyWorker() {
  await app.issue(ben);
  const { id: entryId, version } = await only();
  await app.must('support.assign-key-worker', {
    entryId,
    version,
    name: 'Ms Reed',
    role: 'Learning Mentor',
  });
  return entryId;
}

describe('a pupil who is excluded on one occasion', () => {
  it('is on the register from that moment: category A, a learning mentor suggested, review after six weeks', async () => {
    expect(await open()).toEqual([]);
    await app.issue(ben);
    expect(await only()).toMatchObject({
      pupilId: ben,
      name: 'Ben Brown',
      categories: ['A'],
      why: ['Excluded once, 13 November'],
      since: START,
      reviewOn: '2025-12-24',
      suggestedRole: 'Learning Mentor',
      times: 1,
      prompts: [{ kind: 'no-key-worker', on: START, text: 'Name a key worker' }],
    });
    const issued = (await app.audit()).filter(({ operation }) => operation === 'exclusions.issue');
    expect(issued.at(-1)?.detail).toMatchObject({ pupilId: ben, after: { since: START } });
  });

  it('with 74% attendance is in category B besides, in the same entry; 75% would not be', async () => {
    await app.issue(ben);
    const figure = { pupilId: ben, source: 'Register of half-term 2' };
    expect(await app.must('support.set-attendance', { ...figure, percent: 75 })).toMatchObject({
      as: 'unchanged',
    });
    expect(await app.must('support.set-attendance', { ...figure, percent: 74 })).toMatchObject({
      as: 'added',
    });
    expect(await only()).toMatchObject({
      categories: ['A', 'B'],
      why: ['Excluded once, 13 November', 'Attendance 74% on 12 November, below 75%'],
      suggestedRole: 'Learning Mentor',
    });
  });

  it('excluded again has one entry still, which says both', async () => {
    await app.issue(ben);
    app.goTo('2025-11-24');
    await app.issue(ben, { startDate: '2025-11-25', incidentOn: '2025-11-24' });
    expect((await only()).why).toEqual(['Excluded twice, 13 November and 25 November']);
  });

  it('is put in other categories by other criteria', async () => {
    const { version } = await app.must('support.criteria', {});
    await app.must('support.save-criteria', {
      version,
      categories: [{ letter: 'K', name: 'Behaviour', keyWorkerRole: 'Head of Year' }],
      criteria: [{ category: 'K', rule: { kind: 'excluded-times', times: 2 } }],
    });
    await app.issue(ben);
    expect(await open()).toEqual([]);
    app.goTo('2025-11-24');
    await app.issue(ben, { startDate: '2025-11-25', incidentOn: '2025-11-24' });
    expect(await only()).toMatchObject({ categories: ['K'], suggestedRole: 'Head of Year' });
  });
});

describe('the six-week rule', () => {
  it('prompts on the 42nd day; who is still at risk is reassigned with a new period', async () => {
    const entryId = await withKeyWorker();
    const promptOn = async (day: string) => {
      app.goTo(day);
      const { entries, due } = await app.must('support.list', {});
      return {
        due: due.reviews,
        texts: entries[0]?.prompts.filter(({ kind }) => kind === 'review-due').map(({ text }) => text),
      };
    };
    expect(await promptOn(addDays(START, 41))).toEqual({ due: 0, texts: [] });
    expect(await promptOn(addDays(START, 42))).toEqual({ due: 1, texts: ['Review due today'] });
    const { version } = await only();
    const reason = 'Attendance has not risen yet';
    expect(await app.must('support.reassign', { entryId, version, reason })).toEqual({
      reviewOn: addDays(START, 84),
    });
    expect(await promptOn(addDays(START, 42))).toEqual({ due: 0, texts: [] });
    expect((await app.must('support.entry', { entryId })).periods).toEqual([
      { from: START, reviewOn: addDays(START, 42) },
      { from: addDays(START, 42), reviewOn: addDays(START, 84), by: 'Test Person', why: reason },
    ]);
  });

  it('a pupil who is signed off leaves the register, and comes back only for something new', async () => {
    const entryId = await withKeyWorker();
    app.goTo(addDays(START, 42));
    const { version } = await only();
    await app.must('support.sign-off', { entryId, version, reason: 'No incident since' });
    expect(await open()).toEqual([]);
    const figure = { pupilId: ben, source: 'Register' };
    expect(await app.must('support.set-attendance', { ...figure, percent: 92 })).toEqual({ as: 'unchanged' });
    expect(await app.must('support.set-attendance', { ...figure, percent: 70 })).toMatchObject({
      as: 'raised',
    });
    expect(await only()).toMatchObject({ since: addDays(START, 42), categories: ['A', 'B'] });
  });
});

describe('the key worker', () => {
  it('is one named person: another takes the place of the first', async () => {
    const entryId = await withKeyWorker();
    const { version } = await only();
    app.goTo('2025-11-20');
    await app.must('support.assign-key-worker', {
      entryId,
      version,
      name: 'Mr Hall',
      role: 'Head of Year',
    });
    expect((await only()).keyWorker).toMatchObject({ name: 'Mr Hall' });
    expect((await app.must('support.entry', { entryId })).keyWorkers).toEqual([
      { name: 'Mr Hall', role: 'Head of Year', from: '2025-11-20' },
      { name: 'Ms Reed', role: 'Learning Mentor', from: START, to: '2025-11-20' },
    ]);
  });

  it('has not met the pupil for 15 days: flagged; for 14: not', async () => {
    const entryId = await withKeyWorker();
    const flagged = async (day: string) => {
      app.goTo(day);
      return (await app.must('support.list', {})).due.meetings;
    };
    expect(await flagged('2025-11-26')).toBe(0);
    expect(await flagged('2025-11-27')).toBe(1);
    await app.must('support.add-meeting', { entryId, on: '2025-11-27', note: 'Settled well' });
    expect(await flagged('2025-12-11')).toBe(0);
    expect(await flagged('2025-12-12')).toBe(1);
    expect((await only()).prompts).toEqual([
      { kind: 'no-meeting', on: '2025-12-12', text: 'No meeting for 15 days' },
    ]);
  });
});

describe('the database', () => {
  it('refuses a second open entry of a pupil and a second key worker of an entry, whatever program writes', async () => {
    const entryId = await withKeyWorker();
    const { store } = app.services;
    const copyOf = async (table: 'atRiskEntries' | 'keyWorkers') => {
      await store.write(async (db) => {
        const [row] = await db.select().from(db.tables[table]);
        if (row === undefined) throw new Error('no row to copy');
        await db.insert(db.tables[table]).values({ ...row, id: 'another' } as never);
      });
    };
    await expect(copyOf('atRiskEntries')).rejects.toThrow();
    await expect(copyOf('keyWorkers')).rejects.toThrow();
    expect((await app.must('support.entry', { entryId })).keyWorkers).toHaveLength(1);
  });
});
