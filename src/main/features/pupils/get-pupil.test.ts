import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestApp, type TestApp } from '../../../../tests/builders/app.ts';
import { csvPupil, writePupilCsv } from '../../../../tests/builders/pupil-csv.ts';
import { addExclusion, addPlaces } from '../../../../tests/builders/pupil-exclusion.ts';
import { addPupils, pupilRecord } from '../../../../tests/builders/pupil-row.ts';
import { testUpn } from '../../../../tests/builders/pupil-upn.ts';
import { setUpSchool } from '../../../../tests/builders/school.ts';

let app: TestApp;

beforeEach(async () => {
  app = openTestApp('2025-11-12');
  await setUpSchool(app);
  await addPupils(app, [pupilRecord(1, { formerUpn: testUpn(8), senProvision: 'K', inCare: true })]);
});
afterEach(() => app.close());

const page = () => app.must('pupils.get', { pupilId: 'pupil-1' });

const earlier = (more: Partial<Parameters<typeof app.must<'pupils.set-earlier-half-days'>>[1]> = {}) => ({
  pupilId: 'pupil-1',
  schoolYear: 2025,
  term: 'autumn' as const,
  halfDays: 6,
  source: 'Elm Park School, by telephone',
  ...more,
});

describe('pupils.get', () => {
  it('says who the pupil is', async () => {
    const { pupil, exclusions, earlier: none, history } = await page();
    expect(pupil).toMatchObject({ upn: testUpn(1), formerUpn: testUpn(8), senProvision: 'K', inCare: true });
    expect({ exclusions, none, history }).toEqual({ exclusions: [], none: [], history: [] });
  });

  it('shows this school year with nothing in it', async () => {
    expect((await page()).years).toEqual([
      {
        schoolYear: 2025,
        halfDays: 0,
        earlierHalfDays: 0,
        terms: [
          { term: 'autumn', halfDays: 0 },
          { term: 'spring', halfDays: 0 },
          { term: 'summer', halfDays: 0 },
        ],
      },
    ]);
  });

  it('adds up issued exclusions and earlier schools by term and school year, newest year first', async () => {
    await addExclusion(app, {
      id: 'last year',
      pupilId: 'pupil-1',
      halfDays: [
        ['2025-03-03', 'am'],
        ['2025-03-03', 'pm'],
        ['2025-03-04', 'am'],
      ],
    });
    await addExclusion(app, {
      id: 'lunch',
      pupilId: 'pupil-1',
      kind: 'lunchtime',
      halfDays: [['2025-10-06', 'lunch']],
    });
    await addExclusion(app, {
      id: 'draft',
      pupilId: 'pupil-1',
      state: 'draft',
      halfDays: [['2025-11-17', 'am']],
    });
    await app.must('pupils.set-earlier-half-days', earlier());
    const { years, earlier: entries } = await page();
    expect(years).toMatchObject([
      { schoolYear: 2025, halfDays: 7, earlierHalfDays: 6, terms: [{ term: 'autumn', halfDays: 7 }, {}, {}] },
      { schoolYear: 2024, halfDays: 3, earlierHalfDays: 0, terms: [{}, { term: 'spring', halfDays: 3 }, {}] },
    ]);
    expect(entries).toEqual([
      { schoolYear: 2025, term: 'autumn', halfDays: 6, source: 'Elm Park School, by telephone' },
    ]);
  });

  it('lists exclusions, drafts marked, with places by provider and the sessions that have none', async () => {
    await addExclusion(app, {
      id: 'old',
      pupilId: 'pupil-1',
      halfDays: [
        ['2025-10-06', 'pm'],
        ['2025-10-07', 'am'],
        ['2025-10-07', 'pm'],
      ],
    });
    await addExclusion(app, {
      id: 'draft',
      pupilId: 'pupil-1',
      state: 'draft',
      kind: 'lunchtime',
      reasons: ['DB'],
      halfDays: [['2025-11-17', 'lunch']],
    });
    const places = { exclusionId: 'old', pupilId: 'pupil-1' } as const;
    await addPlaces(app, { ...places, provider: 'Hill PRU', sessions: [['2025-10-06', 'pm']] });
    await addPlaces(app, {
      ...places,
      provider: 'Our unit',
      state: 'held',
      heldUntil: '2025-11-12T11:59:59.000Z',
      sessions: [['2025-10-07', 'am']],
    });
    await addPlaces(app, {
      ...places,
      provider: 'Hill PRU',
      state: 'cancelled',
      sessions: [['2025-10-07', 'pm']],
    });
    const { exclusions } = await page();
    expect(exclusions).toEqual([
      {
        id: 'draft',
        kind: 'lunchtime',
        state: 'draft',
        title: 'Lunchtime suspension, 1 lunchtime from Mon 17 November',
        startDate: '2025-11-17',
        startSlot: 'am',
        endDate: '2025-11-17',
        endSlot: 'am',
        halfDays: 1,
        reasons: ['Persistent or general disruptive behaviour'],
        places: [],
        uncovered: 0,
      },
      expect.objectContaining({
        id: 'old',
        state: 'issued',
        title: 'Suspension, 1.5 days from Mon 6 October pm',
        places: [{ providerName: 'Hill PRU', state: 'booked', sessions: 1 }],
        // The hold ran out and a place was cancelled: both sessions of the second day are open.
        uncovered: 2,
      }),
    ]);
  });

  it('counts a hold that still runs as a place', async () => {
    await addExclusion(app, { id: 'now', pupilId: 'pupil-1', halfDays: [['2025-11-13', 'am']] });
    await addPlaces(app, {
      exclusionId: 'now',
      pupilId: 'pupil-1',
      provider: 'Our unit',
      state: 'held',
      heldUntil: '2025-11-12T12:00:01.000Z',
      sessions: [['2025-11-13', 'am']],
    });
    expect((await page()).exclusions[0]).toMatchObject({
      places: [{ providerName: 'Our unit', state: 'held', sessions: 1 }],
      uncovered: 0,
    });
  });

  it('tells the history in plain words, newest first', async () => {
    await app.must('pupils.import', {
      fileId: app.fileId(writePupilCsv(app.folder, [csvPupil(1, { form: '9B' })], 'Autumn.csv')),
    });
    await app.must('pupils.set-earlier-half-days', earlier(), 'recorder');
    await app.must('pupils.set-earlier-half-days', earlier({ halfDays: 0 }));
    expect((await page()).history).toEqual([
      expect.objectContaining({
        text: 'Removed the days at an earlier school, autumn term 2025/26 (was 3 days)',
      }),
      expect.objectContaining({
        text: 'Recorded 3 days at an earlier school, autumn term 2025/26; from Elm Park School, by telephone',
        role: 'recorder',
        userName: 'Test Person',
        at: '2025-11-12T12:00:00.000Z',
      }),
      expect.objectContaining({
        text: 'Changed from Autumn.csv: Form: 9A to 9B; SEN provision: SEN support to No SEN provision; In care: Yes to No',
      }),
    ]);
  });

  it('refuses a pupil who is not there, and roles that may not see pupils', async () => {
    expect(await app.run('pupils.get', { pupilId: 'nobody' })).toMatchObject({
      error: { code: 'not-found' },
    });
    expect(await app.run('pupils.get', { pupilId: '' })).toMatchObject({ error: { code: 'invalid-input' } });
    expect(await app.run('pupils.get', { pupilId: 'pupil-1' }, 'authority')).toMatchObject({
      error: { code: 'not-permitted' },
    });
  });
});

