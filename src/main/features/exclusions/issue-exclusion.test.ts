import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openExclusionApp, type ExclusionApp } from '../../../../tests/builders/exclusion-school.ts';

let app: ExclusionApp;
let amara: string;
beforeEach(async () => {
  app = await openExclusionApp({ promiseFromDay: 1 });
  amara = await app.pupil('Amara Okafor', { senProvision: 'K', inCare: true });
});
afterEach(() => app.close());

const record = (id: string) =>
  app.services.store.read(async (db) => {
    const { exclusions } = db.tables;
    return (await db.select().from(exclusions)).find((row) => row.id === id);
  });

describe('exclusions.issue', () => {
  it('makes the draft count: its half days are written and the case is stamped', async () => {
    const saved = await app.must('exclusions.save-draft', app.draft(amara));
    const issued = await app.issue(amara, saved);
    expect(issued).toEqual({ id: saved.id, version: 2 });
    expect(await app.halfDays(saved.id)).toEqual([
      '2025-11-13 am',
      '2025-11-13 pm',
      '2025-11-14 am',
      '2025-11-14 pm',
    ]);
    expect(await record(saved.id)).toMatchObject({
      state: 'issued',
      ruleSet: 'england-2022',
      endDate: '2025-11-14',
      endSlot: 'pm',
      halfDays: 4,
      senProvision: 'K',
      inCare: true,
      issuedBy: 'Test Person',
      issuedAt: app.services.clock.now(),
    });
    const rows = (await app.audit()).filter(({ operation }) => operation === 'exclusions.issue');
    expect(rows.at(0)).toMatchObject({
      subjectId: saved.id,
      detail: {
        title: 'Suspension, 2 days from Thu 13 November am',
        before: { halfDays: 4 },
        after: { ruleSet: 'england-2022', senProvision: 'K', inCare: true },
      },
    });
  });

  it('needs no draft before it', async () => {
    const issued = await app.issue(amara, { reasons: ['DB', 'VA'] });
    const { draft, issuedBy, row } = await app.must('exclusions.get', { id: issued.id });
    expect(draft.reasons).toEqual(['DB', 'VA']);
    expect(issuedBy).toBe('Test Person');
    expect(row).toMatchObject({ state: 'issued', pupilName: 'Amara Okafor', form: '9B', halfDays: 4 });
  });

  it('keeps the SEN provision and care of the day of issue when the roll changes later', async () => {
    const { id } = await app.issue(amara);
    await app.services.store.write((db) =>
      db.update(db.tables.pupils).set({ senProvision: 'E', inCare: false }),
    );
    expect(await record(id)).toMatchObject({ senProvision: 'K', inCare: true });
  });

  it('works the end out from the length, and the length from the end', async () => {
    const { id } = await app.issue(amara, {
      lengthBy: 'end',
      halfDays: 2,
      end: { date: '2025-11-17', slot: 'am' },
    });
    expect(await record(id)).toMatchObject({ halfDays: 5, endDate: '2025-11-17', endSlot: 'am' });
    expect(await app.halfDays(id)).toHaveLength(5);
  });

  it('writes lunchtimes as lunchtimes, beside which the pupil may be out for a half day', async () => {
    const { id } = await app.issue(amara, { kind: 'lunchtime', halfDays: 2 });
    expect(await app.halfDays(id)).toEqual(['2025-11-13 lunch', '2025-11-14 lunch']);
    expect(await record(id)).toMatchObject({ halfDays: 2, endDate: '2025-11-14' });
    await app.issue(amara, { startDate: '2025-11-13', startSlot: 'pm', halfDays: 1 });
  });

  it('counts nothing for a permanent exclusion', async () => {
    const { id } = await app.issue(amara, { kind: 'permanent' });
    expect(await app.halfDays(id)).toEqual([]);
    expect(await record(id)).toMatchObject({ halfDays: null, endDate: null, ruleSet: 'england-2022' });
  });

  it('refuses a draft with errors, field by field, and keeps the draft', async () => {
    const saved = await app.must('exclusions.save-draft', { pupilId: amara, kind: 'fixed-period' });
    const result = await app.run('exclusions.issue', { pupilId: amara, kind: 'fixed-period', ...saved });
    expect(result).toMatchObject({ ok: false, error: { code: 'refused' } });
    const fields = result.ok ? [] : (result.error.fields ?? []).map(({ path }) => path);
    expect(fields).toEqual(['startDate', 'incidentOn', 'reasons', 'decidedBy']);
    expect((await app.must('exclusions.get', { id: saved.id })).row.state).toBe('draft');
    expect(await app.audit()).toHaveLength(1);
  });

  const earlier = (halfDays: number) =>
    app.services.store.write((db) =>
      db
        .insert(db.tables.earlierHalfDays)
        .values({ pupilId: amara, schoolYear: 2025, term: 'autumn', halfDays, source: 'Letter' }),
    );

  it.each([
    [44.5, 85],
    [45, 86],
  ])('allows %d days in the school year', async (_, halfDays) => {
    await earlier(halfDays);
    expect((await app.run('exclusions.issue', app.draft(amara), 'decider')).ok).toBe(true);
  });

  it('refuses 45.5 days in the school year with the arithmetic', async () => {
    await earlier(87);
    const result = await app.run('exclusions.issue', app.draft(amara));
    expect(result).toMatchObject({ error: { code: 'refused', fields: [{ path: 'halfDays' }] } });
    expect(result.ok ? '' : result.error.message).toBe(
      'Not issued. This pupil has 43.5 days this school year (43.5 at an earlier school). 2 days more makes 45.5; the limit is 45. 1.5 days are left. The draft is kept.',
    );
    expect(await app.audit()).toEqual([]);
  });

  it('refuses the sessions of another exclusion and names it', async () => {
    await app.issue(amara);
    const result = await app.run(
      'exclusions.issue',
      app.draft(amara, { startDate: '2025-11-14', halfDays: 2 }),
    );
    expect(result).toMatchObject({ error: { code: 'refused', fields: [{ path: 'startDate' }] } });
    expect(result.ok ? '' : result.error.message).toContain(
      'It is: Suspension, 2 days from Thu 13 November am.',
    );
  });

  it('refuses in words also when only the database notices that a session is taken', async () => {
    // What another program that writes in the same moment leaves behind: rows that our own check does not see.
    const other = await app.must('exclusions.save-draft', app.draft(amara));
    await app.services.store.write((db) =>
      db.insert(db.tables.exclusionHalfDays).values({
        exclusionId: other.id,
        pupilId: amara,
        date: '2025-11-14',
        slot: 'pm',
        givenBack: false,
      }),
    );
    const result = await app.run('exclusions.issue', app.draft(amara));
    expect(result).toMatchObject({ error: { code: 'conflict', fields: [{ path: 'startDate' }] } });
    expect(result.ok ? '' : result.error.message).toMatch(/another exclusion of this pupil/);
    expect((await app.must('exclusions.list', { state: 'issued' })).rows).toEqual([]);
  });

  it('lets one of two users win who issue the same case at once', async () => {
    const results = await Promise.all([
      app.run('exclusions.issue', app.draft(amara)),
      app.run('exclusions.issue', app.draft(amara)),
    ]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)).toMatchObject({
      error: { message: expect.stringMatching(/already recorded/) as string },
    });
  });

  it('refuses a stale draft, and an exclusion that is issued already', async () => {
    const saved = await app.must('exclusions.save-draft', app.draft(amara));
    await app.must('exclusions.save-draft', app.draft(amara, { ...saved, halfDays: 2 }));
    expect(await app.run('exclusions.issue', app.draft(amara, saved))).toMatchObject({
      error: { code: 'conflict' },
    });
    const issued = await app.issue(amara, { id: saved.id, version: 2 });
    expect(await app.run('exclusions.issue', app.draft(amara, issued))).toMatchObject({
      error: { code: 'conflict' },
    });
  });

  it('refuses when the term dates are not entered, and says where to enter them', async () => {
    const result = await app.run('exclusions.issue', app.draft(amara, { startDate: '2026-11-13' }));
    expect(result.ok ? '' : result.error.message).toMatch(
      /term dates for 2026\/27 are not entered.*Settings/,
    );
  });

  it('refuses an unknown pupil', async () => {
    expect(await app.run('exclusions.issue', app.draft('nobody'))).toMatchObject({
      error: { code: 'not-found', fields: [{ path: 'pupilId' }] },
    });
  });

  it.each(['recorder', 'administrator', 'governor-clerk', 'provider-staff', 'authority'] as const)(
    'is not for a %s',
    async (role) => {
      expect(await app.run('exclusions.issue', app.draft(amara), role)).toMatchObject({
        error: { code: 'not-permitted' },
      });
    },
  );
});

it('keeps who decided by the name that is entered, for the letters are signed with it', async () => {
  const { id } = await app.issue(amara, { decidedBy: '  mrs   HEAD ' });
  expect((await record(id))?.decidedBy).toBe('Mrs Head');
});
