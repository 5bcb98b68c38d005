import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openExclusionApp, type ExclusionApp } from '../../../tests/builders/exclusion-school.ts';

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

describe('what changes duties', () => {
  const moves = async () =>
    (await app.must('duties.list', { exclusionId: id })).changes.map(({ key, text }) => `${key}: ${text}`);

  it('a closed day moves the return, and says from when to when and why', async () => {
    const calendar = await app.must('calendar.get', { schoolYear: 2025 });
    const snow = {
      from: '2025-11-17',
      to: '2025-11-17',
      slot: 'all',
      kind: 'closure',
      name: 'Snow',
    } as const;
    await app.must('calendar.save', {
      schoolYear: 2025,
      terms: calendar.terms,
      closures: [...calendar.closures, snow],
    });
    expect(await moves()).toContain(
      'return-to-school: Moved from Mon 17 November 2025 to Tue 18 November 2025 because the school calendar was changed.',
    );
  });

  it('the area’s promise, contacts, earlier days and an examination add or take away duties', async () => {
    const { sessionTimes } = await app.must('calendar.get', {});
    await app.must('calendar.save-day', { sessionTimes });
    expect(await moves()).toContainEqual(
      expect.stringMatching(/^education-promise: No longer owed because the area’s promise/),
    );
    await app.must('contacts.save', {
      pupilId: amara,
      relation: 'social-worker',
      name: 'Ms Worker',
      position: 1,
    });
    expect((await duty('tell-social-worker'))?.status).toBe('due');
    await app.must('pupils.set-earlier-half-days', {
      pupilId: amara,
      schoolYear: 2025,
      term: 'autumn',
      halfDays: 30,
      source: 'Letter of the earlier school',
    });
    expect(await duty('governors-meeting')).toMatchObject({ status: 'due' });
    expect(await duty('tell-parents-writing')).toMatchObject({
      action: { templateId: 'parents-over-15' },
    });
    const { id: exam } = await app.must('exams.save', {
      pupilId: amara,
      kind: 'public-examination',
      name: 'GCSE French',
      date: '2025-11-14',
      slot: 'am',
    });
    expect((await duty('governors-meeting'))?.why).toMatch(/GCSE French/);
    await app.must('exams.remove', { id: exam });
    expect((await duty('governors-meeting'))?.why).not.toMatch(/GCSE French/);
  });

  it('an exclusion entered later for earlier days raises the total of the one after it', async () => {
    expect(await duty('governors-meeting')).toBeUndefined();
    await app.issue(amara, { startDate: '2025-09-08', halfDays: 30, incidentOn: '2025-09-05' });
    expect(await duty('governors-meeting')).toMatchObject({ status: 'due' });
  });

  it('the day on which the governors were told moves their window', async () => {
    const other = await app.issue(await app.pupil('Ben Brown'), { kind: 'permanent' });
    const before = await duty('governors-meeting', other.id);
    app.goTo('2025-11-14');
    await app.must('duties.fulfil', {
      exclusionId: other.id,
      key: 'tell-governors',
      on: '2025-11-14',
      how: 'By e-mail',
      byWhom: 'Mrs Office',
    });
    const after = await duty('governors-meeting', other.id);
    expect([before?.dueBy, after?.dueBy]).toEqual(['2025-12-03', '2025-12-05']);
  });

  it('writes nothing when nothing changes', async () => {
    const calendar = await app.must('calendar.get', { schoolYear: 2025 });
    const rows = () => app.services.store.read((db) => db.select().from(db.tables.duties));
    const before = await rows();
    await app.must('calendar.save', {
      schoolYear: 2025,
      terms: calendar.terms,
      closures: calendar.closures,
    });
    expect(await rows()).toEqual(before);
    expect(await moves()).toEqual([]);
  });

  it('a duty that was done is never lost, whatever moves or ends', async () => {
    const phone = { exclusionId: id, key: 'tell-parents-phone', on: '2025-11-12' };
    await app.must('duties.fulfil', { ...phone, how: 'By phone', byWhom: 'Mrs Office' });
    await app.must(
      'exclusions.cancel',
      { id, version: 1, back: { date: '2025-11-13', slot: 'am' }, reason: 'Wrong pupil' },
      'decider',
    );
    expect(await duty('tell-parents-phone')).toMatchObject({
      status: 'done',
      fulfilled: { byWhom: 'Mrs Office' },
    });
  });

  it('leaves cases that were over long ago as they are', async () => {
    const old = await app.issue(amara, { startDate: '2025-03-03', halfDays: 2, incidentOn: '2025-02-28' });
    const before = await app.must('duties.list', { exclusionId: old.id });
    const { sessionTimes } = await app.must('calendar.get', {});
    await app.must('calendar.save-day', { sessionTimes });
    expect(await app.must('duties.list', { exclusionId: old.id })).toEqual(before);
    expect((await duty('education-promise'))?.status).toBe('no-longer-owed');
  });

  it('a pupil file that says in care adds the virtual school head', async () => {
    await app.services.store.write((db) => db.update(db.tables.pupils).set({ inCare: true }));
    await app.must('contacts.save', { pupilId: amara, relation: 'parent', name: 'Ms Okafor', position: 1 });
    expect((await duty('tell-virtual-school-head'))?.status).toBe('due');
  });
});
