import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqliteStore } from '../../storage/engines/sqlite.ts';
import { openTestApp } from '../../../../tests/builders/app.ts';
import { openExclusionApp, type ExclusionApp } from '../../../../tests/builders/exclusion-school.ts';
import { ON_POSTGRES } from '../../../../tests/builders/test-engine.ts';
import { TEST_KEY } from '../../../../tests/builders/test-key.ts';

let app: ExclusionApp;
let amara: string;
beforeEach(async () => {
  app = await openExclusionApp({ promiseFromDay: 1 });
  amara = await app.pupil('Amara Okafor');
});
afterEach(() => app.close());

describe('exclusions.preview', () => {
  it('counts, totals and judges without writing anything', async () => {
    await app.issue(amara, { startDate: '2025-11-03', incidentOn: '2025-11-03', halfDays: 8 });
    const before = (await app.audit()).length;
    const shown = await app.must('exclusions.preview', app.draft(amara, { halfDays: 3 }));
    expect(shown).toMatchObject({
      halfDays: 3,
      end: { date: '2025-11-14', slot: 'am' },
      term: { beforeHalfDays: 8, afterHalfDays: 11, crosses: [10] },
      educationDue: { promise: { date: '2025-11-13' } },
      canIssue: true,
    });
    expect(await app.audit()).toHaveLength(before);
  });

  it('leaves the draft itself out of what it is compared with', async () => {
    const saved = await app.must('exclusions.save-draft', app.draft(amara));
    expect((await app.must('exclusions.preview', app.draft(amara, saved))).problems).toEqual([]);
    const another = await app.must('exclusions.preview', app.draft(amara));
    expect(another.problems).toMatchObject([{ severity: 'warning', field: 'pupilId' }]);
  });

  it('follows a calendar that changes', async () => {
    const before = await app.must('exclusions.preview', app.draft(amara));
    await app.services.store.write((db) =>
      db.insert(db.tables.closures).values({
        id: 'snow',
        schoolId: 'school-1',
        schoolYear: 2025,
        fromDate: '2025-11-14',
        toDate: '2025-11-14',
        slot: 'all',
        kind: 'closure',
        name: 'Snow',
      }),
    );
    const after = await app.must('exclusions.preview', app.draft(amara));
    expect([before.end?.date, after.end?.date]).toEqual(['2025-11-14', '2025-11-17']);
  });

  it('refuses an unknown pupil, a database without a school, and who may not record', async () => {
    expect(await app.run('exclusions.preview', app.draft('nobody'))).toMatchObject({
      error: { code: 'not-found' },
    });
    const empty = openTestApp();
    expect(await empty.run('exclusions.preview', app.draft(amara))).toMatchObject({
      error: { code: 'not-set-up' },
    });
    await empty.close();
    expect(await app.run('exclusions.preview', app.draft(amara), 'provider-staff')).toMatchObject({
      error: { code: 'not-permitted' },
    });
  });
});

