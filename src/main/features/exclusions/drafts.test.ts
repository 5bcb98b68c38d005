import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openExclusionApp, type ExclusionApp } from '../../../../tests/builders/exclusion-school.ts';

let app: ExclusionApp;
let amara: string;
beforeEach(async () => {
  app = await openExclusionApp();
  amara = await app.pupil('Amara Okafor');
});
afterEach(() => app.close());

describe('exclusions.save-draft', () => {
  it('keeps a draft of which only the pupil and the kind are known', async () => {
    const saved = await app.must('exclusions.save-draft', { pupilId: amara, kind: 'permanent' });
    expect(saved.version).toBe(1);
    const { draft, row } = await app.must('exclusions.get', { id: saved.id });
    expect(draft).toMatchObject({ pupilId: amara, kind: 'permanent', version: 1, reasons: [] });
    expect(draft).not.toHaveProperty('startDate');
    expect(row).toMatchObject({ state: 'draft', title: 'Permanent exclusion, no start date yet' });
  });

  it('gives back what was saved, whichever of length and end led', async () => {
    const byLength = app.draft(amara, { reasons: ['DB', 'PP'], startSlot: 'pm', halfDays: 3 });
    const byEnd = app.draft(amara, { lengthBy: 'end', end: { date: '2025-11-17', slot: 'am' } });
    delete byEnd.halfDays;
    for (const draft of [byLength, byEnd]) {
      const saved = await app.must('exclusions.save-draft', draft);
      expect((await app.must('exclusions.get', { id: saved.id })).draft).toMatchObject({
        ...draft,
        ...saved,
      });
    }
  });

  it('changes the draft and leaves its states before and after in the audit trail', async () => {
    const saved = await app.must('exclusions.save-draft', app.draft(amara));
    const again = await app.must('exclusions.save-draft', app.draft(amara, { ...saved, halfDays: 6 }));
    expect(again).toEqual({ id: saved.id, version: 2 });
    const [first, second] = await app.audit();
    expect(first).toMatchObject({
      operation: 'exclusions.save-draft',
      subjectId: saved.id,
      detail: { title: 'Suspension, 2 days from Thu 13 November am', after: { halfDays: 4 } },
    });
    expect(second).toMatchObject({ detail: { before: { halfDays: 4 }, after: { halfDays: 6 } } });
  });

  it('leaves version and audit trail alone when nothing has changed', async () => {
    const saved = await app.must('exclusions.save-draft', app.draft(amara));
    expect(await app.must('exclusions.save-draft', app.draft(amara, saved))).toEqual(saved);
    expect(await app.audit()).toHaveLength(1);
  });

  it('refuses to overwrite what somebody else saved meanwhile, and says who and when', async () => {
    const saved = await app.must('exclusions.save-draft', app.draft(amara));
    await app.must('exclusions.save-draft', app.draft(amara, { ...saved, halfDays: 6 }));
    const stale = await app.run('exclusions.save-draft', app.draft(amara, { ...saved, halfDays: 8 }));
    expect(stale).toMatchObject({ ok: false, error: { code: 'conflict' } });
    expect(stale.ok ? '' : stale.error.message).toMatch(
      /saved by Test Person at \d+\.\d\d [ap]m on Wed 12 November 2025/,
    );
    expect((await app.must('exclusions.get', { id: saved.id })).draft.halfDays).toBe(6);
  });

  it('refuses a known draft without its version as stale too', async () => {
    const { id } = await app.must('exclusions.save-draft', app.draft(amara));
    expect(await app.run('exclusions.save-draft', app.draft(amara, { id }))).toMatchObject({
      error: { code: 'conflict' },
    });
  });

  it('says that a draft was discarded or issued meanwhile', async () => {
    const gone = app.draft(amara, { id: 'gone', version: 1 });
    expect(await app.run('exclusions.save-draft', gone)).toMatchObject({ error: { code: 'not-found' } });
    const issued = await app.issue(amara);
    const late = await app.run('exclusions.save-draft', app.draft(amara, issued));
    expect(late).toMatchObject({ error: { code: 'conflict' } });
    expect(late.ok ? '' : late.error.message).toMatch(/was issued by Test Person/);
  });

  it('refuses a pupil who is not of this school', async () => {
    expect(await app.run('exclusions.save-draft', app.draft('nobody'))).toMatchObject({
      error: { code: 'not-found', fields: [{ path: 'pupilId' }] },
    });
  });

  it('refuses to follow an exclusion that is not there, or is a draft itself', async () => {
    const other = await app.must('exclusions.save-draft', app.draft(amara));
    for (const followsId of ['nobody', other.id]) {
      const draft = app.draft(amara, { followsId, followsAs: 'further' });
      expect(await app.run('exclusions.save-draft', draft)).toMatchObject({
        error: { code: 'not-found', fields: [{ path: 'followsId' }] },
      });
    }
    await app.must('exclusions.discard-draft', { id: other.id });
  });

  it('refuses a reason chosen twice', async () => {
    expect(await app.run('exclusions.save-draft', app.draft(amara, { reasons: ['PP', 'PP'] }))).toMatchObject(
      {
        error: { code: 'invalid-input', fields: [{ path: 'reasons' }] },
      },
    );
  });

  it.each([
    ['startDate', { startDate: '2025-02-30' }],
    ['halfDays', { halfDays: 91 }],
    ['halfDays', { halfDays: 0 }],
    ['end.date', { end: { date: 'soon', slot: 'am' } }],
    ['incidentOn', { incidentOn: '12/11/2025' }],
    ['incidentAt', { incidentAt: 'x'.repeat(21) }],
    ['incidentPlace', { incidentPlace: 'x'.repeat(121) }],
    ['incidentAccount', { incidentAccount: 'x'.repeat(4001) }],
    ['reasons', { reasons: ['PP', 'PA', 'VP', 'VA'] }],
    ['reasons.0', { reasons: ['pp'] }],
    ['decidedBy', { decidedBy: 'x'.repeat(81) }],
  ] as const)('refuses what cannot be kept in %s', async (path, more) => {
    const input = { ...app.draft(amara), ...more } as Parameters<typeof app.draft>[1];
    const result = await app.run('exclusions.save-draft', app.draft(amara, input));
    expect(result).toMatchObject({ ok: false, error: { code: 'invalid-input', fields: [{ path }] } });
  });

  it.each(['provider-staff', 'governor-clerk', 'authority'] as const)('is not for a %s', async (role) => {
    expect(await app.run('exclusions.save-draft', app.draft(amara), role)).toMatchObject({
      error: { code: 'not-permitted' },
    });
  });
});

