import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openExclusionApp, type ExclusionApp } from '../../../../tests/builders/exclusion-school.ts';

let app: ExclusionApp;
let amara: string;
beforeEach(async () => {
  app = await openExclusionApp();
  amara = await app.pupil('Amara Okafor');
});
afterEach(() => app.close());

const cancel = (id: string, version: number, back: string, cancelledOn?: string) =>
  app.run(
    'exclusions.cancel',
    {
      id,
      version,
      back: { date: back.slice(0, 10), slot: back.endsWith('am') ? 'am' : 'pm' },
      reason: 'New evidence',
      ...(cancelledOn === undefined ? {} : { cancelledOn }),
    },
    'decider',
  );

const sentence = (result: Awaited<ReturnType<typeof cancel>>) => (result.ok ? '' : result.error.message);

const keys = async (exclusionId: string) =>
  (await app.must('duties.list', { exclusionId })).duties
    .filter(({ status }) => status !== 'no-longer-owed')
    .map(({ key }) => key);

describe('exclusions.cancel', () => {
  it('gives back the half days from the first session back on, and keeps those that were out', async () => {
    const { id, version } = await app.issue(amara);
    app.goTo('2025-11-14');
    expect(await cancel(id, version, '2025-11-14 am')).toEqual({
      ok: true,
      value: { version: 2, state: 'cancelled' },
    });
    const found = await app.must('exclusions.get', { id });
    expect(found).toMatchObject({
      row: { state: 'cancelled', stateText: 'cancelled on Fri 14 November 2025' },
      stopped: { date: '2025-11-14', slot: 'am' },
      events: [{ type: 'cancelled', note: 'New evidence', recordedBy: 'Test Person' }],
    });
    // As it was issued: the letter said four half days.
    expect(found.preview.halfDays).toBe(4);
    const pupil = await app.must('pupils.get', { pupilId: amara });
    expect(pupil.years[0]).toMatchObject({ halfDays: 2 });
    expect((await app.must('today.get', { date: '2025-11-13' })).out).toHaveLength(1);
    expect((await app.must('today.get', { date: '2025-11-14' })).out).toEqual([]);
    expect((await app.must('today.get', { date: '2025-11-14' })).returning).toMatchObject([
      { session: { date: '2025-11-14', slot: 'am' } },
    ]);
  });

  it('takes one back before it began: nobody is out, nothing counts, and another can be recorded', async () => {
    const { id, version } = await app.issue(amara);
    expect((await cancel(id, version, '2025-11-13 am')).ok).toBe(true);
    expect((await app.must('today.get', { date: '2025-11-13' })).out).toEqual([]);
    expect((await app.must('today.get', { date: '2025-11-12' })).starting).toEqual([]);
    const again = await app.issue(amara);
    expect(again.id).not.toBe(id);
    const preview = await app.must('exclusions.preview', app.draft(amara, { startDate: '2025-11-17' }));
    expect(preview.term).toMatchObject({ beforeHalfDays: 4 });
  });

  it('frees the places from then on with the reason and keeps the others', async () => {
    const { id, version } = await app.issue(amara);
    const sessions = [1, 2, 3, 4, 5].map((weekday) => ({
      weekday,
      slot: 'am' as const,
      capacity: 1,
      starts: '09:00',
      ends: '12:00',
    }));
    const provider = await app.must('providers.save', { kind: 'pru', name: 'The Bridge', sessions });
    await app.must('places.book', {
      exclusionId: id,
      providerId: provider.id,
      sessions: [
        { date: '2025-11-13', slot: 'am' },
        { date: '2025-11-14', slot: 'am' },
      ],
      hold: false,
    });
    app.goTo('2025-11-14');
    await cancel(id, version, '2025-11-14 am');
    const places = await app.services.store.read((db) => db.select().from(db.tables.places));
    expect(places.map(({ date, state, endedReason }) => [date, state, endedReason])).toEqual([
      ['2025-11-13', 'booked', null],
      ['2025-11-14', 'cancelled', 'Cancelled on Fri 14 November 2025; back from Fri 14 November 2025 am'],
    ]);
    const ben = await app.issue(await app.pupil('Ben Brown'), { startDate: '2025-11-14' });
    await app.must('places.book', {
      exclusionId: ben.id,
      providerId: provider.id,
      sessions: [{ date: '2025-11-14', slot: 'am' }],
      hold: false,
    });
  });

  it('has new duties in place of those that need no doing any more', async () => {
    const { id, version } = await app.issue(amara);
    app.goTo('2025-11-14');
    await cancel(id, version, '2025-11-14 am');
    expect(await keys(id)).toEqual(
      expect.arrayContaining(['tell-cancelled-parents', 'tell-cancelled-authority']),
    );
    const { changes } = await app.must('duties.list', { exclusionId: id });
    expect(changes.map(({ text }) => text)).toContainEqual(
      'Now owed, by Fri 14 November 2025, because this was recorded: Cancelled on Fri 14 November 2025; back from Fri 14 November 2025 am.',
    );
  });

  it('withdraws under the rules before September 2022', async () => {
    await app.services.store.write((db) =>
      db.insert(db.tables.terms).values({
        schoolId: 'school-1',
        schoolYear: 2021,
        name: 'summer',
        fromDate: '2022-04-25',
        toDate: '2022-07-20',
      }),
    );
    app.goTo('2022-05-09');
    const ben = await app.pupil('Ben Brown', { entryDate: '2021-09-06' });
    const { id, version } = await app.issue(ben, {
      startDate: '2022-05-10',
      incidentOn: '2022-05-09',
    });
    const result = await cancel(id, version, '2022-05-11 am');
    expect(result.ok ? result.value.state : sentence(result)).toBe('withdrawn');
  });

  it('leaves an audit row with what was before and after', async () => {
    const { id, version } = await app.issue(amara);
    await cancel(id, version, '2025-11-13 am');
    expect((await app.audit()).filter(({ operation }) => operation === 'exclusions.cancel')).toMatchObject([
      {
        subjectId: id,
        detail: {
          title: 'Suspension, 2 days from Thu 13 November am',
          event: { type: 'cancelled', note: 'New evidence' },
          before: { state: 'issued', version: 1 },
          after: { state: 'cancelled', version: 2 },
        },
      },
    ]);
  });

  it('counts what is owed from the day it was taken back, and gives back from the first session back on', async () => {
    const { id, version } = await app.issue(amara);
    app.goTo('2025-11-13');
    await cancel(id, version, '2025-11-14 pm');
    expect(await app.must('exclusions.get', { id })).toMatchObject({
      row: { stateText: 'cancelled on Thu 13 November 2025' },
      stopped: { date: '2025-11-14', slot: 'pm' },
      events: [{ on: '2025-11-13', back: { date: '2025-11-14', slot: 'pm' } }],
    });
    const { duties } = await app.must('duties.list', { exclusionId: id });
    const due = (key: string) => duties.find((duty) => duty.key === key)?.dueBy;
    expect(due('tell-cancelled-parents')).toBe('2025-11-13');
    expect(due('return-to-school')).toBe('2025-11-14');
    expect((await app.must('pupils.get', { pupilId: amara })).years[0]).toMatchObject({ halfDays: 3 });
  });

  it('does not take back what was served: the totals stay', async () => {
    const { id, version } = await app.issue(amara);
    app.goTo('2025-11-20');
    for (const back of ['2025-11-13 am', '2025-11-20 am']) {
      const result = await cancel(id, version, back);
      expect(result).toMatchObject({ ok: false, error: { fields: [{ path: 'cancelledOn' }] } });
      expect(sentence(result)).toBe(
        'Nothing was changed. It ended on Fri 14 November 2025 and was served: nothing is left to be cancelled. The ' +
          'governing board may still consider representations about it. If it was cancelled by then, enter the day on ' +
          'which that was done.',
      );
    }
    expect((await app.must('exclusions.get', { id })).row.state).toBe('issued');
    expect((await app.must('pupils.get', { pupilId: amara })).years[0]).toMatchObject({ halfDays: 4 });
  });

  it('records late that one was cancelled while it ran', async () => {
    const { id, version } = await app.issue(amara);
    app.goTo('2025-11-20');
    expect((await cancel(id, version, '2025-11-14 am', '2025-11-13')).ok).toBe(true);
    expect(await app.must('exclusions.get', { id })).toMatchObject({
      row: { stateText: 'cancelled on Thu 13 November 2025' },
      stopped: { date: '2025-11-14', slot: 'am' },
    });
    expect((await app.must('pupils.get', { pupilId: amara })).years[0]).toMatchObject({ halfDays: 2 });
  });

  it.each([
    ['in the future', '2025-11-14 am', '2025-11-14', 'cancelledOn', /in the future/],
    ['before the notice', '2025-11-13 am', '2025-11-11', 'cancelledOn', /before Wed 12 November 2025/],
  ] as const)('refuses a day of cancelling %s', async (_, back, cancelledOn, field, message) => {
    const { id, version } = await app.issue(amara);
    const result = await cancel(id, version, back, cancelledOn);
    expect(result).toMatchObject({ ok: false, error: { fields: [{ path: field }] } });
    expect(sentence(result)).toMatch(message);
  });

  it.each([
    ['a weekend', '2025-11-15 am', /does not meet on Sat 15 November 2025/],
    ['after its end', '2025-11-17 am', /It ended on/],
    ['before it was issued', '2025-11-11 am', /before/],
  ])('refuses a first session back on %s', async (_, back, message) => {
    const { id, version } = await app.issue(amara);
    const result = await cancel(id, version, back);
    expect(result).toMatchObject({ ok: false, error: { fields: [{ path: 'back' }] } });
    expect(sentence(result)).toMatch(message);
  });

  it('refuses once the governors have begun, twice, an old version, a draft and who may not decide', async () => {
    const { id, version } = await app.issue(amara, { kind: 'permanent' });
    app.goTo('2025-11-20');
    expect(sentence(await cancel(id, 7, '2025-11-20 am'))).toMatch(/changed by Test Person at 12.00 pm/);
    const begun = await app.must('exclusions.record-event', {
      id,
      version,
      type: 'meeting-begun',
      on: '2025-11-19',
    });
    expect(sentence(await cancel(id, begun.version, '2025-11-21 am'))).toMatch(/began to look at it/);
    const draft = await app.must('exclusions.save-draft', app.draft(await app.pupil('Ben Brown')));
    expect(sentence(await cancel(draft.id, 1, '2025-11-21 am'))).toMatch(/draft/);
    expect(sentence(await cancel('nobody', 1, '2025-11-21 am'))).toMatch(/not on record/);
    const other = await app.issue(await app.pupil('Cy Clark'), { startDate: '2025-11-24' });
    expect((await cancel(other.id, 1, '2025-11-24 am')).ok).toBe(true);
    expect((await cancel(other.id, 2, '2025-11-24 am')).ok).toBe(false);
    expect(
      await app.run(
        'exclusions.cancel',
        { id, version: 2, back: { date: '2025-11-21', slot: 'am' }, reason: 'x' },
        'recorder',
      ),
    ).toMatchObject({ error: { code: 'not-permitted' } });
  });
});
