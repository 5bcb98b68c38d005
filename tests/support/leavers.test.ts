import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openAtRiskApp, type AtRiskApp } from '../builders/at-risk-school.ts';

const LAST_DAY = '2025-11-28';

let app: AtRiskApp;
let ben: string;
beforeEach(async () => {
  app = await openAtRiskApp();
  ben = await app.pupil('Ben Brown');
});
afterEach(() => app.close());

const leaves = async (pupilId: string) => {
  await app.services.store.write(async (db) => {
    const { pupils } = db.tables;
    await db.update(pupils).set({ leavingDate: LAST_DAY }).where(eq(pupils.id, pupilId));
    return { ok: true };
  });
};

const dueNow = async () =>
  (await app.must('support.due', {})).items.map(({ on, what, to }) => `${on} ${what} ${to}`);

describe('a pupil who has left', () => {
  it('is asked for until the last day and then only to be signed off, once', async () => {
    await app.issue(ben);
    await app.keyWorker(ben, 'Ms Reed');
    await leaves(ben);
    const { id: entryId, version } = await app.entryOf(ben);
    app.goTo(LAST_DAY);
    expect(await app.due()).toEqual(['meeting of Ben Brown since 2025-11-27: No meeting yet, 16 days on']);
    for (const day of ['2025-11-29', '2025-12-24', '2026-06-20']) {
      app.goTo(day);
      expect(await app.due()).toEqual([
        `review of Ben Brown since ${LAST_DAY}: The pupil has left: sign off`,
      ]);
      expect((await app.must('support.list', {})).due).toEqual({
        keyWorkers: 0,
        reviews: 0,
        signOffs: 1,
        meetings: 0,
      });
    }
    await app.must('support.sign-off', { entryId, version, reason: 'Moved to Oak Academy' });
    expect(await app.due()).toEqual([]);
  });

  it('has a plan to be closed, and neither a review, a referral nor an action of a panel that is due', async () => {
    const plan = { pupilId: ben, targets: [{ target: 'In class on time' }] };
    await app.must('plans.start', plan);
    const { agencyId } = await app.must('referrals.save-agency', {
      name: 'Family Team',
      helpsWith: 'Families under strain',
      needsParents: false,
      team: true,
    });
    const said = { why: 'Angry at school', doneSoFar: 'Met the mother', parents: 'agreed' as const };
    const { referralId } = await app.must('referrals.make', { pupilId: ben, agencyId, ...said });
    const back = { referralId, version: 1, as: 'returned' as const, answer: 'Not for us' };
    await app.must('referrals.answer', back);
    app.goTo('2025-11-30');
    expect(await dueNow()).toEqual([
      `2025-11-12 Referral to Family Team came back: make it again or close it /support/plans/${ben}`,
    ]);
    await leaves(ben);
    app.goTo('2025-12-24');
    expect(await dueNow()).toEqual([`${LAST_DAY} The pupil has left: close the plan /support/plans/${ben}`]);
  });

  it('comes on no register any more: not by a figure noted late, nor from a file, nor by hand', async () => {
    await leaves(ben);
    app.goTo('2025-12-01');
    expect(await app.attendance(ben, 40)).toBe('unchanged');
    const path = join(app.folder, 'attendance.csv');
    writeFileSync(path, 'UPN,Attendance,Last day\nA000000000001,41,2025-11-28\n');
    const file = await app.must('support.preview-attendance', { fileId: app.fileId(path) });
    expect(file.counts).toMatchObject({ new: 1, raised: 0, added: 0 });
    const byHand = { pupilId: ben, criterionId: 'agency' };
    expect(await app.run('support.raise', byHand)).toMatchObject({
      error: { code: 'refused', message: expect.stringContaining('has left') as string },
    });
    expect((await app.must('support.list', { state: 'all' })).entries).toEqual([]);
  });
});
