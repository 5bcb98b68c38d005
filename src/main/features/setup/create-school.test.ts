import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OperationInput } from '#shared/contract/contract.ts';
import { openTestApp, type TestApp } from '../../../../tests/builders/app.ts';
import { auditOf } from '../../../../tests/builders/audit-of.ts';
import { TEST_ADMINISTRATOR } from '../../../../tests/builders/people.ts';

type Input = OperationInput<'setup.create-school'>;

const input: Input = {
  school: { laEstab: '8734001', urn: '136775', name: 'Fenland Academy', phase: 'secondary' },
  terms: [
    { schoolYear: 2025, name: 'autumn', from: '2025-09-02', to: '2025-12-19' },
    { schoolYear: 2025, name: 'spring', from: '2026-01-05', to: '2026-03-27' },
    { schoolYear: 2025, name: 'summer', from: '2026-04-13', to: '2026-07-21' },
  ],
  headName: 'Mrs Head',
  administrator: TEST_ADMINISTRATOR,
  closures: [
    { from: '2025-09-02', to: '2025-09-02', slot: 'all', kind: 'inset', name: 'INSET day' },
    { from: '2025-10-27', to: '2025-10-31', slot: 'all', kind: 'holiday', name: 'Half-term' },
    { from: '2025-12-19', to: '2025-12-19', slot: 'pm', kind: 'closure', name: 'Early close' },
  ],
  sessionTimes: [
    { slot: 'am', starts: '08:45', ends: '12:15' },
    { slot: 'pm', starts: '13:05', ends: '15:15' },
  ],
  promiseFromDay: 1,
};

const [autumn, spring, summer] = input.terms as [
  Input['terms'][number],
  Input['terms'][number],
  Input['terms'][number],
];
const [am, pm] = input.sessionTimes as [Input['sessionTimes'][number], Input['sessionTimes'][number]];
const [inset] = input.closures as [Input['closures'][number]];

let app: TestApp;
beforeEach(() => {
  app = openTestApp();
});
afterEach(() => app.close());

/** Paths of the fields an input is refused for; fails the test when it is not refused for fields. */
async function refusedFields(wrong: Input): Promise<string[]> {
  const result = await app.run('setup.create-school', wrong);
  if (result.ok) throw new Error('it was accepted');
  expect(result.error.code).toBe('invalid-input');
  return (result.error.fields ?? []).map(({ path }) => path);
}

