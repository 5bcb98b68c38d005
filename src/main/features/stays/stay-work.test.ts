import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { auditOf } from '../../../../tests/builders/audit-of.ts';
import { openStayBook, wholeDays, type StayApp } from '../../../../tests/builders/stay-book.ts';

let app: StayApp;
beforeEach(async () => {
  app = await openStayBook();
});
afterEach(() => app.close());

const [mon, tue, wed] = ['2025-11-17', '2025-11-18', '2025-11-19'] as const;

async function staying(options: Parameters<StayApp['centre']>[1] = {}, days: readonly string[] = [mon, tue]) {
  const exclusionId = await app.exclude('Amara Okafor');
  const providerId = await app.centre('Oak Centre', options);
  return {
    exclusionId,
    providerId,
    placementId: await app.stay(exclusionId, providerId, wholeDays(...days)),
  };
}

const said = (result: Awaited<ReturnType<typeof app.run>>) =>
  result.ok ? undefined : `${result.error.code}: ${result.error.message}`;

describe('stays.choose', () => {
  it('notes that the parents chose home: the coming places are declined, and attending needs a new booking', async () => {
    const { placementId } = await staying({ rules: { parentChooses: true, evaluation: true } });
    const choice = { placementId, on: '2025-11-12' };
    await app.must('stays.choose', { ...choice, version: 1, choice: 'attend' });
    expect(await app.get(placementId)).toMatchObject({ parentChoice: 'attend', version: 2 });
    await app.must('stays.choose', { ...choice, version: 2, choice: 'home' });
    const stay = await app.get(placementId);
    expect(stay).toMatchObject({ parentChoice: 'home', parentChoiceOn: '2025-11-12', tasks: [] });
    expect(stay.places.map(({ state, ended }) => [state, ended])).toEqual(
      [1, 2, 3, 4].map(() => ['cancelled', 'The parents chose home on Wed 12 November 2025']),
    );
    expect(said(await app.run('stays.choose', { ...choice, version: 3, choice: 'attend' }))).toBe(
      'conflict: Nothing was noted: the parents chose home, and the places were given up. Book the sessions again for Amara Okafor to attend.',
    );
    expect((await auditOf(app, 'stays.choose')).map(({ detail }) => detail)).toMatchObject([
      { before: { choice: null }, after: { choice: 'attend' } },
      { before: { choice: 'attend' }, after: { choice: 'home' } },
      ...[1, 2, 3, 4].map(() => ({ code: 'declined-by-parent' })),
    ]);
  });

  it('keeps what was attended before the choice', async () => {
    const { placementId } = await staying({ rules: { parentChooses: true } });
    app.goTo(mon);
    await app.must('stays.mark', {
      marks: [{ placeId: await app.placeAt(placementId, { date: mon, slot: 'am' }), outcome: 'attended' }],
    });
    await app.must('stays.choose', { placementId, version: 1, choice: 'home', on: mon });
    expect((await app.get(placementId)).places.map(({ state }) => state)).toEqual([
      'booked',
      'cancelled',
      'cancelled',
      'cancelled',
    ]);
  });

  it('is refused where the provider does not leave it to them, for a coming day, and for an old version', async () => {
    const { placementId } = await staying();
    const input = { placementId, version: 1, choice: 'home', on: '2025-11-12' } as const;
    expect(said(await app.run('stays.choose', input))).toMatch(
      /^refused: Nothing was noted: Oak Centre does not leave it to the parents/,
    );
    expect(said(await app.run('stays.choose', { ...input, version: 7 }))).toMatch(
      /^conflict: .*changed this stay/,
    );
    const other = await app.centre('Elm Room', { rules: { parentChooses: true } });
    const stay = await app.stay(await app.exclude('Ben Ali'), other, wholeDays(mon));
    expect(said(await app.run('stays.choose', { ...input, placementId: stay, on: mon }))).toBe(
      'invalid-input: Nothing was noted: Mon 17 November 2025 is still to come.',
    );
    app.goTo(tue);
    expect(said(await app.run('stays.choose', { ...input, placementId: stay }))).toBe(
      'conflict: Nothing was noted: no session of this stay is still to come.',
    );
    expect(said(await app.run('stays.choose', { ...input, placementId: 'nothing' }))).toMatch(/^not-found/);
  });
});

