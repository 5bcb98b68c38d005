import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { auditOf } from '../../../../tests/builders/audit-of.ts';
import { openStayBook, wholeDays, type StayApp } from '../../../../tests/builders/stay-book.ts';

let app: StayApp;
beforeEach(async () => {
  app = await openStayBook();
});
afterEach(() => app.close());

const [mon, tue, wed] = ['2025-11-17', '2025-11-18', '2025-11-19'] as const;
const monAm = { date: mon, slot: 'am' } as const;
const monPm = { date: mon, slot: 'pm' } as const;

async function staying(rules: Parameters<StayApp['centre']>[1] = {}, name = 'Amara Okafor') {
  const exclusionId = await app.exclude(name);
  const providerId = await app.centre('Oak Centre', rules);
  return {
    exclusionId,
    providerId,
    placementId: await app.stay(exclusionId, providerId, wholeDays(mon, tue)),
  };
}

const refusal = async (...[input, role]: [Parameters<typeof mark>[0], ('provider-staff' | 'recorder')?]) => {
  const result = await mark(input, role);
  return result.ok ? undefined : `${result.error.code}: ${result.error.message}`;
};

type Marking = Parameters<typeof app.run<'stays.mark'>>[1];
const mark = (input: Marking, role?: 'provider-staff' | 'recorder') => app.run('stays.mark', input, role);

