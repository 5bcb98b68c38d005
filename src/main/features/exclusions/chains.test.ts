import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openExclusionApp, type ExclusionApp } from '../../../../tests/builders/exclusion-school.ts';

let app: ExclusionApp;
let amara: string;
beforeEach(async () => {
  app = await openExclusionApp();
  amara = await app.pupil('Amara Okafor');
});
afterEach(() => app.close());

/** Terms of 2005/06, when an exclusion could be extended or made permanent. */
const goTo2005 = async () => {
  await app.services.store.write((db) =>
    db.insert(db.tables.terms).values({
      schoolId: 'school-1',
      schoolYear: 2005,
      name: 'autumn',
      fromDate: '2005-09-05',
      toDate: '2005-12-16',
    }),
  );
  app.goTo('2005-10-04');
};

describe('a further exclusion', () => {
  it('begins straight after the first, which keeps its days, and joins it for the day of education', async () => {
    const first = await app.issue(amara);
    const draft = app.draft(amara, {
      startDate: '2025-11-17',
      halfDays: 8,
      followsId: first.id,
      followsAs: 'further',
    });
    const further = await app.must('exclusions.issue', draft);
    const { follows, preview } = await app.must('exclusions.get', { id: further.id });
    expect(follows).toEqual({
      exclusionId: first.id,
      title: 'Suspension, 2 days from Thu 13 November am',
      as: 'further',
    });
    expect(preview.educationDue.law).toMatchObject({ date: '2025-11-20' });
    const before = await app.must('exclusions.get', { id: first.id });
    expect(before).toMatchObject({
      row: { state: 'issued', halfDays: 4 },
      events: [{ type: 'superseded', on: '2025-11-17' }],
      followedBy: [{ exclusionId: further.id, as: 'further' }],
    });
    expect(before).not.toHaveProperty('stopped');
    expect((await app.must('pupils.get', { pupilId: amara })).years[0]).toMatchObject({ halfDays: 12 });
    // The pupil does not come back in between.
    app.goTo('2025-11-17');
    expect((await app.must('today.get', {})).returning).toEqual([]);
  });

  it('that is taken back before it begins leaves the first as it was, to be followed anew', async () => {
    const first = await app.issue(amara);
    const next = { startDate: '2025-11-17', followsId: first.id, followsAs: 'further' as const };
    const further = await app.issue(amara, next);
    const back = { date: '2025-11-17', slot: 'am' as const };
    await app.must('exclusions.cancel', { ...further, back, reason: 'Not needed' }, 'decider');
    const { events, chains } = await app.must('exclusions.get', { id: first.id });
    expect(events).toMatchObject([
      { type: 'superseded', voided: expect.stringContaining('taken back') as string },
    ]);
    expect(chains.find(({ as }) => as === 'further')?.allowed).toBe(true);
    const { history } = await app.must('pupils.get', { pupilId: amara });
    expect(history.map(({ text }) => text)).toContainEqual(
      expect.stringMatching(/: struck out: .+ took over .*\(The exclusion that took over was taken back/),
    );
    expect((await app.issue(amara, next)).id).not.toBe(further.id);
  });

  it.each([
    ['after a day at school', { startDate: '2025-11-18' }, 'startDate', /straight after it/],
    ['an extension, which the rules of today forbid', { followsAs: 'extension' }, 'followsAs', /./],
    [
      'made permanent, which the rules of today forbid',
      { followsAs: 'conversion', kind: 'permanent' },
      'followsAs',
      /./,
    ],
    ['made permanent for some days', { followsAs: 'conversion' }, 'kind', /permanent exclusion/],
    ['an exclusion that is not there', { followsId: 'nobody' }, 'followsId', /not on record/],
    ['without saying how', { followsAs: undefined }, 'followsAs', /Say how/],
  ] as const)('is refused %s', async (_, more, field, message) => {
    const first = await app.issue(amara);
    const result = await app.run('exclusions.issue', {
      ...app.draft(amara, { startDate: '2025-11-17', followsId: first.id, followsAs: 'further' }),
      ...more,
    });
    if (result.ok) throw new Error('It was issued.');
    expect(result.error.fields).toContainEqual({
      path: field,
      message: expect.stringMatching(message) as string,
    });
  });
});

it('hands the return back to the first when a further one is taken back before it began', async () => {
  const first = await app.issue(amara);
  const chained = {
    startDate: '2025-11-17',
    halfDays: 8,
    followsId: first.id,
    followsAs: 'further',
  } as const;
  const further = await app.issue(amara, chained);
  const returnOf = async (exclusionId: string) =>
    (await app.must('duties.list', { exclusionId })).duties.find(({ key }) => key === 'return-to-school')
      ?.status;
  expect(await returnOf(first.id)).toBe('no-longer-owed');
  await app.must(
    'exclusions.cancel',
    { ...further, back: { date: '2025-11-17', slot: 'am' }, reason: 'New evidence' },
    'decider',
  );
  expect([await returnOf(first.id), await returnOf(further.id)]).toEqual(['due', 'no-longer-owed']);
  const { events } = await app.must('exclusions.get', { id: first.id });
  expect(events).toMatchObject([
    { type: 'superseded', voided: expect.stringContaining('taken back before it began') },
  ]);
  const taken = await app.must('exclusions.get', { id: further.id });
  const { id: eventId = '' } = taken.events.find(({ type }) => type === 'cancelled') ?? {};
  const again = { id: further.id, version: taken.draft.version, eventId, reason: 'Pressed by mistake' };
  await app.must('exclusions.void-event', again, 'decider');
  expect([await returnOf(first.id), await returnOf(further.id)]).toEqual(['no-longer-owed', 'due']);
});

describe('an exclusion that begins straight after another', () => {
  it('is better chained to it, and says so', async () => {
    await app.issue(amara);
    const warned = async (startDate: string, kind: 'fixed-period' | 'lunchtime' = 'fixed-period') => {
      const { problems } = await app.must('exclusions.preview', app.draft(amara, { startDate, kind }));
      return problems.filter(({ field }) => field === 'followsAs');
    };
    expect(await warned('2025-11-17')).toEqual([
      {
        severity: 'warning',
        field: 'followsAs',
        message:
          'It begins straight after another: Suspension, 2 days from Thu 13 November am. Record it from that case, as a ' +
          'further one: then the letter says so, and no return in between stays due.',
      },
    ]);
    expect(await warned('2025-11-18')).toEqual([]);
    expect(await warned('2025-11-17', 'lunchtime')).toEqual([]);
  });
});

describe('an exclusion made permanent under the rules of 2003', () => {
  it('gives back the half days of the first from its start on, and those that were out stay', async () => {
    await goTo2005();
    amara = await app.pupil('Ann Old', { dob: '1991-03-04', entryDate: '2003-09-04' });
    const first = await app.issue(amara, {
      startDate: '2005-10-05',
      halfDays: 8,
      incidentOn: '2005-10-04',
      reasons: ['PP'],
    });
    app.goTo('2005-10-06');
    const permanent = await app.must(
      'exclusions.issue',
      app.draft(amara, {
        kind: 'permanent',
        startDate: '2005-10-07',
        incidentOn: '2005-10-04',
        followsId: first.id,
        followsAs: 'conversion',
      }),
    );
    expect(await app.must('exclusions.get', { id: first.id })).toMatchObject({
      row: { state: 'issued' },
      stopped: { date: '2005-10-07', slot: 'am' },
      followedBy: [{ exclusionId: permanent.id, as: 'conversion' }],
    });
    const pupil = await app.must('pupils.get', { pupilId: amara });
    expect(pupil.years.find(({ schoolYear }) => schoolYear === 2005)).toMatchObject({ halfDays: 4 });
    const day = await app.must('today.get', { date: '2005-10-07' });
    expect(day.out).toMatchObject([{ kind: 'permanent', exclusionId: permanent.id }]);
    expect(day.returning).toEqual([]);
  });
});

describe('who decides', () => {
  const issue = (more: object) => app.run('exclusions.issue', { ...app.draft(amara), ...more });
  const message = (result: Awaited<ReturnType<typeof issue>>) => (result.ok ? '' : result.error.message);

  it('is the head or an acting head in office on the day of the decision', async () => {
    await app.services.store.write((db) =>
      db.insert(db.tables.heads).values({
        id: 'acting',
        schoolId: 'school-1',
        name: 'Mr Deputy',
        acting: true,
        fromDate: '2025-11-03',
        toDate: '2025-11-07',
        version: 1,
      }),
    );
    expect(
      (await app.must('exclusions.preview', app.draft(amara, { decidedOn: '2025-11-07' }))).deciders,
    ).toEqual([
      { name: 'Mrs Head', acting: false },
      { name: 'Mr Deputy', acting: true },
    ]);
    expect(message(await issue({ decidedBy: 'Mr Deputy' }))).toMatch(
      /Only the head teacher, or who acts for them, may exclude. On Wed 12 November 2025 that is Mrs Head/,
    );
    expect(await issue({ decidedBy: ' mr  DEPUTY ', decidedOn: '2025-11-07' })).toMatchObject({ ok: true });
  });

  it('cannot be decided in the future, after the start, by nobody, or while no head is entered', async () => {
    expect(message(await issue({ decidedOn: '2025-11-13' }))).toMatch(/in the future/);
    expect(
      message(await issue({ startDate: '2025-11-11', incidentOn: '2025-11-10', decidedOn: '2025-11-12' })),
    ).toMatch(/after the start/);
    expect(message(await issue({ decidedBy: '' }))).toMatch(/that is Mrs Head/);
    await app.services.store.write((db) => db.delete(db.tables.heads));
    expect(message(await issue({}))).toMatch(/No head teacher is entered/);
  });
});

describe('examinations', () => {
  it('are named when the exclusion would make the pupil miss them, and the governors must look at it', async () => {
    await app.must('exams.save', {
      pupilId: amara,
      kind: 'public-examination',
      name: 'GCSE French',
      date: '2025-11-14',
      slot: 'am',
    });
    const { examsMissed, problems, duties } = await app.must('exclusions.preview', app.draft(amara));
    expect(examsMissed).toEqual([
      { kind: 'public-examination', name: 'GCSE French', date: '2025-11-14', slot: 'am' },
    ]);
    expect(problems).toContainEqual({
      severity: 'warning',
      message: expect.stringMatching(/would miss GCSE French \(Fri 14 November 2025 am\)/) as string,
    });
    expect(duties.map(({ key }) => key)).toContain('governors-meeting');
  });
});