describe('exclusions.get', () => {
  it('shows an issued exclusion with the totals it led to, without what came later and without problems', async () => {
    const first = await app.issue(amara);
    await app.issue(amara, { startDate: '2025-11-17' });
    const shown = await app.must('exclusions.get', { id: first.id }, 'governor-clerk');
    expect(shown.preview).toMatchObject({
      term: { beforeHalfDays: 0, afterHalfDays: 4 },
      returnsOn: { date: '2025-11-17', slot: 'am' },
      problems: [],
      canIssue: false,
    });
    expect(shown.issuedAt).toBe(app.services.clock.now());
  });

  it('keeps the sessions of an issued exclusion when the calendar changes afterwards', async () => {
    const { id } = await app.issue(amara);
    const before = (await app.must('exclusions.get', { id })).preview.sessions;
    await app.services.store.write((db) => db.delete(db.tables.terms));
    const after = (await app.must('exclusions.get', { id })).preview;
    expect(after.sessions).toEqual(before);
    expect(after.end).toEqual({ date: '2025-11-14', slot: 'pm' });
  });

  it('shows the lunchtimes of an issued lunchtime exclusion', async () => {
    const { id } = await app.issue(amara, { kind: 'lunchtime', halfDays: 2 });
    expect((await app.must('exclusions.get', { id })).preview).toMatchObject({
      sessions: [
        { date: '2025-11-13', slot: 'lunch' },
        { date: '2025-11-14', slot: 'lunch' },
      ],
      working: [{ text: 'Thu 13 November lunchtime' }, { text: 'Fri 14 November lunchtime' }],
    });
  });

  it('counts a morning into the totals of the afternoon that follows it, and not the other way round', async () => {
    const half = { startDate: '2025-11-13', halfDays: 1 };
    const morning = await app.issue(amara, half);
    const afternoon = await app.issue(amara, { ...half, startSlot: 'pm' });
    const before = async (id: string) =>
      (await app.must('exclusions.get', { id })).preview.year?.beforeHalfDays;
    expect([await before(morning.id), await before(afternoon.id)]).toEqual([0, 1]);
  });

  it('says that an exclusion is not there, and is not for provider staff', async () => {
    expect(await app.run('exclusions.get', { id: 'gone' })).toMatchObject({ error: { code: 'not-found' } });
    expect(await app.run('exclusions.get', { id: 'gone' }, 'provider-staff')).toMatchObject({
      error: { code: 'not-permitted' },
    });
  });
});

describe('exclusions.list', () => {
  it('gives the latest start first, drafts without a start before all', async () => {
    const ben = await app.pupil('Ben Ødegård', { form: null });
    const early = await app.issue(amara, { startDate: '2025-11-10', incidentOn: '2025-11-10', halfDays: 2 });
    const late = await app.issue(ben);
    const draft = await app.must('exclusions.save-draft', { pupilId: ben, kind: 'lunchtime' });
    const ids = async (filter: object) =>
      (await app.must('exclusions.list', filter)).rows.map(({ id }) => id);
    expect(await ids({})).toEqual([draft.id, late.id, early.id]);
    expect(await ids({ state: 'draft' })).toEqual([draft.id]);
    expect(await ids({ state: 'issued' })).toEqual([late.id, early.id]);
    expect(await ids({ from: '2025-11-11' })).toEqual([late.id]);
    expect(await ids({ to: '2025-11-10' })).toEqual([early.id]);
    expect(await ids({ limit: 2 })).toEqual([draft.id, late.id]);
    const [, row] = (await app.must('exclusions.list', {})).rows;
    expect(row).toEqual({
      id: late.id,
      pupilId: ben,
      pupilName: 'Ben Ødegård',
      kind: 'fixed-period',
      state: 'issued',
      stateText: 'issued',
      title: 'Suspension, 2 days from Thu 13 November am',
      startDate: '2025-11-13',
      endDate: '2025-11-14',
      halfDays: 4,
    });
  });

  it('is empty to begin with, and not for the authority', async () => {
    expect(await app.must('exclusions.list', {})).toEqual({ rows: [] });
    expect(await app.run('exclusions.list', {}, 'authority')).toMatchObject({
      error: { code: 'not-permitted' },
    });
    expect(await app.run('exclusions.list', { limit: 0 })).toMatchObject({
      error: { code: 'invalid-input' },
    });
  });
});

describe('exclusions.preview, asked again', () => {
  // The other program opens the database's file.
  it.skipIf(ON_POSTGRES)('sees what was saved since, by this program or another', async () => {
    const pupilId = await app.pupil('Carla Reyes');
    const draft = app.draft(pupilId, { startDate: '2025-11-24' });
    const before = async () => (await app.must('exclusions.preview', draft)).term?.beforeHalfDays;
    expect(await before()).toBe(0);
    expect(await before()).toBe(0);
    await app.issue(pupilId);
    expect(await before()).toBe(4);
    const other = openSqliteStore(app.services.store.location, {
      now: app.services.clock.now(),
      key: TEST_KEY,
    });
    const earlier = { pupilId, schoolYear: 2025, term: 'autumn', halfDays: 3, source: 'Letter' } as const;
    await other.write((db) => db.insert(db.tables.earlierHalfDays).values(earlier));
    await other.close();
    expect(await before()).toBe(7);
  });
});
