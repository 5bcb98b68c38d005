import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { auditOf } from '../../../../tests/builders/audit-of.ts';
import { openBook, type BookApp } from '../../../../tests/builders/provider-book.ts';
import { daysOfNovember, ruledProvider } from '../../../../tests/builders/ruled-provider.ts';

let app: BookApp;
let exclusionId: string;
let centre: string;
let pru: string;
let placementId: string;

beforeEach(async () => {
  app = await openBook();
  exclusionId = await app.exclude('Amara Okafor');
  centre = await ruledProvider(app, 'Youth Centre');
  pru = await ruledProvider(app, 'The Bridge', { kind: 'pru', capacity: 1 });
  const run = { exclusionId, providerId: centre, sessions: daysOfNovember(17, 18, 19) };
  ({ placementId } = await app.must('places.book', run));
});
afterEach(() => app.close());

const move = () => ({ placementId, version: 1, providerId: pru, reason: 'Unsettled there' });
const rows = () => app.services.store.read((db) => db.select().from(db.tables.places));
const at = async (providerId: string) =>
  (await rows())
    .filter((place) => place.providerId === providerId)
    .map(({ date, state }) => `${date.slice(8)} ${state}`);

describe('moving a stay to another provider', () => {
  test('gives up the old places as moved, and the new stay knows where it came from', async () => {
    const moved = await app.must('places.move-stay', move());
    expect(moved.placeIds).toHaveLength(6);
    expect(new Set((await rows()).map(({ state, endedCode }) => `${state} ${String(endedCode)}`))).toEqual(
      new Set(['cancelled moved', 'booked null']),
    );
    const stays = await app.services.store.read((db) => db.select().from(db.tables.placements));
    expect(stays.find(({ id }) => id === moved.placementId)).toMatchObject({
      movedFromId: placementId,
      providerId: pru,
      expectedFrom: '2025-11-17',
      expectedTo: '2025-11-19',
    });
    expect(stays.find(({ id }) => id === placementId)?.version).toBe(2);
    const audit = await auditOf(app, 'places.move-stay');
    expect(audit.map(({ subjectId }) => subjectId)).toEqual([moved.placementId, placementId]);
    expect(audit[1]).toMatchObject({
      detail: { moved: { to: moved.placementId, providerId: pru, reason: 'Unsettled there' } },
    });
  });

  test('moves only the sessions named', async () => {
    await app.must('places.move-stay', { ...move(), sessions: daysOfNovember(19) });
    expect(await at(pru)).toEqual(['19 booked', '19 booked']);
    expect(await at(centre)).toEqual([
      '17 booked',
      '17 booked',
      '18 booked',
      '18 booked',
      '19 cancelled',
      '19 cancelled',
    ]);
  });

  test('leaves past sessions where they were', async () => {
    app.wait(6 * 24);
    await app.must('places.move-stay', move());
    expect(await at(pru)).toEqual(['18 booked', '18 booked', '19 booked', '19 booked']);
    expect((await at(centre)).slice(0, 2)).toEqual(['17 booked', '17 booked']);
  });

  test('gives up nothing when the new provider refuses', async () => {
    const ben = await app.exclude('Ben Ali');
    await app.must('places.book', { exclusionId: ben, providerId: pru, sessions: daysOfNovember(19) });
    expect(await app.run('places.move-stay', move())).toMatchObject({
      error: {
        code: 'place-full',
        message:
          'Nothing was moved at The Bridge for Amara Okafor. Wed 19 November am and pm: full; Ben Ali (9B) has the only place. Choose other sessions or another provider.',
      },
    });
    expect(new Set(await at(centre))).toEqual(new Set(['17 booked', '18 booked', '19 booked']));
  });

  test.each([
    [
      'to where it is',
      () => ({ providerId: centre }),
      'Nothing was moved: the stay is at Youth Centre already. Choose another provider.',
    ],
    [
      'of sessions that are not its own',
      () => ({ sessions: daysOfNovember(19, 20) }),
      'Nothing was moved: Thu 20 November am and Thu 20 November pm are not among the sessions to come of this stay.',
    ],
    [
      'on top of another change',
      () => ({ version: 2 }),
      'Nothing was moved: somebody else has changed this stay since you opened it. Open it again to see the change, then make yours.',
    ],
    [
      'to a provider that is gone',
      () => ({ providerId: 'gone' }),
      'Nothing was moved: this provider is not in the list any more.',
    ],
  ])('refuses a move %s', async (_, changed, message) => {
    const refused = await app.run('places.move-stay', { ...move(), ...changed() });
    expect(refused).toMatchObject({ ok: false, error: { message } });
  });

  test('keeps a hold a hold', async () => {
    const ben = await app.exclude('Ben Ali');
    const run = { exclusionId: ben, providerId: centre, sessions: daysOfNovember(20), hold: true };
    const held = await app.must('places.book', run);
    const moved = await app.must('places.move-stay', { ...move(), placementId: held.placementId });
    const book = await app.book();
    expect(moved.placeIds.map((id) => book.get(id))).toEqual(['held', 'held']);
  });
});
