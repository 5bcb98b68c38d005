import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { auditOf } from '../../../../tests/builders/audit-of.ts';
import { openBook, type BookApp } from '../../../../tests/builders/provider-book.ts';
import { daysOfNovember, ruledProvider } from '../../../../tests/builders/ruled-provider.ts';

let app: BookApp;
let pru: string;
let ben: string;
let amara: string;
let bensPlaces: string[];

beforeEach(async () => {
  app = await openBook();
  pru = await ruledProvider(app, 'The Bridge', { kind: 'pru', capacity: 1 });
  ben = await app.exclude('Ben Ali');
  amara = await app.exclude('Amara Okafor');
  const run = { exclusionId: ben, providerId: pru, sessions: daysOfNovember(17, 18, 19, 20, 21) };
  bensPlaces = (await app.must('places.book', run)).placeIds;
});
afterEach(() => app.close());

const wait = (exclusionId = amara, providerId = pru) => app.run('waiting.add', { exclusionId, providerId });
const list = async () =>
  (await app.must('waiting.list', {})).waiting.map(({ name, freeOn }) => `${name} ${freeOn?.date ?? '-'}`);

describe('the wait list', () => {
  test('keeps who asked, when, and how it ended', async () => {
    const { id } = await app.must('waiting.add', { exclusionId: amara, providerId: pru });
    expect((await app.must('waiting.list', { providerId: pru })).waiting).toEqual([
      {
        id,
        exclusionId: amara,
        name: 'Amara Okafor',
        form: '9B',
        providerId: pru,
        providerName: 'The Bridge',
        askedAt: '2025-11-12T12:00:00.000Z',
        askedBy: 'Test Person',
      },
    ]);
    await app.must('waiting.leave', { id });
    expect(await list()).toEqual([]);
    const rows = await app.services.store.read((db) => db.select().from(db.tables.waitList));
    expect(rows).toMatchObject([{ id, endedAs: 'left', endedAt: '2025-11-12T12:00:00.000Z' }]);
    expect(await auditOf(app, 'waiting.add')).toMatchObject([
      { subjectType: 'wait-list', subjectId: id, detail: { exclusionId: amara, providerName: 'The Bridge' } },
    ]);
    expect(await auditOf(app, 'waiting.leave')).toMatchObject([{ subjectId: id, detail: { ended: 'left' } }]);
  });

  test('ends as placed with the booking, which says so in its audit rows', async () => {
    const { id } = await app.must('waiting.add', { exclusionId: amara, providerId: pru });
    await app.must('places.cancel', { placeIds: bensPlaces.slice(0, 2), reason: 'Ill' });
    await app.must('places.book', { exclusionId: amara, providerId: pru, sessions: daysOfNovember(17) });
    const rows = await app.services.store.read((db) => db.select().from(db.tables.waitList));
    expect(rows).toMatchObject([{ id, endedAs: 'placed' }]);
    expect((await auditOf(app, 'places.book')).map(({ subjectType }) => subjectType)).toContain('wait-list');
  });

  test('has those who asked first before others, and each hears of what became free', async () => {
    const cass = await app.exclude('Cass Moor', { end: { date: '2025-11-17', slot: 'pm' } });
    await wait(cass);
    app.wait(1);
    await wait(amara);
    expect(await list()).toEqual(['Cass Moor -', 'Amara Okafor -']);
    const friday = bensPlaces.slice(8);
    const cancelled = await app.must('places.cancel', { placeIds: friday, reason: 'Ill' });
    expect(cancelled.waiting.map(({ name }) => name)).toEqual(['Amara Okafor']);
    expect(await list()).toEqual(['Cass Moor -', 'Amara Okafor 2025-11-21']);
  });

  test('leaves out who has found a place elsewhere', async () => {
    await wait();
    const oak = await ruledProvider(app, 'Oak House');
    const sessions = daysOfNovember(17, 18, 19, 20, 21);
    await app.must('places.book', { exclusionId: amara, providerId: oak, sessions });
    expect(await list()).toEqual([]);
    expect(await wait(amara, oak)).toMatchObject({
      error: {
        message:
          'Nobody was put on the wait list: every session to come of Amara Okafor has a place, or needs none.',
      },
    });
  });

  test('is no use where the rules would refuse the pupil anyway', async () => {
    const late = await ruledProvider(app, 'Late Centre', { window: { fromDay: 8 } });
    expect(await wait(amara, late)).toMatchObject({
      error: {
        message:
          'Nobody was put on the wait list: Late Centre could not take Amara Okafor even with places free. Mon 17 November am and pm: it takes pupils from day 8 of an exclusion, and this is day 1. Tue 18 November am and pm: it takes pupils from day 8 of an exclusion, and this is day 2. Wed 19 November am and pm: it takes pupils from day 8 of an exclusion, and this is day 3. Thu 20 November am and pm: it takes pupils from day 8 of an exclusion, and this is day 4. Fri 21 November am and pm: it takes pupils from day 8 of an exclusion, and this is day 5. Choose another provider.',
      },
    });
  });

  test.each([
    ['gone', 'Nobody was put on the wait list: this provider is not in the list any more.'],
    ['asleep', 'Nobody was put on the wait list: Asleep is not in use. Choose another provider.'],
  ])('refuses a provider that is %s', async (which, message) => {
    let providerId = 'gone';
    if (which === 'asleep') {
      providerId = await ruledProvider(app, 'Asleep');
      const { store } = app.services;
      await store.write((db) => db.update(db.tables.providers).set({ active: false }));
    }
    expect(await wait(amara, providerId)).toMatchObject({ error: { message } });
  });

  test('refuses to take off what is not on it', async () => {
    expect(await app.run('waiting.leave', { id: 'gone' })).toMatchObject({
      error: {
        code: 'not-found',
        message: 'This pupil is not on the wait list any more. Look at the list again.',
      },
    });
  });
});

describe('work at home', () => {
  test('is a place that still leaves one wanting, and the suggestion says what to do', async () => {
    const home = await ruledProvider(app, 'Home Study', { kind: 'home-study' });
    const cass = await app.exclude('Cass Moor', { end: { date: '2025-11-17', slot: 'pm' } });
    await app.must('places.book', { exclusionId: cass, providerId: home, sessions: daysOfNovember(17) });
    const { runs, without } = await app.must('places.suggest', { exclusionId: cass });
    expect(runs).toEqual([]);
    expect(without.map(({ why }) => why)).toEqual([
      'The pupil already has a place then at Home Study; cancel that one first to move.',
      'The pupil already has a place then at Home Study; cancel that one first to move.',
    ]);
  });
});
