import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { wholeWeek } from '../builders/provider-book.ts';
import { openAtRiskApp, type AtRiskApp } from '../builders/at-risk-school.ts';

// How areas of the programme worked with their registers, one after the other.
const START = '2025-11-12';

let app: AtRiskApp;
let ben: string;
beforeEach(async () => {
  app = await openAtRiskApp();
  ben = await app.pupil('Ben Brown');
});
afterEach(() => app.close());

const open = async () => (await app.must('support.list', {})).entries;

const signOff = async (pupilId: string, more: { as?: 'criteria' | 'date' | 'decision' } = {}) => {
  const { id: entryId, version } = await app.entryOf(pupilId);
  return app.run('support.sign-off', { entryId, version, reason: 'Going well', ...more });
};

describe('criteria of an area', () => {
  it('one area: attendance, an exclusion, care and agencies, each pupil in the categories of another: A, B and C', async () => {
    const dan = await app.pupil('Dan Doe', { inCare: true });
    await app.issue(ben);
    await app.attendance(ben, 74);
    await app.issue(dan);
    await app.must('support.raise', { pupilId: ben, criterionId: 'agency' });
    expect((await open()).map(({ name, categories }) => `${name} ${categories.join('')}`)).toEqual([
      'Ben Brown ABC',
      'Dan Doe AC',
    ]);
  });

  it('days out: five in the school year, those at an earlier school among them', async () => {
    await app.setCriteria({ criteria: [{ category: 'A', rule: { kind: 'excluded-days', days: 5 } }] });
    await app.issue(ben);
    expect(await open()).toEqual([]);
    const earlier = { pupilId: ben, schoolYear: 2025, term: 'autumn', source: 'Last school' } as const;
    await app.must('pupils.set-earlier-half-days', { ...earlier, halfDays: 4 });
    app.goTo('2025-11-24');
    await app.issue(ben, { startDate: '2025-11-25', incidentOn: '2025-11-24' });
    expect((await app.entryOf(ben)).why).toEqual(['6 days excluded in 2025/26']);
  });

  it('repeat placements: the second exclusion with a place puts the pupil there, the second place of one does not', async () => {
    await app.setCriteria({ criteria: [{ category: 'A', rule: { kind: 'placed-times', times: 2 } }] });
    const arrange = async (name: string) => {
      const form = { kind: 'pru' as const, name, sessions: wholeWeek(4) };
      return (await app.must('providers.save', form)).id;
    };
    const [first, second] = [await arrange('Elm Base'), await arrange('Oak Base')];
    const book = (exclusionId: string, providerId: string, date: string) =>
      app.must('places.book', { exclusionId, providerId, sessions: [{ date, slot: 'am' }] });
    const { id: one } = await app.issue(ben);
    await book(one, first, '2025-11-13');
    await book(one, second, '2025-11-14');
    expect(await open()).toEqual([]);
    app.goTo('2025-11-24');
    const { id: two } = await app.issue(ben, { startDate: '2025-11-25', incidentOn: '2025-11-24' });
    expect(await open()).toEqual([]);
    await book(two, first, '2025-11-25');
    expect((await app.entryOf(ben)).why).toEqual([
      'Placed with a provider twice, 13 November and 25 November',
    ]);
  });

  it('a survey of attitudes picks pupils: a criterion that is noted by hand', async () => {
    await app.setCriteria({
      criteria: [{ id: 'survey', category: 'C', rule: { kind: 'by-hand', name: 'Picked by the survey' } }],
    });
    await app.must('support.raise', { pupilId: ben, criterionId: 'survey' });
    expect((await app.entryOf(ben)).why).toEqual(['Picked by the survey']);
  });

  it('those saved without a procedure, as by an earlier version, go with the program’s', async () => {
    const { procedure } = await app.must('support.criteria', {});
    await app.setCriteria({ procedure: { periodWeeks: 8 } });
    await app.services.store.write((db) => db.update(db.tables.atRiskCriteria).set({ procedure: null }));
    expect((await app.must('support.criteria', {})).procedure).toEqual(procedure);
    expect(procedure.periodWeeks).toBe(6);
  });
});

