import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OperationName } from '#shared/contract/contract.ts';
import { openExclusionApp, type ExclusionApp } from '../../../../tests/builders/exclusion-school.ts';

let app: ExclusionApp;
let ben: string;
beforeEach(async () => {
  app = await openExclusionApp();
  ben = await app.pupil('Ben Brown');
});
afterEach(() => app.close());

const raise = (more: { criterionId?: string; note?: string } = {}) =>
  app.run('support.raise', { pupilId: ben, criterionId: 'agency', ...more });

async function raised(): Promise<{ entryId: string; version: number }> {
  const { entryId } = await app.must('support.raise', { pupilId: ben, criterionId: 'agency' });
  return { entryId, version: 1 };
}

const lastAudit = async (operation: OperationName) =>
  (await app.audit()).findLast((row) => row.operation === operation);

describe('support.raise', () => {
  it('puts a pupil on the register for what a person knows, with a note that lists leave out', async () => {
    expect(await raise({ note: 'Youth offending team, since May' })).toMatchObject({
      value: { as: 'raised' },
    });
    const [entry] = (await app.must('support.list', { pupilId: ben })).entries;
    expect(entry).toMatchObject({
      categories: ['C'],
      why: ['Known to youth offending, the police or social services'],
      suggestedRole: 'Worker of an outside agency',
    });
    expect(await app.must('support.entry', { entryId: entry?.id ?? '' })).toMatchObject({
      raisedBy: 'Test Person',
      reasons: [{ note: 'Youth offending team, since May', on: '2025-11-12' }],
    });
    expect(await lastAudit('support.raise')).toMatchObject({
      subjectId: entry?.id,
      detail: { pupilId: ben, after: { since: '2025-11-12' } },
    });
  });

  it('adds to the entry that is open, and says when there is nothing to add', async () => {
    await raised();
    expect(await raise({ criterionId: 'parents' })).toMatchObject({ value: { as: 'added' } });
    expect(await raise()).toMatchObject({
      error: { code: 'conflict', message: expect.stringContaining('already') as string },
    });
    expect((await app.must('support.list', {})).entries).toHaveLength(1);
  });

  it('takes what is met on record without being told: a looked-after child', async () => {
    const dan = await app.pupil('Dan Doe', { inCare: true });
    await app.must('support.raise', { pupilId: dan });
    expect((await app.must('support.list', { pupilId: dan })).entries).toMatchObject([{ categories: ['C'] }]);
    expect(await app.run('support.raise', { pupilId: ben })).toMatchObject({
      error: { code: 'conflict', message: expect.stringContaining('nothing new is met') as string },
    });
  });

  it.each([
    ['excluded', 'invalid-input'],
    ['gone', 'not-found'],
  ])('refuses the criterion %s: %s', async (criterionId, code) => {
    expect(await raise({ criterionId })).toMatchObject({
      error: { code, fields: [{ path: 'criterionId' }] },
    });
  });

  it('refuses a pupil who is not of this school', async () => {
    expect(await app.run('support.raise', { pupilId: 'nobody', criterionId: 'agency' })).toMatchObject({
      error: { code: 'not-found', fields: [{ path: 'pupilId' }] },
    });
  });
});

describe('an entry', () => {
  it('changes only as it was read, and not at all once it is signed off', async () => {
    const { entryId, version } = await raised();
    const worker = { entryId, version, name: 'Ms Reed', role: 'Learning Mentor' };
    await app.must('support.assign-key-worker', worker);
    for (const refused of [
      await app.run('support.assign-key-worker', { ...worker, name: 'Mr Hall' }),
      await app.run('support.sign-off', { entryId, version, reason: 'Better' }),
      await app.run('support.reassign', { entryId, version, reason: 'Not better' }),
    ]) {
      expect(refused).toMatchObject({
        error: { code: 'conflict', message: expect.stringContaining('somebody else') as string },
      });
    }
    await app.must('support.sign-off', { entryId, version: 2, reason: 'Better' });
    expect(await lastAudit('support.sign-off')).toMatchObject({
      detail: { pupilId: ben, after: { signedOffOn: '2025-11-12', signedOffReason: 'Better' } },
    });
    for (const refused of [
      await app.run('support.assign-key-worker', { ...worker, version: 3 }),
      await app.run('support.sign-off', { entryId, version: 3, reason: 'Better' }),
      await app.run('support.reassign', { entryId, version: 3, reason: 'Not better' }),
      await app.run('support.add-meeting', { entryId, on: '2025-11-12' }),
    ]) {
      expect(refused).toMatchObject({
        error: { code: 'conflict', message: expect.stringContaining('signed off on') as string },
      });
    }
    expect((await app.must('support.list', { state: 'signed-off' })).entries).toMatchObject([
      { id: entryId, prompts: [], keyWorker: { name: 'Ms Reed' }, signedOff: { reason: 'Better' } },
    ]);
    expect(await app.run('support.entry', { entryId: 'none' })).toMatchObject({
      error: { code: 'not-found' },
    });
  });

  it('has no key worker twice, and no meeting without one, twice a day, ahead or before its time', async () => {
    const { entryId } = await raised();
    const meet = (on: string) => app.run('support.add-meeting', { entryId, on });
    expect(await meet('2025-11-12')).toMatchObject({
      error: { code: 'refused', message: expect.stringContaining('no key worker') as string },
    });
    const worker = { entryId, name: 'Ms Reed', role: 'Learning Mentor' };
    await app.must('support.assign-key-worker', { ...worker, version: 1 });
    expect(await app.run('support.assign-key-worker', { ...worker, version: 2 })).toMatchObject({
      error: { code: 'conflict', fields: [{ path: 'name' }] },
    });
    for (const day of ['2025-11-11', '2025-11-13'])
      expect(await meet(day)).toMatchObject({ error: { code: 'invalid-input', fields: [{ path: 'on' }] } });
    expect((await meet('2025-11-12')).ok).toBe(true);
    expect(await meet('2025-11-12')).toMatchObject({ error: { code: 'conflict', fields: [{ path: 'on' }] } });
    expect(await lastAudit('support.add-meeting')).toMatchObject({
      subjectId: entryId,
      detail: { meeting: { onDate: '2025-11-12', keyWorker: 'Ms Reed' } },
    });
  });

  it('says whether what put the pupil there still holds', async () => {
    const { id, version } = await app.issue(ben);
    const [entry] = (await app.must('support.list', {})).entries;
    const metNow = async () => (await app.must('support.entry', { entryId: entry?.id ?? '' })).metNow;
    expect(await metNow()).toEqual(['Excluded once, 13 November']);
    await app.must(
      'exclusions.cancel',
      { id, version, back: { date: '2025-11-13', slot: 'am' }, reason: 'Mistaken identity' },
      'decider',
    );
    expect(await metNow()).toEqual([]);
    expect((await app.must('support.list', {})).entries).toHaveLength(1);
  });
});