describe('exclusions.discard-draft', () => {
  it('removes the draft and keeps what it said in the audit trail', async () => {
    const { id } = await app.must('exclusions.save-draft', app.draft(amara));
    await app.must('exclusions.discard-draft', { id });
    expect(await app.run('exclusions.get', { id })).toMatchObject({ error: { code: 'not-found' } });
    expect((await app.audit()).at(-1)).toMatchObject({
      operation: 'exclusions.discard-draft',
      subjectId: id,
      detail: { before: { incidentAccount: 'Pushed another pupil.', reasons: ['PP'] } },
    });
  });

  it('refuses an issued exclusion, which stays', async () => {
    const { id } = await app.issue(amara);
    expect(await app.run('exclusions.discard-draft', { id })).toMatchObject({ error: { code: 'refused' } });
    expect((await app.must('exclusions.get', { id })).row.state).toBe('issued');
  });

  it('says that a draft is no longer there', async () => {
    expect(await app.run('exclusions.discard-draft', { id: 'gone' })).toMatchObject({
      error: { code: 'not-found' },
    });
  });

  it('is not for a governors’ clerk', async () => {
    expect(await app.run('exclusions.discard-draft', { id: 'x' }, 'governor-clerk')).toMatchObject({
      error: { code: 'not-permitted' },
    });
  });
});
