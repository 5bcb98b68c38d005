import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openReturnApp, SPRING_2026, type ReturnApp } from '../../../../tests/builders/return-school.ts';

let app: ReturnApp;

beforeEach(async () => {
  app = await openReturnApp();
});

afterEach(() => app.close());

const make = async (format: 'csv' | 'census-xml' = 'csv') => {
  const { destination } = app.place('return');
  return (await app.must('returns.export', { period: SPRING_2026, format, destination })).id;
};

const differences = (receiptId: string) => app.must('returns.differences', { receiptId });

it('the first version has none to be compared with', async () => {
  expect(await differences(await make())).toEqual({
    known: false,
    added: [],
    takenOut: [],
    altered: [],
    same: 0,
  });
});

it('a version shows what was added, taken out and altered, in whichever formats the two were', async () => {
  const [first, second] = [await app.pupil(1, { surname: 'Abara' }), await app.pupil(2)];
  const kept = await app.exclude(first, '2025-11-10', { reasons: ['PP'] });
  const gone = await app.exclude(second, '2025-11-11');
  await make('census-xml');
  await app.exclude(first, '2025-12-01', { halfDays: 3 });
  await app.services.store.write(async (db) => {
    const { exclusions: x, exclusionReasons: r } = db.tables;
    await db.update(x).set({ state: 'cancelled' }).where(eq(x.id, gone));
    await db.update(r).set({ code: 'TH' }).where(eq(r.exclusionId, kept));
  });
  const found = await differences(await make());
  expect(found).toMatchObject({
    former: { version: 1 },
    known: true,
    added: [{ surname: 'Abara', startDate: '2025-12-01', sessions: 3 }],
    takenOut: [{ startDate: '2025-11-11' }],
    altered: [{ before: { reasons: ['PP'] }, after: { reasons: ['TH'] }, fields: ['reasons'] }],
    same: 0,
  });
});

it('the same records make no difference', async () => {
  await app.exclude(await app.pupil(1), '2025-11-10');
  await make();
  expect(await differences(await make('census-xml'))).toMatchObject({
    known: true,
    added: [],
    takenOut: [],
    altered: [],
    same: 1,
  });
});

it('a version from before what was sent was kept is not compared', async () => {
  await make();
  await app.services.store.write((db) => db.update(db.tables.returns).set({ document: null }));
  expect(await differences(await make())).toMatchObject({ former: { version: 1 }, known: false });
});

it('a receipt that is not here is said so', async () => {
  expect(await app.run('returns.differences', { receiptId: 'none' })).toMatchObject({
    error: { code: 'not-found' },
  });
});
