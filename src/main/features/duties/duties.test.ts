import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OperationInput } from '#shared/contract/contract.ts';
import type { Role } from '#shared/permissions/roles.ts';
import { openExclusionApp, type ExclusionApp } from '../../../../tests/builders/exclusion-school.ts';

type Fulfil = OperationInput<'duties.fulfil'>;

let app: ExclusionApp;
let amara: string;
let id: string;
beforeEach(async () => {
  app = await openExclusionApp({ promiseFromDay: 1 });
  amara = await app.pupil('Amara Okafor');
  ({ id } = await app.issue(amara));
});
afterEach(() => app.close());

const duty = async (key: string, exclusionId = id) => {
  const { duties } = await app.must('duties.list', { exclusionId });
  return duties.find((one) => one.key === key);
};

const done = (key: string, more: Partial<Fulfil> = {}, role?: Role) =>
  app.run(
    'duties.fulfil',
    { exclusionId: id, key, on: '2025-11-12', how: 'By phone', byWhom: 'Mrs Office', ...more },
    role,
  );

const board = async (date?: string) => {
  const found = await app.must('duties.board', date === undefined ? {} : { date });
  const keys = (rows: typeof found.today) => rows.map(({ key }) => key);
  return {
    overdue: keys(found.overdue),
    today: keys(found.today),
    week: keys(found.week),
    done: keys(found.done),
  };
};

describe('duties.list', () => {
  it('says what, to whom, by when with the working, why, by which source', async () => {
    expect(await duty('tell-parents-phone')).toMatchObject({
      title: 'Tell the parents in person or by phone',
      party: 'parents',
      owedBy: 'school',
      due: 'Without delay',
      dueBy: '2025-11-12',
      withoutDelay: true,
      status: 'due',
      why: 'It is owed for every suspension.',
    });
    expect(await duty('education-promise')).toMatchObject({
      basis: 'promise',
      dueBy: '2025-11-13',
      action: { type: 'places' },
    });
    expect(await duty('tell-parents-writing')).toMatchObject({
      action: { type: 'letter', templateId: 'parents-short' },
    });
    expect(await duty('return-to-school')).toMatchObject({
      dueBy: '2025-11-17',
      dueSlot: 'am',
      action: { type: 'event', event: 'returned' },
    });
    expect((await app.must('duties.list', { exclusionId: id })).changes).toEqual([]);
  });

  it('has nothing for a draft, and says when there is no such case', async () => {
    const draft = await app.must('exclusions.save-draft', app.draft(await app.pupil('Ben Brown')));
    expect(await app.must('duties.list', { exclusionId: draft.id })).toEqual({ duties: [], changes: [] });
    expect(await app.run('duties.list', { exclusionId: 'nobody' })).toMatchObject({
      error: { code: 'not-found' },
    });
    expect(await app.run('duties.list', { exclusionId: id }, 'provider-staff')).toMatchObject({
      error: { code: 'not-permitted' },
    });
  });
});

describe('duties.fulfil', () => {
  it('notes when, how, by whom and with what evidence, once', async () => {
    expect(await done('tell-parents-phone', { evidence: 'Call log 17' })).toEqual({ ok: true, value: {} });
    expect(await duty('tell-parents-phone')).toMatchObject({
      status: 'done',
      fulfilled: {
        on: '2025-11-12',
        how: 'By phone',
        byWhom: 'Mrs Office',
        evidence: 'Call log 17',
        recordedBy: 'Test Person',
      },
    });
    const again = await done('tell-parents-phone');
    expect(again).toMatchObject({ error: { code: 'conflict' } });
    expect(again.ok ? '' : again.error.message).toMatch(/Mrs Office did it on Wed 12 November 2025/);
    expect((await app.audit()).at(-1)).toMatchObject({
      operation: 'duties.fulfil',
      subjectId: id,
      detail: { duty: 'tell-parents-phone', after: { how: 'By phone' } },
    });
    const { changes } = await app.must('duties.list', { exclusionId: id });
    expect(changes).toMatchObject([
      { key: 'tell-parents-phone', text: 'Done: By phone, Mrs Office, Wed 12 November 2025.' },
    ]);
  });

  it.each([
    ['on', { on: '2025-11-13' }, /future/],
    ['on', { on: '2025-11-11' }, /before the incident/],
    ['on', { on: '2025-13-45' }, /real date/],
    ['how', { how: ' ' }, /./],
    ['byWhom', { byWhom: '' }, /./],
  ] as const)('refuses a wrong %s: %j', async (path, more, message) => {
    const result = await done('tell-parents-phone', more);
    expect(result).toMatchObject({
      error: { code: 'invalid-input', fields: [{ path, message: expect.stringMatching(message) as string }] },
    });
    expect((await duty('tell-parents-phone'))?.status).toBe('due');
  });

  it('refuses a duty that is not owed, a case that is not there, and who may not', async () => {
    expect(await done('report-for-fun')).toMatchObject({ error: { code: 'not-found' } });
    expect(await done('tell-parents-phone', { exclusionId: 'nobody' })).toMatchObject({
      error: { code: 'not-found' },
    });
    expect(await done('tell-parents-phone', {}, 'provider-staff')).toMatchObject({
      error: { code: 'not-permitted' },
    });
    await app.must(
      'exclusions.cancel',
      { id, version: 1, back: { date: '2025-11-13', slot: 'am' }, reason: 'Wrong pupil' },
      'decider',
    );
    const gone = (await app.must('duties.list', { exclusionId: id })).duties.find(
      ({ status }) => status === 'no-longer-owed',
    );
    expect(await done(gone?.key ?? 'none')).toMatchObject({ error: { code: 'conflict' } });
  });
});