describe('levels and factors', () => {
  it('three tiers: noted with factors, changed with what was before in the trail, refused where they are not in use', async () => {
    await app.issue(ben);
    const noted = async (level: 'tier-2' | 'high' | undefined, factorIds: string[]) => {
      const { id: entryId, version } = await app.entryOf(ben);
      return app.run('support.set-risk', { entryId, version, ...(level ? { level } : {}), factorIds });
    };
    expect(await noted('tier-2', [])).toMatchObject({ error: { fields: [{ path: 'level' }] } });
    await app.setCriteria({ procedure: { levels: 'tiers' } });
    expect(await noted('tier-2', ['reading', 'parents'])).toMatchObject({ ok: true });
    expect(await noted('high', [])).toMatchObject({ error: { code: 'invalid-input' } });
    expect(await noted('tier-2', ['gone'])).toMatchObject({ error: { fields: [{ path: 'factorIds' }] } });
    app.goTo('2025-11-20');
    expect((await noted('tier-2', ['parents', 'interest'])).ok).toBe(true);
    const { level, id: entryId } = await app.entryOf(ben);
    expect(level).toBe('tier-2');
    const { factors } = await app.must('support.entry', { entryId });
    expect(factors.flatMap(({ id, on }) => (on === undefined ? [] : [`${id} ${on}`]))).toEqual([
      `parents ${START}`,
      'interest 2025-11-20',
    ]);
    expect((await app.audit()).findLast(({ operation }) => operation === 'support.set-risk')).toMatchObject({
      subjectId: entryId,
      detail: {
        pupilId: ben,
        before: { factors: [{ id: 'reading' }, { id: 'parents' }] },
        after: { factors: [{ id: 'parents' }, { id: 'interest' }] },
      },
    });
  });

  it('a factor that is taken out of the list stays with those of whom it was noted', async () => {
    await app.issue(ben);
    const { id: entryId, version } = await app.entryOf(ben);
    await app.must('support.set-risk', { entryId, version, factorIds: ['reading'] });
    await app.setCriteria({ procedure: { factors: [{ id: 'new', kind: 'risk', name: 'New' }] } });
    const { factors } = await app.must('support.entry', { entryId });
    expect(factors.map(({ id, on }) => [id, on])).toEqual([
      ['new', undefined],
      ['reading', START],
    ]);
  });
});

describe('meetings', () => {
  it('an hour at least: a shorter one is noted with its minutes', async () => {
    await app.issue(ben);
    await app.keyWorker(ben, 'Ms Reed');
    const { id: entryId } = await app.entryOf(ben);
    await app.must('support.add-meeting', { entryId, on: START, minutes: 25 });
    const { meetings, procedure } = await app.must('support.entry', { entryId });
    expect([meetings, procedure.meetingMinutes]).toEqual([
      [{ on: START, keyWorker: 'Ms Reed', minutes: 25 }],
      60,
    ]);
  });

  it('weekly where the area says so: missed after eight days', async () => {
    await app.setCriteria({ procedure: { meetingDays: 7 } });
    await app.issue(ben);
    await app.keyWorker(ben, 'Ms Reed');
    app.goTo('2025-11-19');
    expect(await app.due()).toEqual([]);
    app.goTo('2025-11-20');
    expect(await app.due()).toEqual(['meeting of Ben Brown since 2025-11-20: No meeting yet, 8 days on']);
  });
});

