import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { auditOf } from '../../../../tests/builders/audit-of.ts';
import { openBook, type BookApp } from '../../../../tests/builders/provider-book.ts';
import { daysOfNovember, ruledProvider } from '../../../../tests/builders/ruled-provider.ts';

let app: BookApp;
let exclusionId: string;
let centre: string;
let placementId: string;

beforeEach(async () => {
  app = await openBook();
  exclusionId = await app.exclude('Amara Okafor');
  centre = await ruledProvider(app, 'Youth Centre', { capacity: 1, minDays: 2, maxDays: 4 });
  const run = { exclusionId, providerId: centre, sessions: daysOfNovember(17, 18, 19) };
  ({ placementId } = await app.must('places.book', run));
});
afterEach(() => app.close());

const change = (days: readonly number[], more: { version?: number; override?: { reason: string } } = {}) => ({
  placementId,
  version: 1,
  sessions: daysOfNovember(...days),
  reason: 'Agreed with the parents',
  ...more,
});
const rows = () => app.services.store.read((db) => db.select().from(db.tables.places));
/** "17 am booked" in order. */
const places = async () =>
  (await rows()).map(({ date, slot, state }) => `${date.slice(8)} ${slot} ${state}`).toSorted();
const stay = () =>
  app.services.store.read(async (db) => {
    const all = await db.select().from(db.tables.placements);
    return all.find(({ id }) => id === placementId);
  });

describe('changing the coming sessions of a stay', () => {
  test('shortens it: what goes is cancelled as shortened, the days first expected are kept', async () => {
    const changed = await app.must('places.change-stay', change([17, 18]));
    expect(changed).toMatchObject({ added: [], version: 2 });
    expect(changed.cancelled).toHaveLength(2);
    const ended = (await rows()).filter(({ state }) => state === 'cancelled');
    expect(ended).toMatchObject(
      ['am', 'pm'].map(() => ({
        date: '2025-11-19',
        endedCode: 'shortened',
        endedReason: 'Agreed with the parents',
        endedBy: 'Test Person',
      })),
    );
    expect(await stay()).toMatchObject({ expectedFrom: '2025-11-17', expectedTo: '2025-11-19', version: 2 });
    const [audit] = await auditOf(app, 'places.change-stay');
    expect(audit).toMatchObject({
      subjectId: placementId,
      detail: { changed: { after: daysOfNovember(17, 18), reason: 'Agreed with the parents' } },
    });
  });

  test('lengthens it, and moves it within the provider', async () => {
    const longer = await app.must('places.change-stay', change([17, 18, 19, 20]));
    expect(longer.added).toHaveLength(2);
    await app.must('places.change-stay', change([20, 21], { version: 2 }));
    expect((await places()).filter((place) => place.endsWith('booked'))).toEqual([
      '20 am booked',
      '20 pm booked',
      '21 am booked',
      '21 pm booked',
    ]);
  });

  test('leaves the exclusion as it is', async () => {
    const exclusions = () => app.services.store.read((db) => db.select().from(db.tables.exclusions));
    const before = await exclusions();
    await app.must('places.change-stay', change([17, 18]));
    expect(await exclusions()).toEqual(before);
  });

  test('asks the rules with the stay as long as it will be', async () => {
    expect(await app.run('places.change-stay', change([17, 18, 19, 20, 21]))).toMatchObject({
      error: {
        message:
          'Nothing was changed at Youth Centre for Amara Okafor. Thu 20 November am and pm, Fri 21 November am and pm: a stay there has at most 4 days, and this one would have 5. Choose other sessions or another provider. Or give a reason why the rule is waived.',
      },
    });
    // A day less at the front makes room for one more at the end.
    await app.must('places.change-stay', change([18, 19, 20, 21]));
  });

  test('refuses a stay that would be too short, unless somebody who may waives it', async () => {
    expect(await app.run('places.change-stay', change([17]), 'recorder')).toMatchObject({
      error: {
        code: 'conflict',
        message:
          'Nothing was changed at Youth Centre for Amara Okafor: a stay there has at least 2 days, and this one would have 1. Keep more days, cancel the stay, or ask somebody who decides exclusions or administers First Day to waive the rule.',
      },
    });
    const override = { reason: 'Goes back to school' };
    const tried = await app.run('places.change-stay', change([17], { override }), 'recorder');
    expect(tried).toMatchObject({ error: { code: 'not-permitted' } });
    expect(new Set((await app.book()).values())).toEqual(new Set(['booked']));
    await app.must('places.change-stay', change([17], { override }));
    expect(await stay()).toMatchObject({ overrideReason: 'Goes back to school', overrideBy: 'Test Person' });
  });

  test('refuses what others have, with nothing cancelled', async () => {
    const ben = await app.exclude('Ben Ali');
    const run = { exclusionId: ben, providerId: centre, sessions: daysOfNovember(20, 21) };
    await app.must('places.book', run);
    expect(await app.run('places.change-stay', change([17, 18, 20]))).toMatchObject({
      error: { code: 'place-full' },
    });
    expect(await places()).toContain('19 am booked');
  });

  test('refuses a change on top of another’s', async () => {
    await app.must('places.change-stay', change([17, 18]));
    expect(await app.run('places.change-stay', change([18, 19]))).toMatchObject({
      error: {
        code: 'conflict',
        message:
          'Nothing was changed: somebody else has changed this stay since you opened it. Open it again to see the change, then make yours.',
      },
    });
  });

  test('leaves past sessions as they were, whether they are in the list or not', async () => {
    app.wait(6 * 24);
    await app.must('places.change-stay', change([18, 20]));
    expect(await places()).toEqual([
      '17 am booked',
      '17 pm booked',
      '18 am booked',
      '18 pm booked',
      '19 am cancelled',
      '19 pm cancelled',
      '20 am booked',
      '20 pm booked',
    ]);
  });

  test('adds nothing that is past', async () => {
    await app.must('places.change-stay', change([18, 19]));
    app.wait(6 * 24);
    expect(await app.run('places.change-stay', change([17, 18], { version: 2 }))).toMatchObject({
      error: {
        message:
          'Nothing was changed: Mon 17 November am and Mon 17 November pm are past, and what is past stays as it was.',
      },
    });
  });

  test('refuses a stay without sessions to come, and one that is not there', async () => {
    app.wait(10 * 24);
    expect(await app.run('places.change-stay', change([21]))).toMatchObject({
      error: {
        message: 'Nothing was changed: Amara Okafor has no sessions to come in this stay at Youth Centre.',
      },
    });
    const gone = { ...change([21]), placementId: 'gone' };
    expect(await app.run('places.change-stay', gone)).toMatchObject({ error: { code: 'not-found' } });
  });

  test('keeps a hold a hold', async () => {
    const ben = await app.exclude('Ben Ali');
    const pru = await ruledProvider(app, 'The Bridge', { kind: 'pru' });
    const sessions = daysOfNovember(17);
    const held = await app.must('places.book', { exclusionId: ben, providerId: pru, sessions, hold: true });
    const wanted = { ...change([17, 18]), placementId: held.placementId };
    const { added } = await app.must('places.change-stay', wanted);
    const book = await app.book();
    expect(added.map((id) => book.get(id))).toEqual(['held', 'held']);
  });
});