describe('setting up a school (setup.create-school)', () => {
  it('has the head teacher in office from the school year’s start, and the promises that the area makes', async () => {
    await app.must('setup.create-school', { ...input, headName: '  Mrs Head ', promiseInCareFromDay: 2 });
    const { heads } = await app.must('school.get', {});
    expect(heads).toMatchObject([{ name: 'Mrs Head', acting: false, from: '2025-08-01' }]);
    expect(await app.must('setup.status', {})).toMatchObject({ promiseFromDay: 1, promiseInCareFromDay: 2 });
    expect(await app.must('calendar.get', {})).toMatchObject({ promiseFromDay: 1, promiseInCareFromDay: 2 });
  });

  it.each([
    ['headName', { headName: ' ' }],
    ['promiseInCareFromDay', { promiseInCareFromDay: 0 }],
  ])('refuses a wrong %s', async (path, more) => {
    expect(await refusedFields({ ...input, ...more })).toEqual([path]);
  });

  it('makes an empty database that school’s, with its calendar, its day and its promise', async () => {
    const { schoolId } = await app.must('setup.create-school', input);
    expect(await app.must('setup.status', {})).toEqual({
      state: 'ready',
      school: { id: schoolId, ...input.school },
      demonstration: false,
      promiseFromDay: 1,
      today: '2025-11-12',
      schoolYear: 2025,
    });
    const calendar = await app.must('calendar.get', {});
    expect(calendar).toMatchObject({
      schoolYear: 2025,
      years: [2025],
      terms: input.terms,
      closures: input.closures,
      sessionTimes: input.sessionTimes,
    });
    // 79 + 60 + 72 weekdays of the terms, less a training day and half-term; the day of the early close counts.
    expect(calendar.pupilDays).toBe(205);
  });

  it('takes a school without a URN, in an area without a promise', async () => {
    const { laEstab, name, phase } = input.school;
    const { promiseFromDay: _, ...rest } = input;
    await app.must('setup.create-school', { ...rest, school: { laEstab, name, phase } });
    const status = await app.must('setup.status', {});
    expect(status.school).not.toHaveProperty('urn');
    expect(status).not.toHaveProperty('promiseFromDay');
  });

  it('keeps a name as it is written, without the spaces round it', async () => {
    await app.must('setup.create-school', {
      ...input,
      school: { ...input.school, name: '  Ysgol Sŵn-y-Môr & St Æthelþryth’s  ' },
    });
    expect((await app.must('setup.status', {})).school?.name).toBe('Ysgol Sŵn-y-Môr & St Æthelþryth’s');
  });

  it('leaves what was set up in the audit trail', async () => {
    const { schoolId } = await app.must('setup.create-school', input);
    expect(await auditOf(app, 'setup.create-school')).toMatchObject([
      { userName: 'Test Person', role: 'administrator', subjectType: 'school', subjectId: schoolId },
    ]);
  });

  it('is refused in a database that is a school’s already, which stays as it was', async () => {
    await app.must('setup.create-school', input);
    const again = await app.run('setup.create-school', {
      ...input,
      school: { ...input.school, laEstab: '8734002', name: 'Another School' },
    });
    expect(again).toMatchObject({
      ok: false,
      error: { code: 'refused', message: expect.stringContaining('Fenland Academy') as string },
    });
    expect((await app.must('setup.status', {})).school?.laEstab).toBe('8734001');
    expect(await auditOf(app, 'setup.create-school')).toHaveLength(1);
  });

  it.each<[string, Input, string[]]>([
    [
      'a DfE number of six digits',
      { ...input, school: { ...input.school, laEstab: '873400' } },
      ['school.laEstab'],
    ],
    ['a URN with letters', { ...input, school: { ...input.school, urn: 'E36775' } }, ['school.urn']],
    ['no name', { ...input, school: { ...input.school, name: '   ' } }, ['school.name']],
    [
      'a name of 121 letters',
      { ...input, school: { ...input.school, name: 'x'.repeat(121) } },
      ['school.name'],
    ],
    ['no terms', { ...input, terms: [] }, ['terms']],
    ['terms of two years', { ...input, terms: [autumn, { ...spring, schoolYear: 2026 }] }, ['terms']],
    ['a day that does not exist', { ...input, terms: [{ ...autumn, to: '2025-02-30' }] }, ['terms.0.to']],
    ['a term backwards', { ...input, terms: [{ ...autumn, to: '2025-09-01' }] }, ['terms.0.to']],
    [
      'terms that overlap',
      { ...input, terms: [autumn, { ...spring, from: '2025-12-01' }, summer] },
      ['terms.1.from'],
    ],
    ['closed days backwards', { ...input, closures: [{ ...inset, to: '2025-09-01' }] }, ['closures.0.to']],
    ['closed days without a name', { ...input, closures: [{ ...inset, name: '' }] }, ['closures.0.name']],
    [
      'closed days of another year',
      { ...input, closures: [{ ...inset, from: '2026-09-01', to: '2026-09-01' }] },
      ['closures.0.from'],
    ],
    ['one session', { ...input, sessionTimes: [am] }, ['sessionTimes']],
    ['two mornings', { ...input, sessionTimes: [am, am] }, ['sessionTimes.1.slot']],
    ['a time of 24:00', { ...input, sessionTimes: [am, { ...pm, ends: '24:00' }] }, ['sessionTimes.1.ends']],
    [
      'a session backwards',
      { ...input, sessionTimes: [{ ...am, ends: '08:00' }, pm] },
      ['sessionTimes.0.ends'],
    ],
    [
      'an afternoon before the morning ends',
      { ...input, sessionTimes: [am, { ...pm, starts: '12:00' }] },
      ['sessionTimes.1.starts'],
    ],
    ['a promise from day 0', { ...input, promiseFromDay: 0 }, ['promiseFromDay']],
    ['a promise from day 16', { ...input, promiseFromDay: 16 }, ['promiseFromDay']],
  ])('is refused for %s, and nothing is kept', async (_, wrong, paths) => {
    expect(await refusedFields(wrong)).toEqual(paths);
    expect((await app.must('setup.status', {})).state).toBe('empty');
    expect(await auditOf(app, 'setup.create-school')).toEqual([]);
  });

  it('is for the administrator alone', async () => {
    for (const role of ['recorder', 'decider', 'provider-staff', 'governor-clerk', 'authority'] as const) {
      const result = await app.run('setup.create-school', input, role);
      expect(result).toMatchObject({ ok: false, error: { code: 'not-permitted' } });
    }
    expect((await app.must('setup.status', {})).state).toBe('empty');
  });
});