describe('support.set-attendance', () => {
  const set = (more: object) =>
    app.run('support.set-attendance', { pupilId: ben, percent: 74.3, source: 'Register', ...more });

  it('goes by the latest day, whichever was entered last, and leaves both figures in the audit trail', async () => {
    expect(await set({ on: '2025-11-10', percent: 90 })).toMatchObject({ value: { as: 'unchanged' } });
    expect(await set({ on: '2025-11-03' })).toMatchObject({ value: { as: 'unchanged' } });
    expect(await set({ on: '2025-11-10' })).toMatchObject({ value: { as: 'raised' } });
    expect((await app.must('support.list', {})).entries[0]?.why).toEqual([
      'Attendance 74.3% on 10 November, below 75%',
    ]);
    const rows = (await app.audit()).filter(({ operation }) => operation === 'support.set-attendance');
    expect(rows.at(-2)?.detail).toMatchObject({
      attendance: { before: { percent: 90 }, after: { percent: 74.3 } },
    });
    const { history } = await app.must('pupils.get', { pupilId: ben });
    expect(history[0]?.text).toBe('Noted attendance of 74.3% up to Mon 10 November');
  });

  it.each([
    ['on', { on: '2025-11-13' }],
    ['percent', { percent: 101 }],
    ['percent', { percent: -1 }],
    ['percent', { percent: 74.35 }],
    ['source', { source: '' }],
  ])('refuses a wrong %s: %j', async (path, wrong) => {
    expect(await set(wrong)).toMatchObject({ error: { code: 'invalid-input', fields: [{ path }] } });
  });

  it('refuses a pupil who is not of this school', async () => {
    expect(await set({ pupilId: 'nobody' })).toMatchObject({ error: { code: 'not-found' } });
  });
});

describe('support.save-criteria', () => {
  it('keeps what was saved, once for each version, and the reasons that entries have', async () => {
    await raised();
    const { version, categories, criteria, procedure } = await app.must('support.criteria', {});
    expect([version, categories.length, criteria.length]).toEqual([0, 3, 6]);
    const input = { version, categories: categories.slice(0, 1), criteria: criteria.slice(0, 1) };
    expect(await app.must('support.save-criteria', input)).toEqual({ version: 1 });
    expect(await app.must('support.criteria', {})).toEqual({ ...input, procedure, version: 1 });
    expect(await app.run('support.save-criteria', input)).toMatchObject({ error: { code: 'conflict' } });
    expect((await app.must('support.list', {})).entries).toMatchObject([{ categories: ['C'] }]);
    expect(await lastAudit('support.save-criteria')).toMatchObject({
      detail: { before: { version: 0 }, after: { version: 1 } },
    });
  });

  it('refuses criteria of a category that is not there', async () => {
    const { version, categories, criteria } = await app.must('support.criteria', {});
    const input = { version, categories: categories.slice(1), criteria };
    expect(await app.run('support.save-criteria', input)).toMatchObject({
      error: { code: 'invalid-input', fields: [{ path: 'criteria.0.category' }] },
    });
  });
});

describe('who may', () => {
  it.each(['provider-staff', 'governor-clerk', 'authority'] as const)('not %s', async (role) => {
    const not = { error: { code: 'not-permitted' } };
    expect(await app.run('support.list', {}, role)).toMatchObject(not);
    expect(await app.run('support.export-grid', {}, role)).toMatchObject(not);
    expect(await app.run('support.raise', { pupilId: ben }, role)).toMatchObject(not);
  });

  it('the office: admin staff see and note', async () => {
    expect((await app.run('support.raise', { pupilId: ben, criterionId: 'agency' }, 'recorder')).ok).toBe(
      true,
    );
    expect((await app.run('support.grid', {}, 'recorder')).ok).toBe(true);
  });
});
