import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OperationInput } from '#shared/contract/contract.ts';
import { openTestApp, type TestApp } from '../../../../tests/builders/app.ts';
import { auditOf } from '../../../../tests/builders/audit-of.ts';
import { addPupils, pupilRecord } from '../../../../tests/builders/pupil-row.ts';
import { setUpSchool } from '../../../../tests/builders/school.ts';

type Day = OperationInput<'calendar.save-day'>;

let app: TestApp;
beforeEach(async () => {
  app = openTestApp();
  await setUpSchool(app);
});
afterEach(() => app.close());

const am = { slot: 'am', starts: '08:30', ends: '11:50' } as const;
const pm = { slot: 'pm', starts: '12:40', ends: '14:55' } as const;
const day: Day = { sessionTimes: [am, pm], promiseFromDay: 1 };

describe('saving the school day (calendar.save-day)', () => {
  it('replaces the times and the promise, and the next exclusion is shown with it', async () => {
    await addPupils(app, [pupilRecord(1)]);
    const due = async () =>
      (
        await app.must('exclusions.preview', {
          pupilId: 'pupil-1',
          kind: 'fixed-period',
          startDate: '2025-11-13',
          halfDays: 4,
        })
      ).educationDue;
    expect(await due()).toEqual({});
    await app.must('calendar.save-day', day, 'decider');
    expect((await app.must('calendar.get', {})).sessionTimes).toEqual([am, pm]);
    expect((await app.must('setup.status', {})).promiseFromDay).toBe(1);
    expect(await due()).toMatchObject({ promise: { date: '2025-11-13' } });
  });

  it('takes the promise back when none is given, and leaves the year as it was', async () => {
    const before = await app.must('calendar.get', {});
    await app.must('calendar.save-day', day);
    await app.must('calendar.save-day', { sessionTimes: before.sessionTimes });
    expect(await app.must('setup.status', {})).not.toHaveProperty('promiseFromDay');
    expect(await app.must('calendar.get', {})).toEqual(before);
  });

  it('keeps what was and what is in the audit trail', async () => {
    await app.must('calendar.save-day', day);
    expect(await auditOf(app, 'calendar.save-day')).toMatchObject([
      {
        subjectType: 'school-day',
        subjectId: 'school-1',
        detail: { before: { sessionTimes: [{ starts: '08:45' }, { starts: '13:05' }] }, after: day },
      },
    ]);
  });

  it.each<[string, unknown, string]>([
    ['one session only', { sessionTimes: [am] }, 'sessionTimes'],
    ['two mornings', { sessionTimes: [am, { ...pm, slot: 'am' }] }, 'sessionTimes.1.slot'],
    [
      'an afternoon before the morning is over',
      { sessionTimes: [am, { ...pm, starts: '11:00' }] },
      'sessionTimes.1.starts',
    ],
    [
      'a session that ends before it starts',
      { sessionTimes: [am, { ...pm, ends: '12:00' }] },
      'sessionTimes.1.ends',
    ],
    ['no time of day', { sessionTimes: [{ ...am, starts: '8.30' }, pm] }, 'sessionTimes.0.starts'],
    ['a promise from no day', { ...day, promiseFromDay: 0 }, 'promiseFromDay'],
    ['a promise after the third week', { ...day, promiseFromDay: 16 }, 'promiseFromDay'],
  ])('is refused for %s, and nothing changes', async (_, wrong, path) => {
    const before = await app.must('calendar.get', {});
    expect(await app.run('calendar.save-day', wrong as Day)).toMatchObject({
      ok: false,
      error: { code: 'invalid-input', fields: expect.arrayContaining([expect.objectContaining({ path })]) },
    });
    expect(await app.must('calendar.get', {})).toEqual(before);
    expect(await auditOf(app, 'calendar.save-day')).toEqual([]);
  });

  it('asks for a set-up where there is no school, and is for those who may edit the calendar', async () => {
    const empty = openTestApp();
    expect(await empty.run('calendar.save-day', day)).toMatchObject({ error: { code: 'not-set-up' } });
    await empty.close();
    for (const role of ['recorder', 'provider-staff', 'governor-clerk', 'authority'] as const) {
      expect(await app.run('calendar.save-day', day, role)).toMatchObject({
        error: { code: 'not-permitted' },
      });
    }
  });
});