describe('stays.visit', () => {
  const visit = { visitor: 'Mr Lane', made: false };

  it('plans a visit and notes that it was made', async () => {
    const { placementId } = await staying({ kind: 'home-study' });
    await app.must('stays.visit', { placementId, date: mon, ...visit });
    app.goTo(mon);
    await app.must('stays.visit', { placementId, date: mon, ...visit, made: true, note: 'Worked well' });
    expect((await app.get(placementId)).visits).toEqual([
      { date: mon, visitor: 'Mr Lane', made: true, note: 'Worked well' },
    ]);
    expect((await auditOf(app, 'stays.visit')).map(({ detail }) => detail)).toMatchObject([
      { before: null, after: { made: false } },
      { before: { made: false }, after: { made: true, note: 'Worked well' } },
    ]);
  });

  it('calls a planned visit off, but not one that was made, nor one that nobody planned', async () => {
    const { placementId } = await staying({ kind: 'home-study' });
    await app.must('stays.visit', { placementId, date: mon, ...visit });
    await app.must('stays.visit', { placementId, date: mon, ...visit, calledOff: true });
    expect((await app.get(placementId)).visits).toEqual([]);
    const off = () => app.run('stays.visit', { placementId, date: mon, ...visit, calledOff: true });
    expect(said(await off())).toMatch(/^conflict: .*no visit is planned for Mon 17 November 2025/);
    app.goTo(mon);
    await app.must('stays.visit', { placementId, date: mon, ...visit, made: true });
    expect(said(await off())).toMatch(/^conflict: .*the visit was made on/);
    expect((await auditOf(app, 'stays.visit'))[1]?.detail).toMatchObject({
      before: { made: false },
      after: null,
    });
  });

  it('is refused before its day as made, afterwards as planned, off the stay, and elsewhere than at home', async () => {
    const { placementId } = await staying({ kind: 'home-study' });
    const at = (date: string, made: boolean) =>
      app.run('stays.visit', { placementId, date, visitor: 'Mr Lane', made });
    expect(said(await at(mon, true))).toMatch(
      /^invalid-input: .*still to come, so the visit cannot have been made/,
    );
    expect(said(await at(wed, false))).toBe(
      'invalid-input: Nothing was noted: Amara Okafor has no session at home on Wed 19 November 2025.',
    );
    app.goTo(tue);
    expect(said(await at(mon, false))).toMatch(/^invalid-input: .*is over\. A visit can be planned/);
    const unit = await app.centre('Elm Room');
    const other = await app.stay(await app.exclude('Ben Ali'), unit, wholeDays(wed));
    expect(said(await app.run('stays.visit', { placementId: other, date: wed, ...visit }))).toMatch(
      /^refused: .*visits belong to supervised study at home, and Ben Ali is at Elm Room/,
    );
  });
});

