import { afterEach, beforeEach, expect, it } from 'vitest';
import { openExclusionApp, type ExclusionApp } from '../../../tests/builders/exclusion-school.ts';
import { addExclusion } from '../../../tests/builders/pupil-exclusion.ts';
import { workOutMissingDuties } from './missing-duties.ts';

let app: ExclusionApp;
beforeEach(async () => {
  app = await openExclusionApp();
});
afterEach(() => app.close());

const duties = async (exclusionId: string) =>
  (await app.must('duties.list', { exclusionId })).duties.map(({ key }) => key);

it('gives the open cases of an older version their duties, and leaves everything else alone', async () => {
  const pupilId = await app.pupil('Amara Okafor');
  await addExclusion(app, { id: 'old', pupilId, halfDays: [['2025-11-10', 'am']] });
  await addExclusion(app, { id: 'long-over', pupilId, halfDays: [['2024-11-11', 'am']] });
  const { id: known } = await app.issue(await app.pupil('Ben Brown'));
  const before = await duties(known);

  await workOutMissingDuties(app.services);
  expect(await duties('old')).toContain('tell-parents-writing');
  expect(await duties('long-over')).toEqual([]);
  expect(await duties(known)).toEqual(before);

  await app.must('duties.fulfil', {
    exclusionId: 'old',
    key: 'tell-parents-writing',
    on: '2025-11-12',
    how: 'By post',
    byWhom: 'Mrs Office',
  });
  await workOutMissingDuties(app.services);
  const { duties: after, changes } = await app.must('duties.list', { exclusionId: 'old' });
  expect(after.find(({ key }) => key === 'tell-parents-writing')?.status).toBe('done');
  expect(changes).toHaveLength(1);
});

it('does nothing in a database that is no school’s', async () => {
  await app.services.store.write((db) => db.update(db.tables.workspace).set({ homeSchoolId: null }));
  await expect(workOutMissingDuties(app.services)).resolves.toBeUndefined();
});
