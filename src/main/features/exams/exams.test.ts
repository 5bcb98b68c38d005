import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OperationInput } from '#shared/contract/contract.ts';
import { openOfficeApp, type OfficeApp } from '../../../../tests/builders/office-school.ts';

let app: OfficeApp;
let amara: string;
beforeEach(async () => {
  app = await openOfficeApp();
  amara = await app.pupil('Amara Okafor');
  await app.setPupil(amara, { ncYear: '11' });
});
afterEach(() => app.close());

const maths: OperationInput<'exams.save'> = {
  ncYear: '11',
  kind: 'public-examination',
  name: 'GCSE Mathematics, paper 1',
  date: '2026-05-14',
  slot: 'am',
};
const resit = () => ({
  pupilId: amara,
  kind: 'public-examination' as const,
  name: 'GCSE English resit',
  date: '2025-11-18',
  slot: 'pm' as const,
});

describe('exams.list', () => {
  it('has the examinations of year groups and of single pupils in order of their days', async () => {
    await app.must('exams.save', maths);
    await app.must('exams.save', resit());
    await app.must('exams.save', {
      ...maths,
      ncYear: '6',
      kind: 'national-curriculum-test',
      name: 'KS2 reading',
    });
    const { exams } = await app.must('exams.list', {});
    expect(exams.map(({ name }) => name)).toEqual([
      'GCSE English resit',
      'GCSE Mathematics, paper 1',
      'KS2 reading',
    ]);
    expect(exams[0]).toMatchObject({ pupil: { id: amara, name: 'Amara Okafor', form: '9B' } });
    expect(exams[0]).not.toHaveProperty('ncYear');
    expect(exams[1]).not.toHaveProperty('pupil');
  });

  it('has a pupil’s own ones and those of the pupil’s year group', async () => {
    await app.must('exams.save', maths);
    await app.must('exams.save', { ...maths, ncYear: '10', name: 'Of another year' });
    await app.must('exams.save', resit());
    const ben = await app.pupil('Ben Brown');
    const names = async (pupilId: string) =>
      (await app.must('exams.list', { pupilId })).exams.map(({ name }) => name);
    expect(await names(amara)).toEqual(['GCSE English resit', 'GCSE Mathematics, paper 1']);
    expect(await names(ben)).toEqual([]);
    expect(await app.run('exams.list', { pupilId: 'nobody' })).toMatchObject({
      error: { code: 'not-found' },
    });
  });
});

describe('exams.save', () => {
  it('leaves a pupil’s own examination in the pupil’s history', async () => {
    await app.must('exams.save', resit());
    expect((await app.must('pupils.get', { pupilId: amara })).history[0]?.text).toBe(
      'Added an examination: GCSE English resit, Tue 18 November 2025 pm',
    );
  });

  it('refuses the same examination twice', async () => {
    await app.must('exams.save', maths);
    const twin = { ...maths, name: maths.name.toUpperCase() };
    expect(await app.run('exams.save', twin)).toMatchObject({
      error: { code: 'conflict', fields: [{ path: 'name' }] },
    });
    expect((await app.run('exams.save', { ...maths, slot: 'pm' })).ok).toBe(true);
  });

  it('refuses a pupil who is not of this school', async () => {
    expect(await app.run('exams.save', { ...resit(), pupilId: 'nobody' })).toMatchObject({
      error: { code: 'not-found', fields: [{ path: 'pupilId' }] },
    });
  });

  it.each([
    ['date', { ...maths, date: '2002-12-31' }],
    ['date', { ...maths, date: '2027-11-15' }],
    ['date', { ...maths, date: '2026-02-30' }],
    ['ncYear', { ...maths, ncYear: '15' }],
    ['name', { ...maths, name: ' ' }],
    ['ncYear', { ...maths, pupilId: 'pupil-1' }],
  ])('refuses a wrong %s', async (path, input) => {
    expect(await app.run('exams.save', input)).toMatchObject({
      error: { code: 'invalid-input', fields: [{ path }] },
    });
  });

  it('refuses an examination of nobody', async () => {
    const { ncYear: _ncYear, ...nobody } = maths;
    expect(await app.run('exams.save', nobody)).toMatchObject({
      error: { code: 'invalid-input', fields: [{ path: 'ncYear' }] },
    });
  });

  it('is not for a governors’ clerk', async () => {
    expect(await app.run('exams.save', maths, 'governor-clerk')).toMatchObject({
      error: { code: 'not-permitted' },
    });
  });
});

describe('exams.remove', () => {
  it('removes it and keeps in the audit trail what it was', async () => {
    const { id } = await app.must('exams.save', maths);
    await app.must('exams.remove', { id });
    expect((await app.must('exams.list', {})).exams).toEqual([]);
    expect((await app.audit()).at(-1)).toMatchObject({
      operation: 'exams.remove',
      subjectId: id,
      detail: { before: { name: maths.name } },
    });
  });

  it('says when it is gone already', async () => {
    expect(await app.run('exams.remove', { id: 'gone' })).toMatchObject({ error: { code: 'not-found' } });
  });
});

describe('the duties of a pupil who is out', () => {
  it.each([
    ['the pupil’s own', () => ({ pupilId: amara })],
    ['the year group’s', () => ({ ncYear: '11' })],
  ])('follow the examination that is missed: %s', async (_, whose) => {
    const { id: exclusionId } = await app.issue(amara);
    const owed = async () => {
      const { duties } = await app.must('duties.list', { exclusionId });
      return duties.filter(({ status }) => status !== 'no-longer-owed').map(({ key }) => key);
    };
    expect(await owed()).not.toContain('governors-meeting');
    const { ncYear: _ncYear, ...exam } = maths;
    const { id } = await app.must('exams.save', { ...exam, ...whose(), date: '2025-11-13' });
    expect(await owed()).toContain('governors-meeting');
    await app.must('exams.remove', { id });
    expect(await owed()).not.toContain('governors-meeting');
  });

  it('follow an examination of the year group for each of those who sit it, and for nobody else', async () => {
    const [ben, cara] = [await app.pupil('Ben Brown'), await app.pupil('Cara Cole')];
    await app.setPupil(ben, { ncYear: '11' });
    await app.setPupil(cara, { ncYear: '10' });
    const cases: string[] = [];
    for (const pupil of [amara, ben, cara]) cases.push((await app.issue(pupil)).id);
    await app.must('exams.save', { ...maths, date: '2025-11-13' });
    const changed = await Promise.all(
      cases.map(async (exclusionId) => {
        const { duties } = await app.must('duties.list', { exclusionId });
        return duties.some(({ key, status }) => key === 'governors-meeting' && status !== 'no-longer-owed');
      }),
    );
    expect(changed).toEqual([true, true, false]);
  });
});
