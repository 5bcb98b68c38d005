import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OperationInput } from '#shared/contract/contract.ts';
import { addPlaces } from '../../../../tests/builders/pupil-exclusion.ts';
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

describe('a case that was taken back', () => {
  it('asks for nothing and takes nothing more', async () => {
    const { id, version } = await app.issue(amara, { startDate: '2025-11-24', halfDays: 4 });
    await app.must('reintegration.plan-looks', { exclusionId: id, who: 'Ms Reed' });
    const back = { date: '2025-11-24', slot: 'am' } as const;
    await app.must('exclusions.cancel', { id, version, back, reason: 'New evidence' }, 'decider');
    expect((await get(id)).asksNothing).toMatch(/taken back/);
    expect(await app.run('reintegration.plan-looks', { exclusionId: id, who: 'Mr Hall' })).toMatchObject({
      error: { code: 'refused' },
    });
  });

  it('is like a draft, a lunchtime exclusion and a permanent one that stands: nobody comes back from it', async () => {
    const draft = await app.must('exclusions.save-draft', app.draft(amara, { startDate: '2025-12-01' }));
    expect(await app.run('reintegration.get', { exclusionId: draft.id })).toMatchObject({
      error: { code: 'refused' },
    });
    const lunch = await app.issue(amara, { kind: 'lunchtime', startDate: '2025-11-20', halfDays: 2 });
    expect((await get(lunch.id)).asksNothing).toMatch(/lunchtime/);
    const ben = await app.pupil('Ben Brown');
    const gone = await app.issue(ben, { kind: 'permanent', startDate: '2025-11-18' });
    expect((await get(gone.id)).asksNothing).toMatch(/does not come back/);
  });
});

describe('two exclusions that end in one return', () => {
  it('have the looks once: planned with the first, they are not planned with the second again', async () => {
    const planned = await app.must('reintegration.plan-looks', { exclusionId, who: 'Ms Reed' });
    const { id } = await app.issue(amara, { startDate: '2025-11-24', incidentOn: '2025-11-17', halfDays: 2 });
    const { id: joined } = await app.issue(amara, {
      startDate: '2025-11-25',
      incidentOn: '2025-11-17',
      halfDays: 4,
    });
    const { days } = await app.must('reintegration.plan-looks', { exclusionId: id, who: 'Ms Reed' });
    expect(days).not.toEqual(planned.days);
    const again = await app.run('reintegration.plan-looks', { exclusionId: joined, who: 'Ms Reed' });
    expect(again).toMatchObject({
      error: { code: 'conflict', message: expect.stringContaining('the looks are planned there') as string },
    });
    const given = await app.run('reintegration.plan-looks', { exclusionId: id, who: 'Mr Hall' });
    expect(given).toMatchObject({ ok: true, value: { days } });
  });
});

describe('the provider’s report', () => {
  it('is at hand: each stay of the exclusion, with what was written of it', async () => {
    const sessions = [
      ['2025-11-13', 'am'],
      ['2025-11-13', 'pm'],
    ] as const;
    await addPlaces(app, { exclusionId, pupilId: amara, provider: 'Unit', sessions });
    const placementId = `${exclusionId} Unit booked`;
    const stay = { placementId, providerName: 'Unit', from: '2025-11-13', to: '2025-11-13' };
    expect((await get()).reports).toEqual([stay]);
    const report = { work: 'All done', behaviour: 'Calm', nextSteps: 'Short tasks' };
    await app.must('stays.report', { placementId, ...report });
    expect((await get()).reports).toMatchObject([{ ...stay, report }]);
  });
});

describe('the pupil’s history', () => {
  it('says what was noted of the return, without names and accounts', async () => {
    await save({ whatWorked: 'Mornings' });
    await save(held);
    await app.must('reintegration.plan-looks', { exclusionId, who: 'Ms Reed' });
    const step = { exclusionId, kind: 'restorative', who: 'Mr Hall', dueOn: '2025-11-17' } as const;
    const { stepId } = await app.must('reintegration.add-step', step);
    const done = { stepId, version: 1, doneOn: '2025-11-17', outcome: 'Said sorry' };
    await app.must('reintegration.finish-step', done);
    await app.must('reintegration.remove-step', { stepId, version: 2, reason: 'Mistake' });
    const { history } = await app.must('pupils.get', { pupilId: amara });
    expect(history.map(({ text }) => text).slice(0, 6)).toEqual([
      'Taken away from what follows the return: Restorative meeting, Mon 17 November',
      'Done after the return: Restorative meeting, Mon 17 November',
      'Agreed for after the return: Restorative meeting, Mon 17 November',
      'Named who looks in on Mon 24 November and Mon 15 December',
      'Noted the reintegration meeting of Mon 17 November',
      'Noted the way back to school',
    ]);
  });
});

describe('what worked', () => {
  it('stands at the next exclusion of the pupil, with the day of the meeting', async () => {
    await save({ ...held, whatWorked: 'Mornings with the mentor' });
    const worked = {
      exclusionId,
      startDate: '2025-11-13',
      heldOn: '2025-11-17',
      whatWorked: 'Mornings with the mentor',
    };
    expect(await app.must('reintegration.what-worked', { pupilId: amara })).toEqual({ worked: [worked] });
    const next = await app.issue(amara, { startDate: '2025-11-24' });
    expect((await get(next.id)).earlier).toEqual([worked]);
    expect((await get()).earlier).toEqual([]);
  });

  it('is for who may see exclusions; the return is written by who may record them', async () => {
    expect(await app.run('reintegration.what-worked', { pupilId: amara }, 'provider-staff')).toMatchObject({
      error: { code: 'not-permitted' },
    });
    const clerk = await app.must('reintegration.get', { exclusionId }, 'governor-clerk');
    expect(clerk).not.toHaveProperty('reports');
    expect(await app.run('reintegration.save', { exclusionId, version: 0 }, 'governor-clerk')).toMatchObject({
      error: { code: 'not-permitted' },
    });
  });
});
