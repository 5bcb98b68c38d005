import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OperationInput } from '#shared/contract/contract.ts';
import type { Role } from '#shared/permissions/roles.ts';
import { openExclusionApp, type ExclusionApp } from '../../../../tests/builders/exclusion-school.ts';

type Input = OperationInput<'exclusions.record-event'>;

let app: ExclusionApp;
let amara: string;
let id: string;
let version: number;
beforeEach(async () => {
  app = await openExclusionApp();
  amara = await app.pupil('Amara Okafor');
  ({ id, version } = await app.issue(amara, { kind: 'permanent' }));
  app.goTo('2025-12-01');
});
afterEach(() => app.close());

async function record(event: Omit<Input, 'id' | 'version'>, role?: Role) {
  const result = await app.run('exclusions.record-event', { id, version, ...event }, role);
  if (result.ok) version = result.value.version;
  return result;
}

const must = async (type: Input['type'], on: string, more: Partial<Input> = {}) => {
  const result = await record({ type, on, ...more });
  if (!result.ok) throw new Error(result.error.message);
  return result.value.state;
};

const status = async (key: string) =>
  (await app.must('duties.list', { exclusionId: id })).duties.find((duty) => duty.key === key);

describe('exclusions.record-event', () => {
  it('takes a permanent exclusion from the meeting to its end, and the duties follow', async () => {
    expect(await must('meeting-set', '2025-12-03')).toBe('issued');
    expect(await status('governors-papers')).toMatchObject({ dueBy: '2025-11-26', status: 'overdue' });
    app.goTo('2025-12-04');
    await must('meeting-begun', '2025-12-03');
    expect(await status('governors-meeting')).toMatchObject({
      status: 'done',
      fulfilled: { on: '2025-12-03', byWhom: 'Test Person' },
    });
    expect(await must('decision', '2025-12-03', { outcome: 'upheld' })).toBe('upheld');
    await must('decision-told', '2025-12-04', { outcome: 'by-hand' });
    expect(await status('decision-letter')).toMatchObject({ status: 'done' });
    expect(await status('review-apply')).toMatchObject({ owedBy: 'parents', status: 'due' });
    await must('review-waived', '2025-12-04');
    expect(await must('ended', '2025-12-04')).toBe('ended');
    const { row, events, steps } = await app.must('exclusions.get', { id });
    expect(row.stateText).toBe('closed on Thu 4 December 2025');
    expect(events.map(({ type }) => type)).toEqual([
      'meeting-set',
      'meeting-begun',
      'decision',
      'decision-told',
      'review-waived',
      'ended',
    ]);
    expect(steps.every(({ allowed, why }) => !allowed && why !== undefined)).toBe(true);
  });

  it('warns of a meeting after the governors’ last day, and records it all the same', async () => {
    // Issued on Wed 12 November: the 15th school day after is Wed 3 December.
    expect(await record({ type: 'meeting-set', on: '2025-12-03' })).toMatchObject({
      ok: true,
      value: { warnings: [] },
    });
    expect(await record({ type: 'meeting-set', on: '2025-12-04' })).toMatchObject({
      ok: true,
      value: {
        warnings: [
          'Thu 4 December 2025 is after the last day for the meeting of the governing board, Wed 3 December 2025. Check the day; it was recorded as entered.',
        ],
      },
    });
    app.goTo('2025-12-04');
    expect(await record({ type: 'meeting-begun', on: '2025-12-04' })).toMatchObject({
      ok: true,
      value: { warnings: [expect.stringContaining('is after the last day')] },
    });
    // Nothing but the meeting has a window.
    expect(await record({ type: 'decision', on: '2025-12-04', outcome: 'upheld' })).toMatchObject({
      ok: true,
      value: { warnings: [] },
    });
  });

  it('counts the window from the day on which the governors were told', async () => {
    const told = {
      exclusionId: id,
      key: 'tell-governors',
      on: '2025-11-14',
      how: 'Letter',
      byWhom: 'Office',
    };
    await app.must('duties.fulfil', told);
    expect(await record({ type: 'meeting-set', on: '2025-12-05' })).toMatchObject({
      ok: true,
      value: { warnings: [] },
    });
  });

  it('puts the pupil back when the governors reinstate: no longer out, no place needed, out of the return', async () => {
    const back = { date: '2025-12-02', slot: 'am' } as const;
    expect(await must('decision', '2025-12-01', { outcome: 'reinstated', back })).toBe('reinstated');
    // Told from the day of the decision; the return is a day later.
    expect(await status('decision-letter')).toMatchObject({ dueBy: '2025-12-01', status: 'due' });
    expect(await status('return-to-school')).toMatchObject({ dueBy: '2025-12-02', dueSlot: 'am' });
    expect(await app.must('exclusions.get', { id })).toMatchObject({
      row: { stateText: 'pupil reinstated on Mon 1 December 2025' },
      stopped: back,
      events: [
        {
          on: '2025-12-01',
          back,
          text:
            'The governing board decided on Mon 1 December 2025: the pupil is reinstated, back from ' +
            'Tue 2 December 2025 am',
        },
      ],
    });
    // Out on the day of the decision still.
    expect((await app.must('today.get', {})).out).toHaveLength(1);
    // Only what is left of today; before, it was planned for fifteen school days.
    expect((await app.must('places.queue', {})).waiting).toMatchObject([{ uncovered: 2 }]);
    app.goTo('2025-12-02');
    expect((await app.must('places.queue', {})).waiting).toEqual([]);
    const day = await app.must('today.get', {});
    expect(day.out).toEqual([]);
    expect(day.returning).toMatchObject([{ session: { date: '2025-12-02', slot: 'am' } }]);
    app.goTo('2026-01-21');
    const { periods } = await app.must('returns.periods', {});
    const period = periods.find(({ from, to }) => from <= '2025-11-13' && '2025-11-13' <= to);
    if (period === undefined) throw new Error('No census has it.');
    expect((await app.must('returns.check', { period })).records).toMatchObject([
      { verdict: 'out', verdictRule: 'reinstated' },
    ]);
  });

  it('refuses what may not follow, with the reason, and changes nothing', async () => {
    const refused = async (event: Omit<Input, 'id' | 'version'>) => {
      const result = await record(event);
      return result.ok ? 'recorded' : result.error.message;
    };
    expect(await refused({ type: 'review-asked', on: '2025-12-01' })).toMatch(/not upheld/);
    expect(await refused({ type: 'decision-told', on: '2025-12-01' })).toMatch(/not decided yet/);
    expect(await refused({ type: 'returned', on: '2025-12-01' })).toMatch(/permanently excluded/);
    expect(await refused({ type: 'superseded', on: '2025-12-01' })).toMatch(/follows by itself/);
    expect(await refused({ type: 'cancelled', on: '2025-12-01' })).toMatch(/head’s decision/);
    expect(await refused({ type: 'decision', on: '2025-12-02', outcome: 'upheld' })).toMatch(/future/);
    expect(await refused({ type: 'decision', on: '2025-12-01' })).toMatch(/Choose what came of it/);
    expect(await refused({ type: 'meeting-set', on: '2027-12-01' })).toMatch(/too far ahead/);
    expect((await app.must('exclusions.get', { id })).events).toEqual([]);
  });

  it.each([
    ['none', undefined, /Enter the first session back/],
    ['one before the decision', '2025-11-28', /before it was decided on Mon 1 December 2025/],
    ['one at which the school does not meet', '2025-12-06', /does not meet on Sat 6 December 2025/],
    ['one too far ahead', '2026-12-01', /too far ahead/],
  ])('refuses to reinstate with %s as the first session back', async (_, date, message) => {
    const back = date === undefined ? {} : { back: { date, slot: 'am' as const } };
    const result = await record({ type: 'decision', on: '2025-12-01', outcome: 'reinstated', ...back });
    if (result.ok) throw new Error('It was recorded.');
    expect(result.error.fields).toEqual([
      { path: 'back', message: expect.stringMatching(message) as string },
    ]);
    expect((await app.must('exclusions.get', { id })).events).toEqual([]);
  });

  it('lets a governors’ clerk record the meeting and the decision, nothing else', async () => {
    expect((await record({ type: 'meeting-set', on: '2025-12-03' }, 'governor-clerk')).ok).toBe(true);
    expect(
      (await record({ type: 'decision', on: '2025-12-01', outcome: 'upheld' }, 'governor-clerk')).ok,
    ).toBe(true);
    for (const type of ['returned', 'ended'] as const) {
      expect(await record({ type, on: '2025-12-01' }, 'governor-clerk')).toMatchObject({
        error: { code: 'not-permitted' },
      });
    }
    expect(await record({ type: 'ended', on: '2025-12-01' }, 'provider-staff')).toMatchObject({
      error: { code: 'not-permitted' },
    });
  });

  it('shows a governors’ clerk the other steps with the reason, and lets none of them be struck out by the clerk', async () => {
    const { id: short, version: first } = await app.issue(await app.pupil('Ben Brown'));
    app.goTo('2025-12-01');
    const back = { id: short, version: first, type: 'returned' as const, on: '2025-11-17' };
    const moved = await app.must('exclusions.record-event', back);
    const { steps, events } = await app.must('exclusions.get', { id: short }, 'governor-clerk');
    expect(steps.find(({ event }) => event === 'ended')).toMatchObject({
      allowed: false,
      why: 'A governors’ clerk records meetings and decisions. The school office records this.',
    });
    const strike = { id: short, version: moved.version, eventId: events[0]?.id ?? '', reason: 'A mistake' };
    expect(await app.run('exclusions.void-event', strike, 'governor-clerk')).toMatchObject({
      error: { code: 'not-permitted' },
    });
  });

  it('refuses a case that somebody else changed, a draft, and one that is not there', async () => {
    const stale = version;
    await must('representations', '2025-12-01', { note: 'By letter' });
    const run = (other: Partial<Input>) =>
      app.run('exclusions.record-event', { id, version, type: 'ended', on: '2025-12-01', ...other });
    expect(await run({ version: stale })).toMatchObject({ error: { code: 'conflict' } });
    expect(await run({ id: 'nobody' })).toMatchObject({ error: { code: 'not-found' } });
    const draft = await app.must('exclusions.save-draft', app.draft(await app.pupil('Ben Brown')));
    expect(await run({ ...draft })).toMatchObject({ error: { code: 'refused' } });
    expect(await run({ on: 'soon' })).toMatchObject({ error: { code: 'invalid-input' } });
  });
});

