import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { OperationInput } from '#shared/contract/contract.ts';
import { openTestApp, type TestApp } from '../../../../tests/builders/app.ts';
import { auditOf } from '../../../../tests/builders/audit-of.ts';
import { addPupils, pupilRecord } from '../../../../tests/builders/pupil-row.ts';
import { testUpn, upnWithWrongLetter } from '../../../../tests/builders/pupil-upn.ts';
import { setUpSchool } from '../../../../tests/builders/school.ts';

let app: TestApp;
beforeEach(async () => {
  app = openTestApp();
  await setUpSchool(app);
});
afterEach(() => app.close());

const ELM = { name: 'Elm Grove School', laEstab: '201/4002' };

const visitor = (
  more: Partial<OperationInput<'places.add-visitor'>> = {},
): OperationInput<'places.add-visitor'> => ({
  forename: 'Rosa',
  surname: 'Lindqvist',
  upn: testUpn(77),
  dob: '2012-03-04',
  sex: 'F',
  year: 9,
  school: ELM,
  ...more,
});

const refusalOf = async (more: Partial<OperationInput<'places.add-visitor'>>) => {
  const result = await app.run('places.add-visitor', visitor(more));
  if (result.ok) throw new Error('it was not refused');
  return result.error.fields;
};

describe('a pupil of another school', () => {
  test('is put on record with the school, which is known from then on, and stands in the list', async () => {
    const { pupilId } = await app.must('places.add-visitor', visitor());
    const { pupils, schools } = await app.must('places.visitors', {});
    expect(pupils).toEqual([
      { pupilId, name: 'Rosa Lindqvist', upn: testUpn(77), ncYear: '9', schoolName: 'Elm Grove School' },
    ]);
    expect(schools.map(({ name }) => name)).toEqual(['Elm Grove School']);
    const [school] = schools;
    await app.must('places.add-visitor', visitor({ upn: testUpn(78), school: { id: school?.id ?? '' } }));
    await app.must('places.add-visitor', visitor({ upn: testUpn(79) }));
    expect((await app.must('places.visitors', {})).schools).toHaveLength(1);
    expect(await auditOf(app, 'places.add-visitor')).toHaveLength(3);
  });

  test('is in no list of our own pupils', async () => {
    await app.must('places.add-visitor', visitor());
    expect((await app.must('pupils.list', { roll: 'all' })).total).toBe(0);
  });

  test('of Reception is in year R', async () => {
    await app.must('places.add-visitor', visitor({ year: 0 }));
    expect((await app.must('places.visitors', {})).pupils[0]?.ncYear).toBe('R');
  });

  test.each([
    ['ABC', 'A UPN has 13 characters; this one has 3.'],
    [upnWithWrongLetter(77), /^The first letter of this UPN should be /],
    ['I201400100077', /letters I, O and S are not used/],
  ])('with the number %s is refused at the field', async (upn, message) => {
    expect(await refusalOf({ upn })).toMatchObject([
      { path: 'upn', message: typeof message === 'string' ? message : expect.stringMatching(message) },
    ]);
  });

  test('who is on record already, here or elsewhere, is not there twice', async () => {
    await addPupils(app, [pupilRecord(1)]);
    expect(await refusalOf({ upn: testUpn(1) })).toMatchObject([
      { path: 'upn', message: expect.stringContaining('is a pupil of this school') },
    ]);
    await app.must('places.add-visitor', visitor());
    expect(await refusalOf({ upn: testUpn(77) })).toMatchObject([
      { path: 'upn', message: expect.stringContaining('on record already') },
    ]);
  });

  test('cannot come from our own school, nor from one that is not on record, nor be born tomorrow', async () => {
    const own = { name: 'Ours', laEstab: '2014001' };
    expect(await refusalOf({ school: own })).toMatchObject([{ path: 'school' }]);
    expect(await refusalOf({ school: { id: 'nowhere' } })).toMatchObject([{ path: 'school' }]);
    expect(await refusalOf({ dob: '2025-11-13' })).toMatchObject([{ path: 'dob' }]);
    expect((await app.must('places.visitors', {})).schools).toEqual([]);
  });
});