describe('pupils.set-earlier-half-days', () => {
  it('replaces the entry of a term and keeps in the audit trail what was there', async () => {
    await app.must('pupils.set-earlier-half-days', earlier());
    await app.must('pupils.set-earlier-half-days', earlier({ halfDays: 8, source: 'CTF' }));
    expect((await page()).earlier).toMatchObject([{ halfDays: 8, source: 'CTF' }]);
    const trail = await app.services.store.read((db) =>
      db.select().from(db.tables.audit).orderBy(db.tables.audit.id),
    );
    expect(trail.findLast(({ operation }) => operation === 'pupils.set-earlier-half-days')).toMatchObject({
      subjectType: 'pupil',
      subjectId: 'pupil-1',
      detail: { before: { halfDays: 6 }, after: { halfDays: 8, source: 'CTF' } },
    });
  });

  it.each<[string, Partial<ReturnType<typeof earlier>>, string]>([
    ['a school year that has not begun', { schoolYear: 2026 }, 'schoolYear'],
    ['more than 45 days in a school year', { schoolYear: 2024, halfDays: 85 }, 'halfDays'],
    ['more than a school year can have', { halfDays: 91 }, 'halfDays'],
    ['half of a half day', { halfDays: 1.5 }, 'halfDays'],
    ['no source', { source: '  ' }, 'source'],
    ['the removal of what is not there', { halfDays: 0 }, 'halfDays'],
  ])('refuses %s and changes nothing', async (_, more, path) => {
    await app.must('pupils.set-earlier-half-days', earlier({ schoolYear: 2024, term: 'spring' }));
    const before = await page();
    const refused = await app.run('pupils.set-earlier-half-days', earlier(more));
    expect(refused).toMatchObject({ ok: false, error: { fields: [{ path }] } });
    expect(await page()).toEqual(before);
  });

  it('refuses a pupil who is not there, and roles that may not edit', async () => {
    expect(await app.run('pupils.set-earlier-half-days', earlier({ pupilId: 'nobody' }))).toMatchObject({
      error: { code: 'not-found' },
    });
    expect(await app.run('pupils.set-earlier-half-days', earlier(), 'governor-clerk')).toMatchObject({
      error: { code: 'not-permitted' },
    });
  });
});
