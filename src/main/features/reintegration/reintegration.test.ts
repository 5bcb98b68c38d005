import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OperationInput } from '#shared/contract/contract.ts';
import { openExclusionApp, type ExclusionApp } from '../../../../tests/builders/exclusion-school.ts';

let app: ExclusionApp;
let amara: string;
let exclusionId: string;
beforeEach(async () => {
  app = await openExclusionApp();
  amara = await app.pupil('Amara Okafor');
  // Thu 13 and Fri 14 November; the first day back is Mon 17.
  ({ id: exclusionId } = await app.issue(amara));
  app.goTo('2025-11-17');
});
afterEach(() => app.close());

const get = (id = exclusionId) => app.must('reintegration.get', { exclusionId: id });

const save = async (noted: Omit<OperationInput<'reintegration.save'>, 'exclusionId' | 'version'>) =>
  app.run('reintegration.save', { exclusionId, version: (await get()).version, ...noted });

const held = { heldOn: '2025-11-17', present: 'Amara, her mother, Ms Reed' };

const duty = async () =>
  (await app.must('duties.list', { exclusionId })).duties.find(({ key }) => key === 'reintegration-meeting');

describe('the meeting', () => {
  it('is noted as invited, then as held, with who came and what was agreed; the trail keeps before and after', async () => {
    const invited = {
      invitedOn: '2025-11-13',
      invitedHow: 'Letter',
      meetingOn: '2025-11-17',
      meetingAt: '08:30',
    };
    expect(await save(invited)).toMatchObject({ ok: true, value: { version: 1 } });
    expect(await save({ ...invited, ...held, agreed: 'Report card' })).toMatchObject({ ok: true });
    expect(await get()).toMatchObject({
      version: 2,
      firstDayBack: '2025-11-17',
      ...invited,
      ...held,
      agreed: 'Report card',
      recordedBy: 'Test Person',
      steps: [],
      warnings: [],
      reports: [],
      earlier: [],
    });
    const row = (await app.audit()).findLast(({ operation }) => operation === 'reintegration.save');
    expect(row).toMatchObject({
      subjectId: exclusionId,
      detail: { reintegration: { before: { heldOn: null }, after: { heldOn: '2025-11-17' } } },
    });
  });

  it('does the duty about it, moves with its day, and opens it again when it is taken back', async () => {
    expect(await duty()).toMatchObject({ status: 'due' });
    await save(held);
    expect(await duty()).toMatchObject({ status: 'done', fulfilled: { on: '2025-11-17' } });
    expect((await get()).duty).toMatchObject({ owed: true, done: { on: '2025-11-17' } });
    app.goTo('2025-11-18');
    await save({ ...held, heldOn: '2025-11-18' });
    expect(await duty()).toMatchObject({ status: 'done', fulfilled: { on: '2025-11-18' } });
    await save({});
    expect(await duty()).toMatchObject({ status: 'overdue' });
  });

  it('leaves the duty as somebody noted it in their own words, and shows that', async () => {
    const done = { on: '2025-11-17', how: 'Home visit', byWhom: 'Mr Hall' };
    await app.must('duties.fulfil', { exclusionId, key: 'reintegration-meeting', ...done });
    expect((await get()).duty?.done).toEqual(done);
    await save(held);
    await save({});
    expect(await duty()).toMatchObject({ status: 'done', fulfilled: { how: 'Home visit' } });
  });

  it.each([
    ['heldOn', { heldOn: '2025-11-18', present: 'Amara' }],
    ['heldOn', { heldOn: '2025-11-12', present: 'Amara' }],
    ['heldOn', { agreed: 'Report card' }],
    ['present', { heldOn: '2025-11-17' }],
    ['invitedOn', { invitedOn: '2025-11-18' }],
    ['invitedOn', { invitedHow: 'Letter' }],
    ['meetingOn', { meetingAt: '08:30' }],
    ['meetingOn', { invitedOn: '2025-11-14', meetingOn: '2025-11-13' }],
  ] as const)('is refused at %s: %o', async (path, noted) => {
    expect(await save(noted)).toMatchObject({ ok: false, error: { fields: [{ path }] } });
    expect(await get()).toMatchObject({ version: 0 });
  });

  it('is not overwritten when somebody else saved it since', async () => {
    await save(held);
    const again = await app.run('reintegration.save', { exclusionId, version: 0, whatWorked: 'Mornings' });
    expect(again).toMatchObject({ ok: false, error: { code: 'conflict' } });
    expect((await get()).present).toBe(held.present);
  });

  it('set for after the first day back is warned of: nobody is kept out until a meeting', async () => {
    await save({ meetingOn: '2025-11-19' });
    expect((await get()).warnings).toEqual([expect.stringContaining('nobody is kept out until a meeting')]);
  });
});