describe('signing off', () => {
  beforeEach(async () => {
    await app.attendance(ben, 70);
    await app.keyWorker(ben, 'Ms Reed');
  });
  const meet = async (on: string) => {
    app.goTo(on);
    await app.must('support.add-meeting', { entryId: (await app.entryOf(ben)).id, on });
  };

  it('by a decision: at the review or before it, with the reason', async () => {
    app.goTo('2025-11-14');
    expect(await signOff(ben)).toMatchObject({ ok: true });
    expect((await app.must('support.list', { state: 'signed-off' })).entries).toMatchObject([
      { signedOff: { on: '2025-11-14', reason: 'Going well', as: 'decision' } },
    ]);
  });

  it('by date: everybody when six weeks are over, whoever is still at risk reassigned for as long again', async () => {
    await app.setCriteria({ procedure: { signOff: 'six-weeks' } });
    await meet('2025-12-20');
    app.goTo('2025-12-23');
    expect(await signOff(ben, { as: 'date' })).toMatchObject({
      error: { code: 'refused', message: expect.stringContaining('Wed 24 December') as string },
    });
    expect(await app.due()).toEqual([]);
    app.goTo('2025-12-24');
    expect(await app.due()).toEqual([
      'review of Ben Brown since 2025-12-24: Period over today: still at risk, reassign',
    ]);
    const { id: entryId, version } = await app.entryOf(ben);
    const again = { entryId, version, reason: 'Attendance has not risen' };
    expect(await app.must('support.reassign', again)).toEqual({ reviewOn: '2026-02-04' });
    expect(await app.due()).toEqual([]);
    await meet('2026-02-04');
    await app.attendance(ben, 93);
    expect(await app.due()).toEqual(['review of Ben Brown since 2026-02-04: Period over today: sign off']);
    expect(await signOff(ben, { as: 'date' })).toMatchObject({ ok: true });
    expect(await app.due()).toEqual([]);
  });

  it('in groups of eight weeks', async () => {
    await app.setCriteria({ procedure: { periodWeeks: 8 } });
    const dan = await app.pupil('Dan Doe');
    await app.attendance(dan, 60);
    expect((await app.entryOf(dan)).reviewOn).toBe('2026-01-07');
    // A period that runs keeps its end.
    expect((await app.entryOf(ben)).reviewOn).toBe('2025-12-24');
  });

  it('by criteria: proposed on the day attendance is back, refused while it is not', async () => {
    await app.setCriteria({ procedure: { signOff: 'criteria' } });
    await meet('2025-11-20');
    expect(await app.due()).toEqual([]);
    expect(await signOff(ben, { as: 'criteria' })).toMatchObject({
      error: {
        code: 'refused',
        message: expect.stringContaining('Attendance 70% on 12 November') as string,
      },
    });
    await app.attendance(ben, 91);
    expect(await app.due()).toEqual([
      'review of Ben Brown since 2025-11-20: Sign off: no criterion is met any more',
    ]);
    expect(await signOff(ben, { as: 'criteria' })).toMatchObject({ ok: true });
    expect(await app.due()).toEqual([]);
  });

  it('by criteria: the risk of exclusion stays through the school year, whatever attendance does', async () => {
    await app.setCriteria({ procedure: { signOff: 'criteria' } });
    await app.issue(ben);
    await app.attendance(ben, 95);
    await meet('2025-11-20');
    expect(await app.due()).toEqual([]);
    app.goTo('2026-08-01');
    expect(await app.due()).toContain(
      'review of Ben Brown since 2025-12-24: Review due since 24 December: no criterion is met any more',
    );
  });

  it('what a person noted by hand is never over by itself', async () => {
    await app.setCriteria({ procedure: { signOff: 'criteria' } });
    await app.must('support.raise', { pupilId: ben, criterionId: 'agency' });
    await meet('2025-11-20');
    await app.attendance(ben, 95);
    expect(await app.due()).toEqual([]);
  });

  it('who comes back is counted, and the entry says what was before', async () => {
    app.goTo('2025-11-20');
    await signOff(ben);
    app.goTo('2025-12-01');
    await app.issue(ben, { startDate: '2025-12-02', incidentOn: '2025-12-01' });
    const { id: entryId, times } = await app.entryOf(ben);
    expect(times).toBe(2);
    expect((await app.must('support.entry', { entryId })).earlier).toMatchObject([
      { since: START, signedOff: { on: '2025-11-20', by: 'Test Person', reason: 'Going well' } },
    ]);
    await signOff(ben);
    app.goTo('2026-01-12');
    await app.attendance(ben, 50);
    expect((await app.entryOf(ben)).times).toBe(3);
    const all = (await app.must('support.list', { state: 'all' })).entries;
    expect(all.map((entry) => entry.times)).toEqual([1, 2, 3]);
  });
});
