import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openPlanApp, REFERRAL, refused, TARGETS, type PlanApp } from '../builders/plan-book.ts';
import { readDocxText } from '../documents/read-docx-text.ts';

/** A Wednesday. */
const TODAY = '2025-11-12';

let app: PlanApp;
let ben: string;
beforeEach(async () => {
  app = await openPlanApp();
  ben = await app.pupil('Ben Brown');
});
afterEach(() => app.close());

describe('the inclusion panel', () => {
  const get = async (panelId: string) => app.must('panel.get', { panelId });
  const call = async (on: string) =>
    (await app.must('panel.save', { on, startsAt: '15:30', place: 'Library' })).panelId;
  const versionOf = async (panelId: string) => (await get(panelId)).version;

  it('is proposed pupils without key worker, with returned referrals, targets not met twice, a third exclusion', async () => {
    const [cara, dan] = [await app.pupil('Cara Lee'), await app.pupil('Dan Moss')];
    await app.must('plans.start', { pupilId: ben, targets: TARGETS });
    await app.review(ben, 'met', 'not-met');
    app.goTo('2025-11-19');
    const panelId = await call('2025-12-10');
    expect((await get(panelId)).proposals).toEqual([]);
    await app.review(ben, 'met', 'not-met');
    const agencyId = await app.agency('Team', { team: true });
    const { referralId } = await app.must('referrals.make', {
      pupilId: cara,
      agencyId,
      ...REFERRAL,
      parents: 'agreed',
    });
    await app.must('referrals.answer', { referralId, version: 1, as: 'returned', answer: 'Too early' });
    for (const day of ['2025-11-20', '2025-11-25', '2025-11-27']) {
      app.goTo(day);
      await app.issue(dan, { startDate: day, incidentOn: day, halfDays: 2 });
    }
    const { proposals } = await get(panelId);
    expect(proposals.map(({ name, reasons }) => [name, ...reasons.map(({ text }) => text)])).toEqual([
      [
        'Dan Moss',
        'On the register since 20 November without a key worker',
        'Third exclusion this school year, the last on 27 November',
      ],
      ['Ben Brown', 'Not met at two reviews, last on 19 November: Homework handed in'],
      ['Cara Lee', 'Referral to Team came back on 19 November'],
    ]);
  });

  it('is minuted by pupil; an action is due from its day until it is done, and nobody is proposed twice', async () => {
    await app.must('plans.start', { pupilId: ben, targets: TARGETS });
    await app.review(ben, 'not-met', 'met');
    app.goTo('2025-11-19');
    await app.review(ben, 'not-met', 'met');
    const panelId = await call('2025-11-20');
    await app.must('panel.put', { panelId, version: 1, pupilId: ben, why: 'Not on time' });
    const minutes = {
      panelId,
      pupilId: ben,
      discussed: 'He is late after the bus.',
      decision: 'Another bus',
      owner: 'Mr Hall',
      dueOn: '2025-12-01',
    };
    expect((await refused(app.run('panel.minute', { ...minutes, version: 2 }))).message).toMatch(/meets on/);
    app.goTo('2025-11-20');
    expect(
      await refused(app.run('panel.minute', { ...minutes, version: 2, dueOn: undefined })),
    ).toMatchObject({ fields: [{ path: 'dueOn' }] });
    await app.must('panel.minute', { ...minutes, version: 2 });
    expect(await refused(app.run('panel.take-off', { panelId, version: 3, pupilId: ben }))).toMatchObject({
      code: 'conflict',
    });
    await app.must('panel.hold', { panelId, version: 3, present: 'Mrs Head, Mr Hall' });
    expect(await app.due()).toEqual([]);
    app.goTo('2025-12-01');
    expect(await app.due()).toEqual([
      ['Mr Hall to do what the panel of 20 November decided', '2025-12-01', `/support/panel/${panelId}`],
    ]);
    expect((await app.must('panel.list', {})).panels).toMatchObject([{ pupils: 1, actions: 1 }]);
    const next = await call('2025-12-10');
    expect((await get(next)).proposals).toEqual([]);
    await app.must('panel.action-done', { panelId, pupilId: ben });
    expect(await app.due()).toEqual([]);
    expect(await refused(app.run('panel.action-done', { panelId, pupilId: ben }))).toMatchObject({
      code: 'conflict',
    });
    expect((await app.support(ben)).panels).toMatchObject([
      { decision: 'Another bus', owner: 'Mr Hall', doneOn: '2025-12-01', held: true },
    ]);
  });

  it('has an agenda before it and minutes after it, on paper', async () => {
    const panelId = await call(TODAY);
    const write = (what: 'agenda' | 'minutes') =>
      app.run('panel.print', {
        panelId,
        what,
        format: 'word',
        destination: app.fileId(join(app.folder, `${what}.docx`)),
      });
    const read = async (what: string) => readDocxText(await readFile(join(app.folder, `${what}.docx`)));
    await app.must('panel.put', { panelId, version: 1, pupilId: ben, why: 'Third exclusion' });
    expect((await refused(write('minutes'))).message).toMatch(/not held yet/);
    expect((await write('agenda')).ok).toBe(true);
    expect(await read('agenda')).toMatch(/Wed 12 November 2025, 3.30 pm Library .*1. Ben Brown \(9B\) Third/);
    await app.must('panel.minute', {
      panelId,
      version: await versionOf(panelId),
      pupilId: ben,
      discussed: 'He was heard.',
      decision: 'A mentor',
      owner: 'Ms Reed',
      dueOn: '2025-11-28',
    });
    await app.must('panel.hold', { panelId, version: await versionOf(panelId), present: 'Mrs Head' });
    expect((await write('minutes')).ok).toBe(true);
    expect(await read('minutes')).toMatch(
      /Present Mrs Head .*Why: Third exclusion He was heard. .*Decided: A mentor .*Action: Ms Reed, by Fri 28 November 2025/,
    );
    const printed = (await app.audit()).filter(({ operation }) => operation === 'panel.print');
    expect(printed.map(({ detail }) => detail)).toMatchObject([
      { what: 'agenda', pupilIds: [ben] },
      { what: 'minutes', pupilIds: [ben] },
    ]);
  });

  it('takes each pupil once, and meets once a day', async () => {
    const panelId = await call(TODAY);
    await app.must('panel.put', { panelId, version: 1, pupilId: ben, why: 'New' });
    const again = { panelId, version: 2, pupilId: ben, why: 'New' };
    expect(await refused(app.run('panel.put', again))).toMatchObject({ code: 'conflict' });
    expect(await refused(app.run('panel.save', { on: TODAY }))).toMatchObject({ fields: [{ path: 'on' }] });
    await app.must('panel.take-off', { panelId, version: 2, pupilId: ben });
    expect((await get(panelId)).items).toEqual([]);
  });
});

it('what is done of plans, referrals and panels is in the audit trail as the pupil’s', async () => {
  await app.must('plans.start', { pupilId: ben, targets: TARGETS });
  const { id: planId, version } = await app.plan(ben);
  await refused(app.run('plans.close', { planId, version, why: 'Not mine' }, 'provider-staff'));
  const agencyId = await app.agency('Team');
  await app.must('referrals.make', { pupilId: ben, agencyId, ...REFERRAL, parents: 'agreed' });
  const { panelId } = await app.must('panel.save', { on: TODAY });
  await app.must('panel.put', { panelId, version: 1, pupilId: ben, why: 'Both' });
  const rows = await app.services.store.read((db) => db.select().from(db.tables.audit));
  expect(
    rows.filter(({ pupilId }) => pupilId === ben).map(({ operation, outcome }) => [operation, outcome]),
  ).toEqual(
    expect.arrayContaining([
      ['plans.start', 'done'],
      ['plans.close', 'refused'],
      ['referrals.make', 'done'],
      ['panel.put', 'done'],
    ]),
  );
});
