import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openBook, type BookApp } from '../builders/provider-book.ts';
import { daysOfNovember, ruledProvider } from '../builders/ruled-provider.ts';

let app: BookApp;

beforeEach(async () => {
  app = await openBook();
});
afterEach(() => app.close());

const FROM_WEDNESDAY = {
  start: { date: '2025-11-19', slot: 'am' },
  end: { date: '2025-11-25', slot: 'pm' },
} as const;

/** "Own Unit: 19, 20" for each run of a suggestion, by days of November. */
const say = (runs: readonly { providerName: string; sessions: readonly { date: string }[] }[]) =>
  runs.map(
    ({ providerName, sessions }) =>
      `${providerName}: ${[...new Set(sessions.map(({ date }) => date.slice(8)))].join(', ')}`,
  );

const suggest = (exclusionId: string) => app.must('places.suggest', { exclusionId });

describe('days 1 and 2 in the own unit, from day 3 at the pupil referral unit', () => {
  test('a five-day exclusion from Wednesday is suggested and booked in one step, the weekend left out', async () => {
    const unit = await ruledProvider(app, 'Own Unit', { kind: 'internal-unit' });
    const pru = await ruledProvider(app, 'The Bridge', {
      kind: 'pru',
      escort: { fromDay: 1, toDay: 2 },
    });
    const exclusionId = await app.exclude('Amara Okafor', FROM_WEDNESDAY);
    const { runs, without } = await suggest(exclusionId);
    expect(say(runs)).toEqual(['Own Unit: 19, 20', 'The Bridge: 21, 24, 25']);
    expect(runs.map(({ why }) => why)).toEqual([
      'Day 1 to 2: in our own unit, by the stages of the school.',
      'Day 3 to 5: at a pupil referral unit, by the stages of the school.',
    ]);
    expect(without).toEqual([]);

    const wanted = runs.map(({ providerId, sessions }) => ({ providerId, sessions }));
    const { placementIds, placeIds } = await app.must('places.book-itinerary', { exclusionId, runs: wanted });
    expect(placementIds).toHaveLength(2);
    expect(placeIds).toHaveLength(10);
    const { sessions, uncovered } = await app.must('places.itinerary', { exclusionId });
    expect(uncovered).toBe(0);
    expect(sessions.map(({ place }) => place?.providerId)).toEqual([
      ...Array.from({ length: 4 }, () => unit),
      ...Array.from({ length: 6 }, () => pru),
    ]);
  });

  test('the referral unit on day 1 needs the name of who is sent with the pupil', async () => {
    const pru = await ruledProvider(app, 'The Bridge', { kind: 'pru', escort: { fromDay: 1, toDay: 2 } });
    const exclusionId = await app.exclude('Amara Okafor', FROM_WEDNESDAY);
    const { runs } = await suggest(exclusionId);
    expect(runs.map(({ escortDates, why }) => ({ escortDates, why }))).toEqual([
      {
        escortDates: ['2025-11-19', '2025-11-20'],
        why: 'Day 1 to 2: outside the stages of the school; this provider can take the pupil. Day 3 to 5: at a pupil referral unit, by the stages of the school.',
      },
    ]);
    const run = { providerId: pru, sessions: runs[0]?.sessions ?? [] };
    const refused = await app.run('places.book-itinerary', { exclusionId, runs: [run] });
    expect(refused).toMatchObject({
      error: {
        message:
          'Nothing was booked at The Bridge for Amara Okafor. Wed 19 November am and pm, Thu 20 November am and pm: the school must send a member of staff up to day 2, and nobody is named. Name who goes with the pupil on these days.',
      },
    });
    const escorts = ['2025-11-19', '2025-11-20'].map((date) => ({ date, name: 'Ms Idris' }));
    await app.must('places.book-itinerary', { exclusionId, runs: [{ ...run, escorts }] });
  });

  test('a permanent exclusion goes to the referral unit from day 1', async () => {
    await ruledProvider(app, 'Own Unit', { kind: 'internal-unit' });
    await ruledProvider(app, 'The Bridge', { kind: 'pru' });
    const exclusionId = await app.exclude('Amara Okafor', { kind: 'permanent' });
    expect((await suggest(exclusionId)).runs.map(({ providerName }) => providerName)).toEqual(['The Bridge']);
  });

  test('an area with stages of its own', async () => {
    const centre = await ruledProvider(app, 'Community Links');
    await ruledProvider(app, 'The Bridge', { kind: 'pru' });
    await app.must('stages.save', {
      stages: [{ exclusionKind: 'fixed-period', fromDay: 1, toDay: 3, providerId: centre }],
    });
    const exclusionId = await app.exclude('Amara Okafor', FROM_WEDNESDAY);
    const { runs } = await suggest(exclusionId);
    // From day 4 there is no stage, and staying is better than a change.
    expect(say(runs)).toEqual(['Community Links: 19, 20, 21, 24, 25']);
    expect(runs[0]?.why).toBe(
      'Day 1 to 3: at Community Links, by the stages of the school. Day 4 to 5: outside the stages of the school; this provider can take the pupil.',
    );
  });
});

describe('the referral unit takes what the centre cannot', () => {
  let centre: string;
  beforeEach(async () => {
    centre = await ruledProvider(app, 'Community Links', { capacity: 1 });
    await ruledProvider(app, 'The Bridge', { kind: 'pru', distanceMetres: 9000 });
    await app.must('stages.save', {
      stages: [{ exclusionKind: 'fixed-period', fromDay: 1, providerKind: 'la-centre' }],
    });
  });

  test('where the centre is full', async () => {
    const first = await app.exclude('Ben Ali', FROM_WEDNESDAY);
    const sessions = daysOfNovember(24, 25);
    await app.must('places.book', { exclusionId: first, providerId: centre, sessions });
    const exclusionId = await app.exclude('Amara Okafor', FROM_WEDNESDAY);
    expect(say((await suggest(exclusionId)).runs)).toEqual([
      'Community Links: 19, 20, 21',
      'The Bridge: 24, 25',
    ]);
  });

  test('where the centre has excluded the pupil', async () => {
    const exclusionId = await app.exclude('Amara Okafor', FROM_WEDNESDAY);
    const run = { providerId: centre, sessions: daysOfNovember(19, 20, 21, 24, 25) };
    const { placeIds } = await app.must('places.book', { exclusionId, ...run });
    await app.must('places.cancel', {
      placeIds: placeIds.slice(2),
      code: 'excluded-from-centre',
      reason: 'Fighting',
    });
    expect(say((await suggest(exclusionId)).runs)).toEqual(['The Bridge: 20, 21, 24, 25']);
  });
});
