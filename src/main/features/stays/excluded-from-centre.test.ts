import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStayBook, wholeDays, type StayApp } from '../../../../tests/builders/stay-book.ts';

let app: StayApp;
beforeEach(async () => {
  app = await openStayBook();
});
afterEach(() => app.close());

const [mon, tue, wed] = ['2025-11-17', '2025-11-18', '2025-11-19'] as const;
const monAm = { date: mon, slot: 'am' } as const;

async function sentAway() {
  const exclusionId = await app.exclude('Amara Okafor');
  const providerId = await app.centre('Oak Centre', { rules: { papers: ['risk-assessment'] } });
  const first = await app.stay(exclusionId, providerId, [monAm]);
  const second = await app.stay(exclusionId, providerId, wholeDays(tue, wed));
  const placeId = await app.placeAt(first, monAm);
  app.goTo(mon);
  const { givenUp } = await app.must('stays.mark', {
    marks: [{ placeId, outcome: 'excluded-from-centre', note: 'A fight' }],
  });
  return { exclusionId, providerId, placeId, second, givenUp };
}

describe('being excluded from a centre', () => {
  it('gives up all that is booked there for the exclusion, in however many runs, with what these owe', async () => {
    const { second, givenUp, exclusionId } = await sentAway();
    expect(givenUp).toBe(4);
    const stay = await app.get(second);
    expect(stay.places.map(({ state }) => state)).toEqual([
      'cancelled',
      'cancelled',
      'cancelled',
      'cancelled',
    ]);
    expect(stay.tasks).toEqual([]);
    expect((await app.must('places.itinerary', { exclusionId })).uncovered).toBe(9);
  });

  it('is said of no session any more once the mark is corrected, and the centre is proposed again', async () => {
    const { exclusionId, placeId } = await sentAway();
    await app.must('stays.mark', {
      marks: [{ placeId, outcome: 'attended' }],
      override: { reason: 'The papers came by post' },
    });
    const { sessions } = await app.must('places.itinerary', { exclusionId });
    expect(sessions.map(({ standing }) => standing)).not.toContain('excluded-from-centre');
    const { runs } = await app.must('places.suggest', { exclusionId });
    expect(runs.map(({ providerName, sessions: days }) => [providerName, days.length])).toEqual([
      ['Oak Centre', 9],
    ]);
  });
});

describe('a mark that is taken back', () => {
  it('leaves no reason and no note behind', async () => {
    const { placeId, providerId } = await sentAway();
    await app.must('stays.mark', { marks: [{ placeId, outcome: null, reason: 'ill', note: 'Rang' }] });
    const [place] = (await app.must('stays.register', { providerId, date: mon })).sessions.flatMap(
      ({ pupils }) => pupils,
    );
    expect(place).not.toHaveProperty('reason');
    expect(place).not.toHaveProperty('note');
  });
});

describe('work that is found unsuitable a second time', () => {
  it('is owed again, though it was set again before', async () => {
    const providerId = await app.centre('Oak Centre', { rules: { workDaysBefore: 1 } });
    const placementId = await app.stay(await app.exclude('Amara Okafor'), providerId, [monAm]);
    const workSet = async () => (await app.get(placementId)).tasks.find(({ kind }) => kind === 'work-set');
    await app.do(placementId, (await workSet())?.title ?? '', { verdict: 'unsuitable' });
    await app.do(placementId, 'Set other work', { verdict: 'suitable' });
    const done = await workSet();
    await app.must('stays.reopen-task', {
      taskId: done?.id ?? '',
      version: done?.version ?? 0,
      as: 'open',
      reason: 'It was the wrong pupil’s',
    });
    await app.do(placementId, done?.title ?? '', { verdict: 'unsuitable' });
    const open = (await app.get(placementId)).tasks.filter(({ doneOn }) => doneOn === undefined);
    expect(open.map(({ kind }) => kind)).toEqual(['work-again']);
  });
});