describe('looks', () => {
  const days = async () => (await get()).steps.map(({ kind, who, dueOn }) => [kind, who, dueOn]);

  it('are one and four school weeks after the first day back', async () => {
    const made = await app.must('reintegration.plan-looks', { exclusionId, who: 'Ms Reed' });
    expect(made.days).toEqual(['2025-11-24', '2025-12-15']);
    expect(await days()).toEqual([
      ['one-week', 'Ms Reed', '2025-11-24'],
      ['four-weeks', 'Ms Reed', '2025-12-15'],
    ]);
  });

  it('planned again go to somebody else; taken ones stay as they are', async () => {
    await app.must('reintegration.plan-looks', { exclusionId, who: 'Ms Reed' });
    const [first] = (await get()).steps;
    app.goTo('2025-11-24');
    const done = { stepId: first?.id ?? '', version: 1, doneOn: '2025-11-24', outcome: 'In all lessons' };
    await app.must('reintegration.finish-step', done);
    await app.must('reintegration.plan-looks', { exclusionId, who: 'Mr Hall' });
    expect(await days()).toEqual([
      ['one-week', 'Ms Reed', '2025-11-24'],
      ['four-weeks', 'Mr Hall', '2025-12-15'],
    ]);
    expect(await app.run('reintegration.finish-step', { ...done, version: 2 })).toMatchObject({
      error: { code: 'conflict' },
    });
  });

  it('move with the first day back, and say so', async () => {
    await app.must('reintegration.plan-looks', { exclusionId, who: 'Ms Reed' });
    app.goTo('2025-11-19');
    const { draft } = await app.must('exclusions.get', { id: exclusionId });
    const event = { id: exclusionId, version: draft.version, type: 'returned', on: '2025-11-19' } as const;
    await app.must('exclusions.record-event', event);
    const { steps, firstDayBack } = await get();
    expect(firstDayBack).toBe('2025-11-19');
    expect(steps.map(({ dueOn }) => dueOn)).toEqual(['2025-11-26', '2025-12-17']);
    expect(steps[0]?.detail).toMatch(/^Moved from Mon 24 November 2025 because this was recorded: /);
  });

  it('move back when the return was recorded by mistake, and stay when they were taken', async () => {
    await app.must('reintegration.plan-looks', { exclusionId, who: 'Ms Reed' });
    app.goTo('2025-11-24');
    const [first] = (await get()).steps;
    const done = { stepId: first?.id ?? '', version: 1, doneOn: '2025-11-24', outcome: 'In all lessons' };
    await app.must('reintegration.finish-step', done);
    const { draft } = await app.must('exclusions.get', { id: exclusionId });
    const event = { id: exclusionId, version: draft.version, type: 'returned', on: '2025-11-19' } as const;
    const { version } = await app.must('exclusions.record-event', event);
    expect((await days()).map(([, , day]) => day)).toEqual(['2025-11-24', '2025-12-17']);
    const [returned] = (await app.must('exclusions.get', { id: exclusionId })).events;
    const wrong = { id: exclusionId, version, eventId: returned?.id ?? '', reason: 'Another pupil' };
    await app.must('exclusions.void-event', wrong);
    expect((await days()).map(([, , day]) => day)).toEqual(['2025-11-24', '2025-12-15']);
  });

  it('move when the school closes on their day', async () => {
    await app.must('reintegration.plan-looks', { exclusionId, who: 'Ms Reed' });
    const plan = await app.must('calendar.get', {});
    await app.must('calendar.save', {
      schoolYear: 2025,
      terms: plan.terms.filter(({ schoolYear }) => schoolYear === 2025),
      closures: [{ from: '2025-11-24', to: '2025-11-24', slot: 'all', kind: 'closure', name: 'Snow' }],
    });
    expect((await get()).steps[0]).toMatchObject({
      dueOn: '2025-11-25',
      detail: expect.stringMatching(/^Moved from Mon 24 November 2025 because the school calendar/),
    });
  });

  it('of a case that another one joins count from the return of the later one', async () => {
    app.goTo('2025-11-14');
    await app.must('reintegration.plan-looks', { exclusionId, who: 'Ms Reed' });
    await app.issue(amara, { startDate: '2025-11-17', halfDays: 4 });
    expect((await get()).firstDayBack).toBe('2025-11-19');
    expect((await days())[0]).toEqual(['one-week', 'Ms Reed', '2025-11-26']);
  });
});

