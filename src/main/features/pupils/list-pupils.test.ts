import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestApp, type TestApp } from '../../../../tests/builders/app.ts';
import { addExclusion } from '../../../../tests/builders/pupil-exclusion.ts';
import { addPupils, pupilRecord } from '../../../../tests/builders/pupil-row.ts';
import { testUpn } from '../../../../tests/builders/pupil-upn.ts';
import { setUpSchool } from '../../../../tests/builders/school.ts';

let app: TestApp;

beforeEach(async () => {
  app = openTestApp('2025-11-12');
  await setUpSchool(app);
});
afterEach(() => app.close());

const ids = async (input: Parameters<typeof app.must<'pupils.list'>>[1]): Promise<string[]> =>
  (await app.must('pupils.list', input)).rows.map(({ id }) => id);

describe('pupils.list', () => {
  it('finds by the beginning of any word of name, form or UPN, all words typed', async () => {
    await addPupils(app, [
      pupilRecord(1, { surname: 'Ó Briain', forename: 'Zoë', form: '9A' }),
      pupilRecord(2, { surname: "O'Brien-Smith", forename: 'Anna', form: '9B' }),
      pupilRecord(3, { surname: 'Smith', forename: 'Brian', form: '10B', preferredSurname: 'Nowak' }),
    ]);
    expect(await ids({ text: 'smi' })).toEqual(['pupil-2', 'pupil-3']);
    expect(await ids({ text: 'obrien' })).toEqual(['pupil-2']);
    expect(await ids({ text: "zoe o'b" })).toEqual(['pupil-1']);
    expect(await ids({ text: '9B' })).toEqual(['pupil-2']);
    expect(await ids({ text: 'nowak' })).toEqual(['pupil-3']);
    expect(await ids({ text: testUpn(3).slice(0, 12) })).toEqual(['pupil-3']);
    expect(await ids({ text: testUpn(3) })).toEqual(['pupil-3']);
    expect(await ids({ text: 'mith' })).toEqual([]);
    expect(await ids({ text: '%' })).toEqual([]);
  });

  it('is in register order, page by page, with the number of all', async () => {
    const names = ['Zulu', 'de Souza', 'Ñandú', 'Abbott', 'Norris'];
    await addPupils(
      app,
      names.map((surname, at) => pupilRecord(at, { surname, id: surname })),
    );
    const first = await app.must('pupils.list', { limit: 3 });
    expect(first.rows.map(({ surname }) => surname)).toEqual(['Abbott', 'de Souza', 'Ñandú']);
    expect(first.total).toBe(5);
    expect(await ids({ limit: 3, offset: 3 })).toEqual(['Norris', 'Zulu']);
    for (const page of [
      { limit: 5 },
      { limit: 2, offset: 4 },
      { limit: 3, offset: 3 },
      { text: 'n', limit: 3 },
    ]) {
      expect((await app.must('pupils.list', page)).total).toBe('text' in page ? 2 : 5);
    }
    expect(await app.must('pupils.list', { offset: 10 })).toMatchObject({ rows: [], total: 5 });
  });

  it('tells the roll of today from those who left, and filters by year group', async () => {
    await addPupils(app, [
      pupilRecord(1, { ncYear: '10' }),
      pupilRecord(2, { ncYear: 'R', leavingDate: '2025-11-12' }),
      pupilRecord(3, { ncYear: '9', leavingDate: '2025-11-11' }),
      pupilRecord(4, { ncYear: '9', enrolStatus: 'P' }),
      pupilRecord(5, { ncYear: '9', enrolStatus: null }),
      pupilRecord(6, { ncYear: null }),
    ]);
    expect(await ids({})).toEqual(['pupil-1', 'pupil-2', 'pupil-5', 'pupil-6']);
    expect(await ids({ roll: 'left' })).toEqual(['pupil-3', 'pupil-4']);
    expect(await ids({ roll: 'all', ncYear: '9' })).toEqual(['pupil-3', 'pupil-4', 'pupil-5']);
    expect((await app.must('pupils.list', {})).ncYears).toEqual(['R', '9', '10']);
    expect((await app.must('pupils.list', { roll: 'left' })).ncYears).toEqual(['9']);
    expect((await app.must('pupils.list', { withYears: false })).ncYears).toEqual([]);
  });

  it('leaves out what the school has not said', async () => {
    await addPupils(app, [pupilRecord(1, { ncYear: null, form: null, senProvision: null })]);
    const { rows } = await app.must('pupils.list', {});
    expect(Object.keys(rows[0] ?? {})).not.toContain('form');
  });

  it("adds up the school year's half days, earlier schools included, and says who is out today", async () => {
    await addPupils(
      app,
      [1, 2, 3, 4, 5].map((serial) => pupilRecord(serial)),
    );
    await addExclusion(app, {
      id: 'last year',
      pupilId: 'pupil-1',
      halfDays: [
        ['2025-07-21', 'am'],
        ['2025-07-21', 'pm'],
      ],
    });
    await addExclusion(app, {
      id: 'now',
      pupilId: 'pupil-1',
      halfDays: [
        ['2025-11-11', 'pm'],
        ['2025-11-12', 'am'],
        ['2025-11-12', 'pm'],
      ],
    });
    await addExclusion(app, {
      id: 'lunch',
      pupilId: 'pupil-2',
      kind: 'lunchtime',
      halfDays: [['2025-11-12', 'lunch']],
    });
    await addExclusion(app, {
      id: 'for good',
      pupilId: 'pupil-3',
      kind: 'permanent',
      halfDays: [['2025-11-03', 'am']],
    });
    await addExclusion(app, {
      id: 'draft',
      pupilId: 'pupil-4',
      state: 'draft',
      halfDays: [['2025-11-12', 'am']],
    });
    await app.must('pupils.set-earlier-half-days', {
      pupilId: 'pupil-1',
      schoolYear: 2025,
      term: 'autumn',
      halfDays: 4,
      source: 'CTF',
    });
    const { rows } = await app.must('pupils.list', {});
    expect(rows.map(({ id, yearHalfDays, excludedToday }) => [id, yearHalfDays, excludedToday])).toEqual([
      ['pupil-1', 7, true],
      ['pupil-2', 1, false],
      ['pupil-3', 0, true],
      ['pupil-4', 0, false],
      ['pupil-5', 0, false],
    ]);
  });

  it('refuses input out of bounds, and roles that may not see pupils', async () => {
    expect(await app.run('pupils.list', { limit: 201 })).toMatchObject({
      error: { fields: [{ path: 'limit' }] },
    });
    expect(await app.run('pupils.list', { offset: -1 })).toMatchObject({
      error: { fields: [{ path: 'offset' }] },
    });
    expect(await app.run('pupils.list', { text: 'x'.repeat(121) })).toMatchObject({
      error: { fields: [{ path: 'text' }] },
    });
    expect(await app.run('pupils.list', {}, 'provider-staff')).toMatchObject({
      error: { code: 'not-permitted' },
    });
    const empty = openTestApp();
    expect(await empty.run('pupils.list', {})).toMatchObject({ error: { code: 'not-set-up' } });
    await empty.close();
  });
});
