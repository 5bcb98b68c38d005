import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { duePlans } from '#main/features/due-plans.ts';
import { openExclusionApp, type ExclusionApp } from '../builders/exclusion-school.ts';
import { openStayBook, wholeDays } from '../builders/stay-book.ts';
import { readDocxText } from '../documents/read-docx-text.ts';

/** A Wednesday; the half term of the test calendar ends on Fri 19 December, the next on Fri 13 February. */
const TODAY = '2025-11-12';

let app: ExclusionApp;
let ben: string;
beforeEach(async () => {
  app = await openExclusionApp();
  ben = await app.pupil('Ben Brown');
});
afterEach(() => app.close());

const TARGETS = [
  { target: 'In class on time', measure: 'Late no more than once a week', support: 'Ms Reed meets him' },
  { target: 'Homework handed in' },
];

const supportOf = (pupilId = ben) => app.must('plans.pupil', { pupilId });

async function openPlan(pupilId = ben) {
  const { plan } = await supportOf(pupilId);
  if (plan === undefined) throw new Error('no open plan');
  return plan;
}

async function reviewed(...states: readonly ('met' | 'partly-met' | 'not-met' | 'dropped')[]) {
  const { id: planId, version, targets } = await openPlan();
  const outcome = targets.map(({ id: targetId }, at) => ({ targetId, state: states[at] ?? 'met' }));
  return app.must('plans.review', { planId, version, note: 'Looked at with Ben', outcome });
}

const due = async () => {
  const items = await app.services.store.read((db) => duePlans(db, 'school-1', app.services.clock.today()));
  return items.map(({ what, on, to }) => [what, on, to]);
};

const refused = async (outcome: Promise<Awaited<ReturnType<ExclusionApp['run']>>>) => {
  const result = await outcome;
  if (result.ok) throw new Error('it was not refused');
  return result.error;
};

async function agency(name: string, more: { needsParents?: boolean; team?: boolean } = {}) {
  const { agencyId } = await app.must('referrals.save-agency', {
    name,
    helpsWith: 'Families under strain',
    needsParents: true,
    team: false,
    ...more,
  });
  return agencyId;
}

const referral = { why: 'Angry at home and at school', doneSoFar: 'Met the mother twice' };

