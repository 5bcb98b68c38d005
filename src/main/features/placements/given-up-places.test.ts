import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { openStayBook, wholeDays, type StayApp } from '../../../../tests/builders/stay-book.ts';

let app: StayApp;
beforeEach(async () => {
  app = await openStayBook();
});
afterEach(() => app.close());

const [mon, tue, wed] = ['2025-11-17', '2025-11-18', '2025-11-19'] as const;
const monAm = { date: mon, slot: 'am' } as const;

const refusal = (result: Awaited<ReturnType<typeof app.run>>) =>
  result.ok ? undefined : `${result.error.code}: ${result.error.message}`;

describe('a place of which it is marked what came', () => {
  it('cannot be cancelled: that the pupil attended would be lost', async () => {
    const exclusionId = await app.exclude('Amara Okafor');
    const placementId = await app.stay(exclusionId, await app.centre('Oak Centre'), wholeDays(mon));
    const placeId = await app.placeAt(placementId, monAm);
    app.goTo(mon);
    await app.must('stays.mark', { marks: [{ placeId, outcome: 'attended' }] });

    expect(refusal(await app.run('places.cancel', { placeIds: [placeId], reason: 'A slip' }))).toBe(
      'conflict: Nothing was cancelled: Mon 17 November am has its attendance marked, and what came of a place is kept. If the mark is wrong, take it back first.',
    );
    const { sessions } = await app.must('places.itinerary', { exclusionId });
    expect(sessions[0]?.standing).toBe('attended');
    await app.must('stays.mark', { marks: [{ placeId, outcome: null }] });
    await app.must('places.cancel', { placeIds: [placeId], reason: 'A slip' });
  });

  it('keeps nobody from being kept apart, though the other pupil was there too', async () => {
    const today = { start: { date: '2025-11-12', slot: 'am' } } as const;
    const ids = [await app.exclude('Amara Okafor', today), await app.exclude('Ben Okri', today)] as const;
    const providerId = await app.centre('Oak Centre');
    for (const exclusionId of ids) {
      const stay = await app.stay(exclusionId, providerId, [{ date: '2025-11-12', slot: 'am' }]);
      const placeId = await app.placeAt(stay, { date: '2025-11-12', slot: 'am' });
      await app.must('stays.mark', { marks: [{ placeId, outcome: 'attended' }] });
    }
    const pupilIds: [string, string] = [app.pupilOf(ids[0]), app.pupilOf(ids[1])];
    expect((await app.must('apart.shared', { pupilIds })).places).toEqual([]);
    await app.must('apart.add', { pupilIds, reason: 'A fight this morning' });
  });
});

describe('a stay that was changed by others', () => {
  it('does not get back by an older form what was cancelled meanwhile', async () => {
    const exclusionId = await app.exclude('Amara Okafor');
    const placementId = await app.stay(exclusionId, await app.centre('Oak Centre'), wholeDays(mon, tue, wed));
    const { version } = await app.get(placementId);
    const placeIds = [await app.placeAt(placementId, { date: tue, slot: 'am' })];
    await app.must('places.cancel', { placeIds, reason: 'At the dentist' });
    const changed = await app.run('places.change-stay', {
      placementId,
      version,
      sessions: wholeDays(mon, tue),
      reason: 'Back on Wednesday',
    });
    expect(refusal(changed)).toContain('somebody else has changed this stay since you opened it');
  });
});

describe('who goes with the pupil', () => {
  const book = async (escorts: readonly { date: string; name: string }[] = [], hold = false) => {
    const [exclusionId, providerId] = await parties;
    return app.run('places.book', {
      exclusionId,
      providerId,
      sessions: wholeDays(mon),
      escorts: [...escorts],
      hold,
    });
  };
  let parties: Promise<readonly [string, string]>;
  beforeEach(() => {
    parties = (async () => [
      await app.exclude('Amara Okafor'),
      await app.centre('Oak Centre', { rules: { escort: { fromDay: 1 } } }),
    ])();
  });

  it('is named anew when a day that was given up is booked again', async () => {
    const first = await book([{ date: mon, name: 'Mr Adeyemi' }]);
    const placeIds = first.ok ? first.value.placeIds : [];
    await app.must('places.cancel', { placeIds, reason: 'Dates were wrong' });
    expect(refusal(await book())).toContain('Name who goes with the pupil on these days.');
  });

  it('still goes along when a hold that ran out is had again', async () => {
    const held = await book([{ date: mon, name: 'Mr Adeyemi' }], true);
    app.wait(30);
    expect(await app.run('places.confirm', { placeIds: held.ok ? held.value.placeIds : [] })).toMatchObject({
      ok: true,
    });
  });
});

describe('a hold', () => {
  it('is of no use for a session that is past, and is not made', async () => {
    const exclusionId = await app.exclude('Amara Okafor', { start: { date: '2025-11-10', slot: 'am' } });
    const providerId = await app.centre('Oak Centre');
    const past = { exclusionId, providerId, sessions: wholeDays('2025-11-10') };
    expect(refusal(await app.run('places.book', { ...past, hold: true }))).toBe(
      'conflict: Nothing was held at Oak Centre for Amara Okafor: Mon 10 November am and Mon 10 November pm are past, and nothing is left to be arranged. Book instead of holding.',
    );
    await app.must('places.book', past);
  });
});

test('a day that no calendar reaches is an entry to correct, not a fault of the program', async () => {
  expect(refusal(await app.run('places.board', { from: '9999-12-30', days: 14 }))).toContain('invalid-input');
});