describe('exclusions.void-event', () => {
  const strike = (eventId: string, role?: Role) =>
    app.run('exclusions.void-event', { id, version, eventId, reason: 'Wrong case' }, role);

  it('strikes out a mistake: the state, the duties and what was noted as done go back, the history stays', async () => {
    await must('decision', '2025-12-01', { outcome: 'upheld' });
    const [event] = (await app.must('exclusions.get', { id })).events;
    expect(await strike(event?.id ?? '')).toEqual({ ok: true, value: { version: 3, state: 'issued' } });
    expect(await status('governors-meeting')).toMatchObject({ status: 'due' });
    const { events, row } = await app.must('exclusions.get', { id });
    expect(row.state).toBe('issued');
    expect(events).toMatchObject([{ type: 'decision', voided: 'Wrong case' }]);
    expect((await app.audit()).at(-1)).toMatchObject({
      operation: 'exclusions.void-event',
      detail: { reason: 'Wrong case', before: { state: 'upheld' }, after: { state: 'issued' } },
    });
  });

  it('takes the half days again that a cancelling gave back, unless another exclusion has them', async () => {
    const issued = await app.issue(await app.pupil('Ben Brown'), { startDate: '2025-12-02' });
    const cancelled = await app.must(
      'exclusions.cancel',
      { id: issued.id, version: 1, back: { date: '2025-12-02', slot: 'am' }, reason: 'Wrong pupil' },
      'decider',
    );
    const [event] = (await app.must('exclusions.get', { id: issued.id })).events;
    const undo = {
      id: issued.id,
      version: cancelled.version,
      eventId: event?.id ?? '',
      reason: 'Right after all',
    };
    expect(await app.run('exclusions.void-event', undo, 'recorder')).toMatchObject({
      error: { code: 'not-permitted' },
    });
    const other = await app.issue('pupil-2', { startDate: '2025-12-02', halfDays: 1 });
    expect(await app.run('exclusions.void-event', undo, 'decider')).toMatchObject({
      error: { code: 'conflict' },
    });
    await app.must(
      'exclusions.cancel',
      { id: other.id, version: 1, back: { date: '2025-12-02', slot: 'am' }, reason: 'Twice' },
      'decider',
    );
    await app.must('exclusions.void-event', undo, 'decider');
    const pupil = await app.must('pupils.get', { pupilId: 'pupil-2' });
    expect(pupil.years[0]).toMatchObject({ halfDays: 4 });
  });

  it('refuses what others followed from, what was struck out, and what is not there', async () => {
    await must('decision', '2025-12-01', { outcome: 'upheld' });
    await must('decision-told', '2025-12-01', { outcome: 'by-hand' });
    const [decision, told] = (await app.must('exclusions.get', { id })).events;
    const first = await strike(decision?.id ?? '');
    expect(first.ok ? '' : first.error.message).toMatch(/Strike out what came of it first/);
    expect((await strike(told?.id ?? '')).ok).toBe(true);
    version += 1;
    expect(await strike(told?.id ?? '')).toMatchObject({ error: { code: 'conflict' } });
    expect(await strike('nothing')).toMatchObject({ error: { code: 'not-found' } });
  });
});