describe('a plan of support', () => {
  it('is looked at on the last school day of the half term, and then of the next one', async () => {
    expect(await app.must('plans.start', { pupilId: ben, targets: TARGETS })).toMatchObject({
      reviewOn: '2025-12-19',
    });
    expect(await due()).toEqual([]);
    app.goTo('2025-12-19');
    expect(await due()).toEqual([['Review the plan', '2025-12-19', `/support/plans/${ben}`]]);
    expect((await app.must('plans.list', {})).due).toBe(1);
    expect(await reviewed('met', 'not-met')).toEqual({ reviewOn: '2026-02-13' });
    expect(await due()).toEqual([]);
    expect(await openPlan()).toMatchObject({
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
    expect((await supportOf()).nextReviewOn).toBe('2025-12-24');
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
    expect(await due()).toEqual([]);
    await app.must('plans.start', second);
    const { plan, earlier } = await supportOf();
    expect(plan?.targets).toMatchObject([{ target: 'Another' }]);
    expect(earlier).toMatchObject([{ id: planId, closed: { on: TODAY, why: 'All of it works' } }]);
    expect((await app.must('plans.list', { state: 'closed' })).plans).toMatchObject([{ id: planId }]);
  });

  it('keeps a target that is left out, as dropped, and takes new ones', async () => {
    await app.must('plans.start', { pupilId: ben, targets: TARGETS });
    const { id: planId, version, reviewOn, targets } = await openPlan();
    const [first] = targets;
    await app.must('plans.save', {
      planId,
      version,
      reviewOn,
      parentSignedOn: TODAY,
      targets: [{ id: first?.id, target: 'In class on time, every day' }, { target: 'Lunch in the club' }],
    });
    expect(await openPlan()).toMatchObject({
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
    const { id: planId, version, targets } = await openPlan();
    const [first, second] = targets;
    const review = { planId, version, note: 'So far' };
    const half = { ...review, outcome: [{ targetId: first?.id ?? '', state: 'met' as const }] };
    expect(await refused(app.run('plans.review', half))).toMatchObject({
      fields: [{ path: `outcome.${second?.id ?? ''}` }],
    });
    await reviewed('met', 'met');
    const now = await openPlan();
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

describe('a referral', () => {
  it('to an agency that needs the parents is refused unless they agreed, with what to do', async () => {
    const agencyId = await agency('Youth Offending Team');
    for (const parents of ['informed', 'refused', 'not-asked'] as const) {
      const error = await refused(
        app.run('referrals.make', { pupilId: ben, agencyId, ...referral, parents }),
      );
      expect(error).toMatchObject({ code: 'refused', fields: [{ path: 'parents' }] });
      expect(error.message).toMatch(/choose an agency that does not need them/);
    }
    expect((await app.must('referrals.list', { state: 'all' })).referrals).toEqual([]);
    await app.must('referrals.make', {
      pupilId: ben,
      agencyId,
      ...referral,
      parents: 'agreed',
      parentsOn: '2025-11-11',
    });
    expect((await supportOf()).referrals).toMatchObject([
      { agency: 'Youth Offending Team', state: 'sent', parents: 'agreed', parentsOn: '2025-11-11' },
    ]);
  });

  it('is open once to an agency, and an agency that ended takes none', async () => {
    const agencyId = await agency('Family support', { needsParents: false });
    const make = () =>
      app.run('referrals.make', { pupilId: ben, agencyId, ...referral, parents: 'informed' });
    expect((await make()).ok).toBe(true);
    expect((await refused(make())).message).toMatch(/is open, from Wed 12 November 2025/);
    expect(await app.must('referrals.end-agency', { agencyId, version: 1 })).toEqual({ open: 1 });
    expect((await refused(make())).message).toMatch(/takes none since Wed 12 November 2025/);
    expect((await app.must('referrals.agencies', {})).agencies).toEqual([]);
    expect((await app.must('referrals.agencies', { ended: true })).agencies).toMatchObject([{ open: 1 }]);
    // The name is free again.
    await agency('Family  SUPPORT');
  });

  it('that came back is due until it is made again, with what the school did since', async () => {
    const agencyId = await agency('Multi-agency team', { team: true });
    const make = (more: { doneSoFar?: string; againOf?: string } = {}) =>
      app.run('referrals.make', { pupilId: ben, agencyId, ...referral, parents: 'agreed', ...more });
    await make();
    const [sent] = (await supportOf()).referrals;
    const againOf = sent?.id ?? '';
    const answer = (version: number, as: 'accepted' | 'returned' | 'closed') =>
      app.run('referrals.answer', { referralId: againOf, version, as, answer: 'The school can do more yet' });
    expect((await refused(make({ againOf }))).message).toMatch(/has not come back/);
    app.goTo('2025-11-20');
    expect((await answer(1, 'returned')).ok).toBe(true);
    const line = [
      'Referral to Multi-agency team came back: make it again or close it',
      '2025-11-20',
      `/support/plans/${ben}`,
    ];
    expect(await due()).toEqual([line]);
    expect(await refused(make({ againOf }))).toMatchObject({ fields: [{ path: 'doneSoFar' }] });
    expect(await refused(answer(2, 'accepted'))).toMatchObject({ code: 'conflict' });
    app.goTo('2025-12-04');
    expect((await make({ againOf, doneSoFar: 'Met the mother twice; a mentor since' })).ok).toBe(true);
    expect(await due()).toEqual([]);
    expect((await supportOf()).referrals).toMatchObject([
      { state: 'sent', againOf, madeAgain: false },
      { state: 'returned', answer: 'The school can do more yet', madeAgain: true },
    ]);
    expect(await app.must('referrals.list', {})).toMatchObject({ waiting: 1, returned: 0 });
  });

  it('is accepted with who works with the pupil, and closed in the end', async () => {
    const agencyId = await agency('Mentors', { needsParents: false });
    const { referralId } = await app.must('referrals.make', {
      pupilId: ben,
      agencyId,
      ...referral,
      parents: 'informed',
    });
    await app.must('referrals.answer', {
      referralId,
      version: 1,
      as: 'accepted',
      answer: 'Weekly from January',
      allocatedTo: 'Mr Okoro',
    });
    await app.must('referrals.answer', { referralId, version: 2, as: 'closed', answer: 'Six meetings held' });
    expect((await app.must('referrals.list', { state: 'closed' })).referrals).toMatchObject([
      { state: 'closed', answer: 'Six meetings held', allocatedTo: 'Mr Okoro' },
    ]);
  });
});

describe('the inclusion panel', () => {
  const get = async (panelId: string) => app.must('panel.get', { panelId });
  const call = async (on: string) =>
    (await app.must('panel.save', { on, startsAt: '15:30', place: 'Library' })).panelId;
  const versionOf = async (panelId: string) => (await get(panelId)).version;

  it('is proposed pupils without key worker, with returned referrals, targets not met twice, a third exclusion', async () => {
    const [cara, dan] = [await app.pupil('Cara Lee'), await app.pupil('Dan Moss')];
    await app.must('plans.start', { pupilId: ben, targets: TARGETS });
    await reviewed('met', 'not-met');
    app.goTo('2025-11-19');
    const panelId = await call('2025-12-10');
    expect((await get(panelId)).proposals).toEqual([]);
    await reviewed('met', 'not-met');
    const agencyId = await agency('Team', { team: true });
    const { referralId } = await app.must('referrals.make', {
      pupilId: cara,
      agencyId,
      ...referral,
      parents: 'agreed',
    });
    await app.must('referrals.answer', { referralId, version: 1, as: 'returned', answer: 'Too early' });
    for (const day of ['2025-11-20', '2025-11-25', '2025-11-27']) {
      app.goTo(day);
      await app.issue(dan, { startDate: day, incidentOn: day, halfDays: 2 });
    }
    const { proposals } = await get(panelId);
    expect(proposals.map(({ name, reasons }) => [name, ...reasons.map(({ text }) => text)])).toEqual([
      [
        'Dan Moss',
        'On the register since 20 November without a key worker',
        'Third exclusion this school year, the last on 27 November',
      ],
      ['Ben Brown', 'Not met at two reviews, last on 19 November: Homework handed in'],
      ['Cara Lee', 'Referral to Team came back on 19 November'],
    ]);
  });

  it('is minuted by pupil; an action is due from its day until it is done, and nobody is proposed twice', async () => {
    await app.must('plans.start', { pupilId: ben, targets: TARGETS });
    await reviewed('not-met', 'met');
    app.goTo('2025-11-19');
    await reviewed('not-met', 'met');
    const panelId = await call('2025-11-20');
    await app.must('panel.put', { panelId, version: 1, pupilId: ben, why: 'Not on time' });
    const minutes = {
      panelId,
      pupilId: ben,
      discussed: 'He is late after the bus.',
      decision: 'Another bus',
      owner: 'Mr Hall',
      dueOn: '2025-12-01',
    };
    expect((await refused(app.run('panel.minute', { ...minutes, version: 2 }))).message).toMatch(/meets on/);
    app.goTo('2025-11-20');
    expect(
      await refused(app.run('panel.minute', { ...minutes, version: 2, dueOn: undefined })),
    ).toMatchObject({ fields: [{ path: 'dueOn' }] });
    await app.must('panel.minute', { ...minutes, version: 2 });
    expect(await refused(app.run('panel.take-off', { panelId, version: 3, pupilId: ben }))).toMatchObject({
      code: 'conflict',
    });
    await app.must('panel.hold', { panelId, version: 3, present: 'Mrs Head, Mr Hall' });
    expect(await due()).toEqual([]);
    app.goTo('2025-12-01');
    expect(await due()).toEqual([
      ['Mr Hall to do what the panel of 20 November decided', '2025-12-01', `/support/panel/${panelId}`],
    ]);
    expect((await app.must('panel.list', {})).panels).toMatchObject([{ pupils: 1, actions: 1 }]);
    const next = await call('2025-12-10');
    expect((await get(next)).proposals).toEqual([]);
    await app.must('panel.action-done', { panelId, pupilId: ben });
    expect(await due()).toEqual([]);
    expect(await refused(app.run('panel.action-done', { panelId, pupilId: ben }))).toMatchObject({
      code: 'conflict',
    });
    expect((await supportOf()).panels).toMatchObject([
      { decision: 'Another bus', owner: 'Mr Hall', doneOn: '2025-12-01', held: true },
    ]);
  });

  it('has an agenda before it and minutes after it, on paper', async () => {
    const panelId = await call(TODAY);
    const write = (what: 'agenda' | 'minutes') =>
      app.run('panel.print', {
        panelId,
        what,
        format: 'word',
        destination: app.fileId(join(app.folder, `${what}.docx`)),
      });
    const read = async (what: string) => readDocxText(await readFile(join(app.folder, `${what}.docx`)));
    await app.must('panel.put', { panelId, version: 1, pupilId: ben, why: 'Third exclusion' });
    expect((await refused(write('minutes'))).message).toMatch(/not held yet/);
    expect((await write('agenda')).ok).toBe(true);
    expect(await read('agenda')).toMatch(/Wed 12 November 2025, 3.30 pm Library .*1. Ben Brown \(9B\) Third/);
    await app.must('panel.minute', {
      panelId,
      version: await versionOf(panelId),
      pupilId: ben,
      discussed: 'He was heard.',
      decision: 'A mentor',
      owner: 'Ms Reed',
      dueOn: '2025-11-28',
    });
    await app.must('panel.hold', { panelId, version: await versionOf(panelId), present: 'Mrs Head' });
    expect((await write('minutes')).ok).toBe(true);
    expect(await read('minutes')).toMatch(
      /Present Mrs Head .*Why: Third exclusion He was heard. .*Decided: A mentor .*Action: Ms Reed, by Fri 28 November 2025/,
    );
    const printed = (await app.audit()).filter(({ operation }) => operation === 'panel.print');
    expect(printed.map(({ detail }) => detail)).toMatchObject([
      { what: 'agenda', pupilIds: [ben] },
      { what: 'minutes', pupilIds: [ben] },
    ]);
  });

  it('takes each pupil once, and meets once a day', async () => {
    const panelId = await call(TODAY);
    await app.must('panel.put', { panelId, version: 1, pupilId: ben, why: 'New' });
    const again = { panelId, version: 2, pupilId: ben, why: 'New' };
    expect(await refused(app.run('panel.put', again))).toMatchObject({ code: 'conflict' });
    expect(await refused(app.run('panel.save', { on: TODAY }))).toMatchObject({ fields: [{ path: 'on' }] });
    await app.must('panel.take-off', { panelId, version: 2, pupilId: ben });
    expect((await get(panelId)).items).toEqual([]);
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