describe('a governors’ clerk', () => {
  it('notes what is the governors’, and leaves the rest to the office', async () => {
    const theirs = await app.must('duties.board', { date: '2025-12-19' }, 'governor-clerk');
    expect([...theirs.overdue, ...theirs.today].map(({ key }) => key)).toEqual(['tell-governors-termly']);
    expect((await done('tell-governors-termly', {}, 'governor-clerk')).ok).toBe(true);
    expect(await done('tell-parents-phone', {}, 'governor-clerk')).toMatchObject({
      error: { code: 'not-permitted' },
    });
    expect((await done('tell-parents-phone')).ok).toBe(true);
    const reopen = { exclusionId: id, key: 'tell-parents-phone', reason: 'Not reached' };
    expect(await app.run('duties.reopen', reopen, 'governor-clerk')).toMatchObject({
      error: { code: 'not-permitted' },
    });
  });
});

describe('duties.reopen', () => {
  const reopen = (key: string, role?: Role) =>
    app.run('duties.reopen', { exclusionId: id, key, reason: 'Wrong number' }, role);

  it('takes back what was noted, and the history keeps both', async () => {
    await done('tell-parents-phone');
    expect(await reopen('tell-parents-phone')).toEqual({ ok: true, value: {} });
    expect(await duty('tell-parents-phone')).toMatchObject({ status: 'due' });
    const { changes } = await app.must('duties.list', { exclusionId: id });
    expect(changes.map(({ text }) => text)).toEqual([
      'Taken back as not done: Wrong number.',
      'Done: By phone, Mrs Office, Wed 12 November 2025.',
    ]);
    expect((await app.audit()).at(-1)).toMatchObject({
      operation: 'duties.reopen',
      detail: { reason: 'Wrong number', before: { byWhom: 'Mrs Office' } },
    });
  });

  it('refuses what is not done, and who may not', async () => {
    expect(await reopen('tell-parents-phone')).toMatchObject({ error: { code: 'conflict' } });
    expect(await reopen('nothing')).toMatchObject({ error: { code: 'not-found' } });
    expect(await reopen('tell-parents-phone', 'authority')).toMatchObject({
      error: { code: 'not-permitted' },
    });
  });
});

describe('duties.board', () => {
  it('has each duty on its day, overdue after it, and done on the day it was done', async () => {
    expect((await board()).today).toContain('tell-parents-phone');
    expect((await board()).week).toContain('return-to-school');
    app.goTo('2025-11-13');
    expect((await board()).overdue).toContain('tell-parents-phone');
    await done('tell-parents-phone', { on: '2025-11-13' });
    const after = await board();
    expect(after.overdue).not.toContain('tell-parents-phone');
    expect(after.done).toEqual(['tell-parents-phone']);
    expect((await board('2025-11-14')).done).toEqual([]);
  });

  it('says whose it is', async () => {
    const { today } = await app.must('duties.board', {});
    expect(today[0]).toMatchObject({
      exclusionId: id,
      pupilId: amara,
      name: 'Amara Okafor',
      form: '9B',
      caseTitle: 'Suspension, 2 days from Thu 13 November am',
    });
  });

  it('leaves out drafts and what is no longer owed, and never calls others’ last day overdue', async () => {
    await app.must('exclusions.save-draft', app.draft(await app.pupil('Ben Brown')));
    const { today } = await app.must('duties.board', {});
    expect(new Set(today.map(({ name }) => name))).toEqual(new Set(['Amara Okafor']));
    expect(await app.run('duties.board', {}, 'provider-staff')).toMatchObject({
      error: { code: 'not-permitted' },
    });
  });
});