describe('stays.mark', () => {
  it('keeps what came of each place, with who marked it, and can be corrected and taken back', async () => {
    const { placementId } = await staying();
    const [am, pm] = [await app.placeAt(placementId, monAm), await app.placeAt(placementId, monPm)];
    app.goTo(mon);
    await app.must('stays.mark', {
      marks: [
        { placeId: am, outcome: 'attended', arrivedAt: '09:40', reason: 'transport-failed' },
        { placeId: pm, outcome: 'absent', reason: 'ill', note: 'Rang at noon' },
      ],
    });
    expect((await app.get(placementId)).places.slice(0, 2)).toMatchObject([
      { outcome: 'attended', arrivedAt: '09:40', reason: 'transport-failed' },
      { outcome: 'absent', reason: 'ill', note: 'Rang at noon' },
    ]);
    expect((await app.get(placementId)).attendance).toEqual({ attended: 1, possible: 2, late: 1 });

    await app.must('stays.mark', { marks: [{ placeId: pm, outcome: 'attended' }] });
    await app.must('stays.mark', { marks: [{ placeId: pm, outcome: null }] });
    expect((await app.get(placementId)).places[1]).not.toHaveProperty('outcome');
    expect((await auditOf(app, 'stays.mark')).map(({ detail }) => detail)).toMatchObject([
      { before: null, after: { outcome: 'attended' } },
      { before: null, after: { outcome: 'absent' } },
      {
        before: { outcome: 'absent', reason: 'ill', markedBy: 'Test Person' },
        after: { outcome: 'attended' },
      },
      { before: { outcome: 'attended' }, after: { outcome: null } },
    ]);
  });

  it('marks all or none, and says of each what is wrong', async () => {
    const { placementId } = await staying();
    const [am, pm, next] = [
      await app.placeAt(placementId, monAm),
      await app.placeAt(placementId, monPm),
      await app.placeAt(placementId, { date: tue, slot: 'am' }),
    ];
    app.goTo(mon);
    const result = await mark({
      marks: [
        { placeId: am, outcome: 'attended', arrivedAt: '08:30' },
        { placeId: pm, outcome: 'attended' },
        { placeId: next, outcome: 'attended' },
      ],
    });
    expect(result).toMatchObject({
      ok: false,
      error: {
        code: 'refused',
        message:
          'Nothing was marked. Amara Okafor, Mon 17 November am: 8.30 am is not within the session, which runs from 9.00 am to 12.00 pm. ' +
          'Amara Okafor, Tue 18 November am: the session is still to come. Mark it on its day or later.',
        fields: [{ path: 'marks.0' }, { path: 'marks.2' }],
      },
    });
    expect((await app.get(placementId)).attendance.possible).toBe(0);
  });

  it('marks booked places only, each once', async () => {
    const { exclusionId, providerId, placementId } = await staying();
    const held = await app.must('places.book', {
      exclusionId,
      providerId,
      sessions: [{ date: wed, slot: 'am' }],
      hold: true,
    });
    const am = await app.placeAt(placementId, monAm);
    const place = { outcome: 'absent' as const };
    expect(await refusal({ marks: [{ placeId: held.placeIds[0] ?? '', ...place }] })).toBe(
      'conflict: Nothing was marked. Amara Okafor, Wed 19 November am: the place is only held. Confirm it first.',
    );
    await app.must('places.cancel', { placeIds: [am], reason: 'Not needed' });
    expect(await refusal({ marks: [{ placeId: am, ...place }] })).toBe(
      'conflict: Nothing was marked. Amara Okafor, Mon 17 November am: the place was given up. Look at the register again.',
    );
    expect(await refusal({ marks: [{ placeId: 'nothing', ...place }] })).toMatch(
      /^not-found: Nothing was marked/,
    );
    expect(
      await refusal({
        marks: [
          { placeId: am, ...place },
          { placeId: am, ...place },
        ],
      }),
    ).toMatch(/^invalid-input: .* marked twice/);
  });

  it('lets nobody start without the code of conduct signed by both, unless by override of a role that may', async () => {
    const { placementId } = await staying({ rules: { codeOfConduct: true, papers: ['medical'] } });
    const placeId = await app.placeAt(placementId, monAm);
    app.goTo(mon);
    const attended = { marks: [{ placeId, outcome: 'attended' as const }] };
    expect(await refusal(attended, 'provider-staff')).toBe(
      'refused: Nothing was marked. Amara Okafor: Cannot start until the medical form is there and the code of conduct is signed by parent and pupil.',
    );
    await app.do(placementId, 'medical form');
    await app.do(placementId, 'signed by a parent');
    expect(await refusal(attended)).toContain(
      'Cannot start until the code of conduct is signed by the pupil.',
    );
    const override = { reason: 'Signs this afternoon' };
    expect(await refusal({ ...attended, override }, 'provider-staff')).toMatch(
      /^not-permitted: .*Your role may not/,
    );
    await app.must('stays.mark', { ...attended, override });
    // Still owed, but it stands in the way no more.
    expect(
      (await app.get(placementId)).tasks.find(({ title }) => title.includes('by the pupil')),
    ).toMatchObject({
      beforeArrival: false,
      note: 'Let in without it by Test Person: Signs this afternoon',
    });
    expect((await app.get(placementId)).beforeArrival).toEqual([]);
    expect((await auditOf(app, 'stays.mark')).at(-1)?.detail).toMatchObject({ override: override.reason });
  });

  it('makes a call home of an absence nobody explained, drops it when the mark is corrected, and refers a second one', async () => {
    const { placementId } = await staying();
    const [am, pm] = [await app.placeAt(placementId, monAm), await app.placeAt(placementId, monPm)];
    app.goTo(mon);
    expect(await app.must('stays.mark', { marks: [{ placeId: am, outcome: 'absent' }] })).toEqual({
      tasks: ['Ring home: the pupil did not arrive on Mon 17 November'],
      givenUp: 0,
    });
    const kinds = async () => (await app.get(placementId)).tasks.map(({ kind, dueOn }) => [kind, dueOn]);
    expect(await kinds()).toEqual([['not-arrived', tue]]);
    await app.must('stays.mark', { marks: [{ placeId: am, outcome: 'absent', reason: 'ill' }] });
    expect(await kinds()).toEqual([]);
    await app.must('stays.mark', {
      marks: [
        { placeId: am, outcome: 'absent' },
        { placeId: pm, outcome: 'absent', reason: 'refused' },
      ],
    });
    expect(await kinds()).toEqual([
      ['not-arrived', tue],
      ['attendance-referral', tue],
    ]);
  });

  it('keeps a call home that was made, whatever becomes of the mark', async () => {
    const { placementId } = await staying();
    const am = await app.placeAt(placementId, monAm);
    app.goTo(mon);
    await app.must('stays.mark', { marks: [{ placeId: am, outcome: 'absent' }] });
    await app.do(placementId, 'Ring home', { note: 'Was at the dentist' });
    await app.must('stays.mark', { marks: [{ placeId: am, outcome: 'absent', reason: 'appointment' }] });
    expect((await app.get(placementId)).tasks).toMatchObject([
      { kind: 'not-arrived', doneOn: mon, doneBy: 'Test Person', note: 'Was at the dentist' },
    ]);
  });

  it('asks about leaving early on the next school day', async () => {
    const { placementId } = await staying();
    app.goTo(mon);
    await app.must('stays.mark', {
      marks: [{ placeId: await app.placeAt(placementId, monAm), outcome: 'attended', leftAt: '10:30' }],
    });
    expect((await app.get(placementId)).tasks).toMatchObject([
      { kind: 'left-early', dueOn: tue, title: 'Find out why the pupil left early on Mon 17 November' },
    ]);
  });

  it('gives up the rest of the stay when the centre excludes the pupil', async () => {
    const { placementId } = await staying({ rules: { reportDays: 1 } });
    app.goTo(mon);
    const placeId = await app.placeAt(placementId, monAm);
    expect(
      await app.must('stays.mark', {
        marks: [{ placeId, outcome: 'excluded-from-centre', note: 'Fighting' }],
      }),
    ).toMatchObject({ givenUp: 3 });
    const stay = await app.get(placementId);
    expect(stay.places.map(({ state, ended }) => [state, ended])).toEqual([
      ['booked', undefined],
      ...[1, 2, 3].map(() => ['cancelled', 'Excluded from the centre on Mon 17 November am: Fighting']),
    ]);
    expect(stay.tasks).toMatchObject([{ kind: 'report', dueOn: tue }]);
    const rows = await auditOf(app, 'stays.mark');
    expect(rows.map(({ detail }) => detail)).toMatchObject([
      { after: { outcome: 'excluded-from-centre' } },
      { code: 'excluded-from-centre' },
      { code: 'excluded-from-centre' },
      { code: 'excluded-from-centre' },
    ]);
  });

  test.each(['governor-clerk', 'authority'] as const)('is not for %s', async (role) => {
    const result = await app.run('stays.mark', { marks: [{ placeId: 'x', outcome: 'attended' }] }, role);
    expect(result).toMatchObject({ error: { code: 'not-permitted' } });
  });

  it('is for provider staff, who do not book', async () => {
    const { exclusionId, providerId, placementId } = await staying();
    app.goTo(mon);
    const placeId = await app.placeAt(placementId, monAm);
    await app.must('stays.mark', { marks: [{ placeId, outcome: 'attended' }] }, 'provider-staff');
    const booking = { exclusionId, providerId, sessions: wholeDays(wed) };
    expect(await app.run('places.book', booking, 'provider-staff')).toMatchObject({
      error: { code: 'not-permitted' },
    });
  });
});
