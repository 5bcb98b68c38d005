import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openExclusionApp, type ExclusionApp } from '../../../../tests/builders/exclusion-school.ts';

let app: ExclusionApp;
let bridge: string;
beforeEach(async () => {
  app = await openExclusionApp();
  const week = [1, 2, 3, 4, 5].flatMap((weekday) => [
    { weekday, slot: 'am' as const, capacity: 4, starts: '09:15', ends: '12:00' },
    { weekday, slot: 'pm' as const, capacity: 4, starts: '13:00', ends: '15:00' },
  ]);
  bridge = (await app.must('providers.save', { kind: 'pru', name: 'The Bridge', sessions: week })).id;
});
afterEach(() => app.close());

const book = (exclusionId: string, dates: readonly string[], hold = false) =>
  app.must('places.book', {
    exclusionId,
    providerId: bridge,
    sessions: dates.map((text) => ({ date: text.slice(0, 10), slot: text.endsWith('am') ? 'am' : 'pm' })),
    hold,
  });

describe('today.get', () => {
  it('shows where each pupil is, session by session, those without a place first', async () => {
    const placed = await app.issue(await app.pupil('Amara Abbot'));
    const held = await app.issue(await app.pupil('Ben Brown'));
    const waiting = await app.issue(await app.pupil('Zoë Zander', { form: null }));
    await book(placed.id, ['2025-11-13 am', '2025-11-13 pm']);
    await book(held.id, ['2025-11-13 am'], true);
    await book(held.id, ['2025-11-13 pm']);
    await book(waiting.id, ['2025-11-13 pm']);
    const day = await app.must('today.get', { date: '2025-11-13' });
    expect(day).toMatchObject({ date: '2025-11-13', label: 'Thu 13 November 2025', uncovered: 1 });
    expect(day.out.map(({ name }) => name)).toEqual(['Zoë Zander', 'Amara Abbot', 'Ben Brown']);
    expect(day.out.map(({ chips }) => chips.map(({ slot, status }) => `${slot} ${status}`))).toEqual([
      ['am no-place', 'pm booked'],
      ['am booked', 'pm booked'],
      ['am held', 'pm booked'],
    ]);
    const atTheBridge = {
      wantsPlace: false,
      providerName: 'The Bridge',
      placementId: expect.any(String) as string,
    };
    expect(day.out[1]).toEqual({
      exclusionId: placed.id,
      pupilId: 'pupil-1',
      name: 'Amara Abbot',
      form: '9B',
      kind: 'fixed-period',
      title: 'Suspension, 2 days from Thu 13 November am',
      day: 1,
      returnsOn: { date: '2025-11-17', slot: 'am' },
      chips: [
        { slot: 'am', status: 'booked', starts: '09:15', ...atTheBridge },
        { slot: 'pm', status: 'booked', starts: '13:00', ...atTheBridge },
      ],
    });
    expect(day.out[0]).not.toHaveProperty('form');
  });

  it('tells a place that was not taken up from no place, and work sent home from a place', async () => {
    const ill = await app.issue(await app.pupil('Amara Abbot'));
    const refused = await app.issue(await app.pupil('Ben Brown'));
    const home = await app.issue(await app.pupil('Zoë Zander'));
    const study = await app.must('providers.save', {
      kind: 'home-study',
      name: 'Study at home',
      sessions: [{ weekday: 4, slot: 'am', capacity: 4, starts: '09:00', ends: '11:00' }],
    });
    const { placeIds } = await book(ill.id, ['2025-11-13 am', '2025-11-13 pm']);
    const other = await book(refused.id, ['2025-11-13 am', '2025-11-13 pm']);
    await app.must('places.book', {
      exclusionId: home.id,
      providerId: study.id,
      sessions: [{ date: '2025-11-13', slot: 'am' }],
    });
    await app.must('places.cancel', {
      placeIds: other.placeIds,
      code: 'declined-by-parent',
      reason: 'Rang on Wednesday',
    });
    app.goTo('2025-11-13');
    await app.must('stays.mark', {
      marks: [{ placeId: placeIds[0] ?? '', outcome: 'absent', reason: 'ill' }],
    });
    const day = await app.must('today.get', {});
    const said = Object.fromEntries(
      day.out.map(({ name, chips }) => [
        name,
        chips.map(({ status, wantsPlace }) => `${status}${wantsPlace ? ', wants a place' : ''}`),
      ]),
    );
    expect(said).toEqual({
      'Amara Abbot': ['absent', 'booked'],
      'Ben Brown': ['declined', 'declined'],
      'Zoë Zander': ['work-at-home, wants a place', 'no-place, wants a place'],
    });
    expect(day.out.find(({ name }) => name === 'Amara Abbot')?.chips[0]?.why).toBe('ill');
    expect(day.uncovered).toBe(2);
  });

  it('lets a hold that has run out be NO PLACE again', async () => {
    const { id } = await app.issue(await app.pupil('Amara Abbot'));
    await book(id, ['2025-11-13 am'], true);
    app.goTo('2025-11-14');
    const day = await app.must('today.get', { date: '2025-11-13' });
    expect(day.out[0]?.chips.map(({ status }) => status)).toEqual(['no-place', 'no-place']);
  });

  it('shows only the half of the day that an exclusion takes, and counts its days', async () => {
    await app.issue(await app.pupil('Amara Abbot'), { startSlot: 'pm', halfDays: 2 });
    const first = await app.must('today.get', { date: '2025-11-13' });
    const second = await app.must('today.get', { date: '2025-11-14' });
    expect(first.out[0]).toMatchObject({ day: 1, chips: [{ slot: 'pm' }] });
    expect(second.out[0]).toMatchObject({ day: 2, chips: [{ slot: 'am' }] });
    expect(second.returning).toEqual([
      {
        exclusionId: expect.any(String) as string,
        pupilId: 'pupil-1',
        name: 'Amara Abbot',
        form: '9B',
        session: { date: '2025-11-14', slot: 'pm' },
      },
    ]);
  });

  it('tells who returns today and on the next school day', async () => {
    await app.issue(await app.pupil('Amara Abbot'), { halfDays: 4 });
    const returning = async (date: string) => (await app.must('today.get', { date })).returning.length;
    expect(await returning('2025-11-13')).toBe(0);
    expect(await returning('2025-11-14')).toBe(1);
    expect(await returning('2025-11-17')).toBe(1);
    expect(await returning('2025-11-18')).toBe(0);
  });

  it('shows lunchtimes on their days without asking for places', async () => {
    await app.issue(await app.pupil('Amara Abbot'), { kind: 'lunchtime', halfDays: 2 });
    const day = await app.must('today.get', { date: '2025-11-14' });
    expect(day.out).toMatchObject([{ day: 2, chips: [{ slot: 'lunch', status: 'lunch' }] }]);
    expect(day.uncovered).toBe(0);
    expect((await app.must('today.get', { date: '2025-11-17' })).out).toEqual([]);
  });

  it('shows a permanent exclusion for its first fifteen school days', async () => {
    await app.issue(await app.pupil('Amara Abbot'), { kind: 'permanent' });
    const last = await app.must('today.get', { date: '2025-12-03' });
    expect(last.out).toMatchObject([{ kind: 'permanent', day: 15 }]);
    expect(last.out[0]).not.toHaveProperty('returnsOn');
    expect((await app.must('today.get', { date: '2025-12-04' })).out).toEqual([]);
  });

  it('tells what starts on the next school day and how many sessions have no place', async () => {
    const { id } = await app.issue(await app.pupil('Amara Abbot'), { startDate: '2025-11-17' });
    await book(id, ['2025-11-17 am']);
    const friday = await app.must('today.get', { date: '2025-11-14' });
    expect(friday.starting).toMatchObject([
      { exclusionId: id, title: 'Suspension, 2 days from Mon 17 November am', uncovered: 3 },
    ]);
    expect((await app.must('today.get', { date: '2025-11-13' })).starting).toEqual([]);
  });

  it('is about today when no day is given, and knows the school days around it', async () => {
    expect(await app.must('today.get', {})).toMatchObject({
      date: '2025-11-12',
      previousDay: '2025-11-11',
      nextDay: '2025-11-13',
      out: [],
      starting: [],
      returning: [],
      uncovered: 0,
    });
    const holiday = await app.must('today.get', { date: '2025-10-29' });
    expect(holiday).toMatchObject({ closed: 'Half-term', previousDay: '2025-10-24', nextDay: '2025-11-03' });
    expect((await app.must('today.get', { date: '2027-11-10' })).closed).toMatch(/not entered/);
  });

  it('lists the drafts that wait', async () => {
    const amara = await app.pupil('Amara Abbot');
    const { id } = await app.must('exclusions.save-draft', app.draft(amara));
    const title = 'Suspension, 2 days from Thu 13 November am';
    expect((await app.must('today.get', {})).drafts).toEqual([
      { exclusionId: id, pupilId: amara, name: 'Amara Abbot', title },
    ]);
  });

  it.each(['governor-clerk', 'provider-staff'] as const)('is not for: %s', async (role) => {
    expect(await app.run('today.get', {}, role)).toMatchObject({ error: { code: 'not-permitted' } });
  });
});
