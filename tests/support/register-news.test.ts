import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openAtRiskApp, type AtRiskApp } from '../builders/at-risk-school.ts';

let app: AtRiskApp;
let ben: string;
beforeEach(async () => {
  app = await openAtRiskApp();
  ben = await app.pupil('Ben Brown');
});
afterEach(() => app.close());

const open = async () => (await app.must('support.list', {})).entries;

const signOff = async (pupilId: string, more: { as?: 'criteria' | 'date' | 'decision' } = {}) => {
  const { id: entryId, version } = await app.entryOf(pupilId);
  return app.run('support.sign-off', { entryId, version, reason: 'Going well', ...more });
};

describe('what is new of a pupil', () => {
  it('days out at an earlier school put the pupil there as soon as they are entered, once', async () => {
    await app.setCriteria({ criteria: [{ category: 'A', rule: { kind: 'excluded-days', days: 5 } }] });
    const earlier = { pupilId: ben, schoolYear: 2025, term: 'autumn', source: 'Last school' } as const;
    await app.must('pupils.set-earlier-half-days', { ...earlier, halfDays: 9 });
    expect(await open()).toEqual([]);
    await app.must('pupils.set-earlier-half-days', { ...earlier, halfDays: 10 });
    expect((await open()).map(({ why }) => why)).toEqual([['5 days excluded in 2025/26']]);
    await app.must('pupils.set-earlier-half-days', { ...earlier, halfDays: 11 });
    const [{ id: entryId } = { id: '' }, ...more] = await open();
    expect(more).toEqual([]);
    const written = (await app.audit()).filter(({ subjectId }) => subjectId === entryId);
    expect(written.map(({ operation }) => operation)).toEqual([
      'pupils.set-earlier-half-days',
      'pupils.set-earlier-half-days',
    ]);
  });

  it('attendance: a figure of an earlier school year puts nobody there, one of this year does', async () => {
    const figure = { pupilId: ben, percent: 50, source: 'Register' };
    expect(await app.must('support.set-attendance', { ...figure, on: '2025-07-10' })).toEqual({
      as: 'unchanged',
    });
    expect(await open()).toEqual([]);
    expect(await app.must('support.set-attendance', { ...figure, on: '2025-11-07' })).toMatchObject({
      as: 'raised',
    });
    expect((await app.entryOf(ben)).why).toEqual(['Attendance 50% on 7 November, below 75%']);
  });

  it('an exclusion taken back and issued again with the same first day is a new one after the sign-off', async () => {
    const { id, version } = await app.issue(ben);
    const back = { date: '2025-11-13', slot: 'am' } as const;
    await app.must('exclusions.cancel', { id, version, back, reason: 'Wrong account' }, 'decider');
    expect(await signOff(ben, { as: 'criteria' })).toMatchObject({ ok: true });
    await app.attendance(ben, 90);
    expect(await open()).toEqual([]);
    await app.issue(ben, { halfDays: 6 });
    expect((await open()).map(({ why, times }) => [why, times])).toEqual([
      [['Excluded once, 13 November'], expect.any(Number)],
    ]);
  });

  it('is nothing that other criteria of the same kind find again: an entry has it once, a sign-off stays', async () => {
    await app.issue(ben);
    // As the criteria of an area come: with ids of their own.
    const anew = () =>
      app.setCriteria({
        criteria: [
          { category: 'A', rule: { kind: 'excluded-times', times: 1 } },
          { category: 'B', rule: { kind: 'attendance-below', percent: 80 } },
        ],
      });
    await anew();
    await app.attendance(ben, 90);
    expect((await app.entryOf(ben)).why).toEqual(['Excluded once, 13 November']);
    expect(await signOff(ben)).toMatchObject({ ok: true });
    await anew();
    await app.attendance(ben, 91);
    expect(await open()).toEqual([]);
    await app.attendance(ben, 79);
    expect((await app.entryOf(ben)).categories).toEqual(['A', 'B']);
  });
});