describe('a part-time return', () => {
  const add = (more: Partial<OperationInput<'reintegration.add-step'>>) =>
    app.run('reintegration.add-step', {
      exclusionId,
      kind: 'part-time',
      who: 'Ms Reed',
      from: '2025-11-17',
      dueOn: '2025-12-12',
      detail: 'Mornings',
      ...more,
    });

  it('has a last day, on which it is due for review', async () => {
    expect(await add({})).toMatchObject({ ok: true });
    expect((await get()).steps).toMatchObject([
      { kind: 'part-time', from: '2025-11-17', dueOn: '2025-12-12', detail: 'Mornings', state: 'to-come' },
    ]);
  });

  it('past six weeks is refused without a reason, also when it is made longer by a second one', async () => {
    expect(await add({ dueOn: '2025-12-29' })).toMatchObject({
      ok: false,
      error: { fields: [{ path: 'reason' }] },
    });
    expect(await add({ dueOn: '2025-12-28' })).toMatchObject({ ok: true });
    const second = { from: '2026-01-05', dueOn: '2026-01-16' };
    expect(await add(second)).toMatchObject({ ok: false, error: { fields: [{ path: 'reason' }] } });
    expect(await add({ ...second, reason: 'Surgery' })).toMatchObject({ ok: true });
    expect((await get()).steps[1]?.detail).toBe('Mornings\nLonger than 6 weeks because: Surgery');
  });

  it.each([
    ['from', { from: undefined }],
    ['from', { from: '2025-11-14' }],
    ['dueOn', { dueOn: '2025-11-16' }],
    ['dueOn', { dueOn: '2027-11-16' }],
  ] as const)('is refused at %s: %o', async (path, more) => {
    expect(await add(more)).toMatchObject({ ok: false, error: { fields: [{ path }] } });
  });

  it('that begins before a first day back that moved is warned of', async () => {
    await add({});
    app.goTo('2025-11-19');
    const { draft } = await app.must('exclusions.get', { id: exclusionId });
    const event = { id: exclusionId, version: draft.version, type: 'returned', on: '2025-11-19' } as const;
    await app.must('exclusions.record-event', event);
    expect((await get()).warnings).toEqual([expect.stringContaining('Agree its days again')]);
  });

  it('taken away is gone, and the trail keeps it', async () => {
    await add({});
    const [step] = (await get()).steps;
    const gone = { stepId: step?.id ?? '', version: 1, reason: 'Wrong pupil' };
    await app.must('reintegration.remove-step', gone);
    expect((await get()).steps).toEqual([]);
    expect(await app.run('reintegration.remove-step', gone)).toMatchObject({ error: { code: 'not-found' } });
    const row = (await app.audit()).findLast(({ operation }) => operation === 'reintegration.remove-step');
    expect(row).toMatchObject({
      detail: { reason: 'Wrong pupil', step: { before: { detail: 'Mornings' } } },
    });
  });
});