describe('what a stay owes', () => {
  const work = { rules: { workDaysBefore: 1 } };

  it('is done once, by somebody, on a day that has come', async () => {
    const { placementId } = await staying({ rules: { evaluation: true } });
    const task = (await app.get(placementId)).tasks[0];
    if (!task) throw new Error('no task');
    const done = { taskId: task.id, version: task.version, on: '2025-11-12' };
    expect(said(await app.run('stays.do-task', { ...done, on: mon }))).toMatch(
      /^invalid-input: .*still to come/,
    );
    expect(said(await app.run('stays.do-task', { ...done, version: 4 }))).toMatch(
      /^conflict: .*somebody else/,
    );
    expect(said(await app.run('stays.do-task', { ...done, verdict: 'suitable' }))).toMatch(
      /^invalid-input: .*only work is found suitable/,
    );
    await app.must('stays.do-task', { ...done, by: 'Mrs Okafor', note: 'Liked the art' }, 'provider-staff');
    expect((await app.get(placementId)).tasks[0]).toMatchObject({
      doneOn: '2025-11-12',
      doneBy: 'Mrs Okafor',
      note: 'Liked the art',
      overdue: false,
    });
    expect(said(await app.run('stays.do-task', { ...done, version: 2 }))).toMatch(
      /^conflict: .*was done already on Wed 12 November 2025 by Mrs Okafor/,
    );
    expect(said(await app.run('stays.do-task', { ...done, taskId: 'nothing' }))).toMatch(/^not-found/);
    expect((await auditOf(app, 'stays.do-task')).map(({ detail }) => detail)).toMatchObject([
      { before: { doneOn: null }, after: { doneOn: '2025-11-12', doneBy: 'Mrs Okafor' } },
    ]);
  });

  it('is work to be set again when it was unsuitable, and not when that is taken back', async () => {
    const { placementId } = await staying(work);
    expect(await app.do(placementId, 'Set work', { verdict: 'unsuitable', note: 'Too easy' })).toEqual({
      followedBy: 'Set other work: what came was not suitable',
    });
    const tasks = async () =>
      (await app.get(placementId)).tasks.map(({ kind, dueOn, verdict }) => ({ kind, dueOn, verdict }));
    expect(await tasks()).toEqual([
      { kind: 'work-again', dueOn: '2025-11-13', verdict: undefined },
      { kind: 'work-set', dueOn: '2025-11-14', verdict: 'unsuitable' },
    ]);
    const first = (await app.get(placementId)).tasks.find(({ kind }) => kind === 'work-set');
    await app.must('stays.reopen-task', {
      taskId: first?.id ?? '',
      version: first?.version ?? 0,
      as: 'open',
      reason: 'Wrong pupil',
    });
    expect(await tasks()).toEqual([{ kind: 'work-set', dueOn: '2025-11-14', verdict: undefined }]);
  });

  it('moves with the stay, but what is done stays as it is, and making it again changes nothing', async () => {
    const { exclusionId, providerId, placementId } = await staying({
      rules: { reportDays: 1, workDaysBefore: 1, weeklyReview: true },
    });
    await app.do(placementId, 'Set work', { verdict: 'suitable' });
    const before = await app.get(placementId);
    const monday = before.places.filter(({ date }) => date === mon).map(({ placeId }) => placeId);
    await app.must('places.cancel', { placeIds: monday, code: 'shortened', reason: 'Shortened' });
    expect((await app.get(placementId)).tasks).toEqual(before.tasks);
    const tuesday = before.places.filter(({ date }) => date === tue).map(({ placeId }) => placeId);
    await app.must('places.cancel', { placeIds: tuesday, reason: 'Taken back' });
    expect((await app.get(placementId)).tasks).toMatchObject([{ kind: 'work-set', verdict: 'suitable' }]);
    expect(await app.stay(exclusionId, providerId, wholeDays(mon))).not.toBe(placementId);
  });

  it('can be added and dropped; what must be there before arrival only by who may waive rules', async () => {
    const { placementId } = await staying({ rules: { codeOfConduct: true } });
    const { id } = await app.must('stays.add-task', {
      placementId,
      kind: 'paper',
      title: 'Photo consent',
      dueOn: mon,
    });
    expect((await app.get(placementId)).beforeArrival).toEqual([
      'the code of conduct is signed by parent and pupil',
      'this is done: Photo consent',
    ]);
    const drop = { taskId: id, version: 1, as: 'dropped', reason: 'Not asked for' } as const;
    expect(said(await app.run('stays.reopen-task', drop, 'provider-staff'))).toMatch(
      /^not-permitted: .*“Photo consent” must be done before the pupil arrives/,
    );
    await app.must('stays.reopen-task', drop);
    expect((await app.get(placementId)).tasks.map(({ title }) => title)).not.toContain('Photo consent');
    expect(said(await app.run('stays.reopen-task', { ...drop, version: 2 }))).toMatch(
      /^conflict: .*dropped already/,
    );
    const done = { taskId: id, version: 2, on: '2025-11-12' };
    expect(said(await app.run('stays.do-task', done))).toMatch(/^conflict: .*no longer owed/);
    await app.must('stays.reopen-task', { ...drop, version: 2, as: 'open' });
    expect(said(await app.run('stays.reopen-task', { ...drop, version: 3, as: 'open' }))).toMatch(
      /^conflict: .*open already/,
    );
    expect(await auditOf(app, 'stays.add-task')).toMatchObject([{ subjectId: id }]);
    expect(await auditOf(app, 'stays.reopen-task')).toMatchObject([
      { detail: { reason: 'Not asked for', after: { dropped: true } } },
      { detail: { after: { dropped: false } } },
    ]);
  });

  it('is not added to a stay whose places were all given up', async () => {
    const { placementId } = await staying();
    const placeIds = (await app.get(placementId)).places.map(({ placeId }) => placeId);
    await app.must('places.cancel', { placeIds, reason: 'Not needed' });
    const add = { placementId, kind: 'work-set', title: 'Maths' } as const;
    expect(said(await app.run('stays.add-task', add))).toMatch(/^conflict: Nothing was added: all places/);
  });

  it('is listed with the week, overdue first, and with how many sessions nobody marked', async () => {
    const { placementId } = await staying({ rules: { ...work.rules, reportDays: 1, followUpDays: 5 } });
    app.goTo(tue);
    const { tasks, unmarked } = await app.must('stays.tasks', {}, 'provider-staff');
    expect(tasks).toMatchObject([
      { kind: 'work-set', dueOn: '2025-11-14', overdue: true, placementId, name: 'Amara Okafor' },
      { kind: 'report', dueOn: wed, overdue: false, providerName: 'Oak Centre' },
    ]);
    expect(unmarked).toMatchObject([{ providerName: 'Oak Centre', date: mon, places: 2 }]);
  });
});

