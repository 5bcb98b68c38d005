import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openPlanApp, REFERRAL, refused, type PlanApp } from '../builders/plan-book.ts';

let app: PlanApp;
let ben: string;
beforeEach(async () => {
  app = await openPlanApp();
  ben = await app.pupil('Ben Brown');
});
afterEach(() => app.close());

describe('the directory of agencies', () => {
  it('has an agency once by its name, and a change only of what was last seen', async () => {
    const about = { helpsWith: 'Families', needsParents: true, team: false };
    const { agencyId } = await app.must('referrals.save-agency', { name: 'Family support', ...about });
    const again = app.run('referrals.save-agency', { name: 'Family  SUPPORT', ...about });
    expect(await refused(again)).toMatchObject({ code: 'conflict', fields: [{ path: 'name' }] });
    const change = { agencyId, version: 1, name: 'Family support', ...about, phone: '01632 960001' };
    await app.must('referrals.save-agency', change);
    expect((await refused(app.run('referrals.save-agency', change))).code).toBe('conflict');
  });
});

describe('a referral', () => {
  it('to an agency that needs the parents is refused unless they agreed, with what to do', async () => {
    const agencyId = await app.agency('Youth Offending Team');
    for (const parents of ['informed', 'refused', 'not-asked'] as const) {
      const error = await refused(
        app.run('referrals.make', { pupilId: ben, agencyId, ...REFERRAL, parents }),
      );
      expect(error).toMatchObject({ code: 'refused', fields: [{ path: 'parents' }] });
      expect(error.message).toMatch(/choose an agency that does not need them/);
    }
    expect((await app.must('referrals.list', { state: 'all' })).referrals).toEqual([]);
    await app.must('referrals.make', {
      pupilId: ben,
      agencyId,
      ...REFERRAL,
      parents: 'agreed',
      parentsOn: '2025-11-11',
    });
    expect((await app.support(ben)).referrals).toMatchObject([
      { agency: 'Youth Offending Team', state: 'sent', parents: 'agreed', parentsOn: '2025-11-11' },
    ]);
  });

  it('is open once to an agency, and an agency that ended takes none', async () => {
    const agencyId = await app.agency('Family support', { needsParents: false });
    const make = () =>
      app.run('referrals.make', { pupilId: ben, agencyId, ...REFERRAL, parents: 'informed' });
    expect((await make()).ok).toBe(true);
    expect((await refused(make())).message).toMatch(/is open, from Wed 12 November 2025/);
    expect(await app.must('referrals.end-agency', { agencyId, version: 1 })).toEqual({ open: 1 });
    expect((await refused(make())).message).toMatch(/takes none since Wed 12 November 2025/);
    expect((await app.must('referrals.agencies', {})).agencies).toEqual([]);
    expect((await app.must('referrals.agencies', { ended: true })).agencies).toMatchObject([{ open: 1 }]);
    // The name is free again.
    await app.agency('Family  SUPPORT');
  });

  it('that came back is due until it is made again, with what the school did since', async () => {
    const agencyId = await app.agency('Multi-agency team', { team: true });
    const make = (more: { doneSoFar?: string; againOf?: string } = {}) =>
      app.run('referrals.make', { pupilId: ben, agencyId, ...REFERRAL, parents: 'agreed', ...more });
    await make();
    const [sent] = (await app.support(ben)).referrals;
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
    expect(await app.due()).toEqual([line]);
    expect(await refused(make({ againOf }))).toMatchObject({ fields: [{ path: 'doneSoFar' }] });
    expect(await refused(answer(2, 'accepted'))).toMatchObject({ code: 'conflict' });
    app.goTo('2025-12-04');
    expect((await make({ againOf, doneSoFar: 'Met the mother twice; a mentor since' })).ok).toBe(true);
    expect(await app.due()).toEqual([]);
    expect((await app.support(ben)).referrals).toMatchObject([
      { state: 'sent', againOf, madeAgain: false },
      { state: 'returned', answer: 'The school can do more yet', madeAgain: true },
    ]);
    expect(await app.must('referrals.list', {})).toMatchObject({ waiting: 1, returned: 0 });
  });

  it('is accepted with who works with the pupil, and closed in the end', async () => {
    const agencyId = await app.agency('Mentors', { needsParents: false });
    const { referralId } = await app.must('referrals.make', {
      pupilId: ben,
      agencyId,
      ...REFERRAL,
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
