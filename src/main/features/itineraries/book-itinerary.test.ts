import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { auditOf } from '../../../../tests/builders/audit-of.ts';
import { openBook, type BookApp } from '../../../../tests/builders/provider-book.ts';
import { daysOfNovember, ruledProvider } from '../../../../tests/builders/ruled-provider.ts';

let app: BookApp;
let exclusionId: string;
let unit: string;
let pru: string;

beforeEach(async () => {
  app = await openBook();
  exclusionId = await app.exclude('Amara Okafor');
  unit = await ruledProvider(app, 'Own Unit', { kind: 'internal-unit', capacity: 1 });
  pru = await ruledProvider(app, 'The Bridge', { kind: 'pru', capacity: 1 });
});
afterEach(() => app.close());

const runs = () => [
  { providerId: unit, sessions: daysOfNovember(17, 18) },
  { providerId: pru, sessions: daysOfNovember(19, 20, 21) },
];

describe('booking an itinerary', () => {
  test('makes one stay of each run, each with its audit row', async () => {
    const { placementIds } = await app.must('places.book-itinerary', { exclusionId, runs: runs() });
    const rows = await auditOf(app, 'places.book-itinerary');
    expect(rows.map(({ subjectId }) => subjectId)).toEqual(placementIds);
    expect(rows.map(({ detail }) => detail)).toMatchObject([
      { state: 'booked', providerName: 'Own Unit', exclusionId },
      { state: 'booked', providerName: 'The Bridge', exclusionId },
    ]);
  });

  test('or holds all of it until one and the same time', async () => {
    const held = await app.must('places.book-itinerary', { exclusionId, runs: runs(), hold: true });
    expect(held.heldUntil).toBe('2025-11-13T12:00:00.000Z');
    expect(new Set((await app.book()).values())).toEqual(new Set(['held']));
  });

  test('books nothing when one run is refused, and says every refusal of every run', async () => {
    const ben = await app.exclude('Ben Ali');
    await app.must('places.book-itinerary', { exclusionId: ben, runs: runs() });
    const before = await app.book();
    const third = await app.exclude('Cass Moor');
    const wanted = [
      { providerId: unit, sessions: daysOfNovember(18, 19) },
      { providerId: pru, sessions: daysOfNovember(20, 24) },
    ];
    expect(await app.run('places.book-itinerary', { exclusionId: third, runs: wanted })).toEqual({
      ok: false,
      error: {
        code: 'place-full',
        message:
          'Nothing was booked at Own Unit for Cass Moor. Tue 18 November am and pm: full; Ben Ali (9B) has the only place. Choose other sessions or another provider. Nothing was booked at The Bridge for Cass Moor. Thu 20 November am and pm: full; Ben Ali (9B) has the only place. Mon 24 November am and pm: not one of the sessions of this exclusion. Choose other sessions or another provider.',
        fields: [
          { path: 'runs.0.sessions.0', message: 'full; Ben Ali (9B) has the only place' },
          { path: 'runs.0.sessions.1', message: 'full; Ben Ali (9B) has the only place' },
          { path: 'runs.1.sessions.0', message: 'full; Ben Ali (9B) has the only place' },
          { path: 'runs.1.sessions.1', message: 'full; Ben Ali (9B) has the only place' },
          { path: 'runs.1.sessions.2', message: 'not one of the sessions of this exclusion' },
          { path: 'runs.1.sessions.3', message: 'not one of the sessions of this exclusion' },
        ],
      },
    });
    expect(await app.book()).toEqual(before);
  });

  test('is refused when a session is asked for at two providers', async () => {
    const wanted = [
      { providerId: unit, sessions: daysOfNovember(17) },
      { providerId: pru, sessions: daysOfNovember(17, 18) },
    ];
    expect(await app.run('places.book-itinerary', { exclusionId, runs: wanted })).toMatchObject({
      error: {
        code: 'invalid-input',
        message:
          'Nothing was booked: Mon 17 November am and Mon 17 November pm are asked for at two providers. Choose one of them.',
      },
    });
  });

  test('says once what is wrong with the exclusion itself', async () => {
    const draft = await app.exclude('Ben Ali', { state: 'draft' });
    expect(await app.run('places.book-itinerary', { exclusionId: draft, runs: runs() })).toMatchObject({
      error: { message: 'Nothing was booked: the exclusion is still a draft. Issue it first.' },
    });
  });

  test('is not for those who may not book', async () => {
    const tried = await app.run('places.book-itinerary', { exclusionId, runs: runs() }, 'provider-staff');
    expect(tried).toMatchObject({ error: { code: 'not-permitted' } });
  });
});