describe('stays.course', () => {
  const options = { rules: { courses: [{ name: 'Anger management', sessions: 8 }] } };

  it('counts on over all stays of the pupil, and never past the whole course', async () => {
    const { placementId } = await staying(options);
    app.goTo(tue);
    const course = { placementId, course: 'Anger management', on: tue };
    expect(await app.must('stays.course', { ...course, sessions: 3 })).toEqual({ done: 3, total: 8 });
    expect(said(await app.run('stays.course', { ...course, sessions: 6 }))).toBe(
      'invalid-input: Nothing was noted: 3 of 8 sessions of Anger management are done, so at most 5 can be added.',
    );
    expect((await app.get(placementId)).courses).toEqual([
      { course: 'Anger management', total: 8, done: 3, doneHere: 3, completed: false },
    ]);
    expect(await auditOf(app, 'stays.course')).toMatchObject([{ detail: { sessions: 3, done: 3 } }]);
  });

  test.each([
    [{ course: 'Pottery' }, /^not-found: .*no course called “Pottery”. There is Anger management/],
    [{ on: wed }, /^invalid-input: .*still to come/],
    [{ on: '2025-11-12' }, /^invalid-input: .*Amara Okafor was not at Oak Centre/],
  ])('refuses %j', async (wrong, message) => {
    const { placementId } = await staying(options);
    app.goTo(tue);
    const input = { placementId, course: 'Anger management', on: tue, sessions: 1, ...wrong };
    expect(said(await app.run('stays.course', input))).toMatch(message);
  });
});
