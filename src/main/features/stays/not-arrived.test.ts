import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStayBook, wholeDays, type StayApp } from '../../../../tests/builders/stay-book.ts';

let app: StayApp;
beforeEach(async () => {
  app = await openStayBook();
});
afterEach(() => app.close());

const [mon, tue] = ['2025-11-17', '2025-11-18'] as const;

describe('places given up because the pupil had not arrived', () => {
  const cancelAll = async (today: string) => {
    const exclusionId = await app.exclude('Amara Okafor');
    const providerId = await app.centre('Oak Centre', { rules: { reportDays: 2 } });
    const placementId = await app.stay(exclusionId, providerId, wholeDays(mon, tue));
    app.goTo(today);
    const placeIds = (await app.get(placementId)).places.map(({ placeId }) => placeId);
    await app.must('places.cancel', { placeIds, code: 'not-arrived', reason: 'Nobody came on Monday' });
    return (await app.get(placementId)).tasks;
  };

  it('leave it to be found out on the next day where the pupil was, when nothing of the stay is left', async () => {
    const tasks = await cancelAll(mon);
    // Two sessions missed without a reason are told to the education welfare service too.
    expect(new Map(tasks.map(({ kind, dueOn }) => [kind, dueOn]))).toEqual(
      new Map([
        ['not-arrived', tue],
        ['attendance-referral', tue],
      ]),
    );
  });

  it('leave nothing to be done before their day has come', async () => {
    expect(await cancelAll('2025-11-14')).toEqual([]);
  });
});

describe('an exclusion that was cancelled after the pupil had been at the provider', () => {
  it('frees what was to come and keeps what came of the days before', async () => {
    const exclusionId = await app.exclude('Amara Okafor');
    const providerId = await app.centre('Oak Centre', { rules: { followUpDays: 5 } });
    const placementId = await app.stay(exclusionId, providerId, wholeDays(mon, tue));
    app.goTo(mon);
    const placeId = await app.placeAt(placementId, { date: mon, slot: 'am' });
    await app.must('stays.mark', { marks: [{ placeId, outcome: 'attended' }] });
    await app.must(
      'exclusions.cancel',
      { id: exclusionId, version: 1, back: { date: mon, slot: 'am' }, reason: 'New evidence' },
      'decider',
    );
    expect((await app.get(placementId)).places.map(({ state, outcome }) => [state, outcome])).toEqual([
      ['booked', 'attended'],
      ['cancelled', undefined],
      ['cancelled', undefined],
      ['cancelled', undefined],
    ]);
  });
});
