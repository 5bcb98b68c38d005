import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openPlanApp, refused, TARGETS, type PlanApp } from '../builders/plan-book.ts';
import { openStayBook, wholeDays } from '../builders/stay-book.ts';

/** A Wednesday; the half term of the test calendar ends on Fri 19 December, the next on Fri 13 February. */
const TODAY = '2025-11-12';

let app: PlanApp;
let ben: string;
beforeEach(async () => {
  app = await openPlanApp();
  ben = await app.pupil('Ben Brown');
});
afterEach(() => app.close());

describe('a plan of support', () => {
  it('is looked at on the last school day of the half term, and then of the next one', async () => {
    expect(await app.must('plans.start', { pupilId: ben, targets: TARGETS })).toMatchObject({
      reviewOn: '2025-12-19',
    });
    expect(await app.due()).toEqual([]);
    app.goTo('2025-12-19');
    expect(await app.due()).toEqual([['Review the plan', '2025-12-19', `/support/plans/${ben}`]]);
    expect((await app.must('plans.list', {})).due).toBe(1);
    expect(await app.review(ben, 'met', 'not-met')).toEqual({ reviewOn: '2026-02-13' });
    expect(await app.due()).toEqual([]);
    expect(await app.plan(ben)).toMatchObject({
      standing: 'later',
      targets: [
        { ...TARGETS[0], state: 'met', notMetTwice: false },
        { ...TARGETS[1], state: 'not-met', notMetTwice: false },
      ],
      reviews: [{ on: '2025-12-19', note: 'Looked at with Ben', by: 'Test Person' }],
    });
  });

  it('without terms in the calendar is looked at after six weeks', async () => {
    await app.services.store.write((db) => db.delete(db.tables.terms));
    expect((await app.support(ben)).nextReviewOn).toBe('2025-12-24');
    expect(await app.must('plans.start', { pupilId: ben, targets: TARGETS })).toMatchObject({
      reviewOn: '2025-12-24',
    });
  });

  it('is one at a time; a closed one stays to be read', async () => {
    const { planId } = await app.must('plans.start', { pupilId: ben, targets: TARGETS });
    const second = { pupilId: ben, targets: [{ target: 'Another' }] };
    expect(await refused(app.run('plans.start', second))).toMatchObject({ code: 'conflict' });
    await app.must('plans.close', { planId, version: 1, why: 'All of it works' });
    app.goTo('2025-12-19');
    expect(await app.due()).toEqual([]);
    await app.must('plans.start', second);
    const { plan, earlier } = await app.support(ben);
    expect(plan?.targets).toMatchObject([{ target: 'Another' }]);
    expect(earlier).toMatchObject([{ id: planId, closed: { on: TODAY, why: 'All of it works' } }]);
    expect((await app.must('plans.list', { state: 'closed' })).plans).toMatchObject([{ id: planId }]);
  });

  it('keeps a target that is left out, as dropped, and takes new ones', async () => {
    await app.must('plans.start', { pupilId: ben, targets: TARGETS });
    const { id: planId, version, reviewOn, targets } = await app.plan(ben);
    const [first] = targets;
    await app.must('plans.save', {
      planId,
      version,
      reviewOn,
      parentSignedOn: TODAY,
      targets: [{ id: first?.id, target: 'In class on time, every day' }, { target: 'Lunch in the club' }],
    });
    expect(await app.plan(ben)).toMatchObject({
      parentSignedOn: TODAY,
      targets: [
        { target: 'In class on time, every day', state: 'open' },
        { target: 'Homework handed in', state: 'dropped' },
        { target: 'Lunch in the club', state: 'open' },
      ],
    });
    const again = { planId, version, reviewOn, targets: TARGETS };
    expect(await refused(app.run('plans.save', again))).toMatchObject({ code: 'conflict' });
    const saved = (await app.audit()).find(({ operation }) => operation === 'plans.save');
    expect(saved?.detail).toMatchObject({
      pupilId: ben,
      before: { parentSignedOn: null, targets: [{ target: 'In class on time' }, {}] },
      after: { parentSignedOn: TODAY },
    });
  });

  it('is reviewed once a day and whole: every target has to be said', async () => {
    await app.must('plans.start', { pupilId: ben, targets: TARGETS });
    const { id: planId, version, targets } = await app.plan(ben);
    const [first, second] = targets;
    const review = { planId, version, note: 'So far' };
    const half = { ...review, outcome: [{ targetId: first?.id ?? '', state: 'met' as const }] };
    expect(await refused(app.run('plans.review', half))).toMatchObject({
      fields: [{ path: `outcome.${second?.id ?? ''}` }],
    });
    await app.review(ben, 'met', 'met');
    const now = await app.plan(ben);
    const whole = {
      ...review,
      version: now.version,
      outcome: now.targets.map(({ id }) => ({ targetId: id, state: 'met' as const })),
    };
    expect(await refused(app.run('plans.review', whole))).toMatchObject({ fields: [{ path: 'on' }] });
    expect(await refused(app.run('plans.review', { ...whole, on: '2025-11-13' }))).toMatchObject({
      fields: [{ path: 'on' }],
    });
  });

  it('is for those who may: a provider’s staff see none', async () => {
    for (const name of ['plans.list', 'referrals.list', 'panel.list'] as const)
      expect(await refused(app.run(name, {}, 'provider-staff'))).toMatchObject({ code: 'not-permitted' });
  });
});

it('courses follow the pupil from place to place, and stand beside the plan', async () => {
  const stays = await openStayBook();
  try {
    const courses = [{ name: 'Anger management', sessions: 8 }];
    const centre = (name: string) => stays.centre(name, { rules: { courses } });
    const exclusionId = await stays.exclude('Abel Adams');
    const pupilId = stays.pupilOf(exclusionId);
    const first = await stays.stay(exclusionId, await centre('PRU North'), wholeDays('2025-11-17'));
    stays.goTo('2025-11-17');
    const course = { course: 'Anger management', sessions: 2 };
    await stays.must('stays.course', { placementId: first, ...course, on: '2025-11-17' });
    const again = await stays.excludeAgain(pupilId, '2025-12-10', '2025-12-16');
    const second = await stays.stay(again, await centre('PRU South'), wholeDays('2025-12-10'));
    stays.goTo('2025-12-10');
    await stays.must('stays.course', { placementId: second, ...course, sessions: 1, on: '2025-12-10' });
    expect((await stays.must('plans.pupil', { pupilId })).courses).toEqual([
      {
        course: 'Anger management',
        total: 8,
        done: 3,
        lastOn: '2025-12-10',
        at: ['PRU North', 'PRU South'],
      },
    ]);
  } finally {
    await stays.close();
  }
});
