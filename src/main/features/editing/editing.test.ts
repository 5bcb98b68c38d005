import { afterEach, beforeEach, expect, it } from 'vitest';
import { openTestApp, type TestApp } from '../../../../tests/builders/app.ts';

let app: TestApp;
beforeEach(() => {
  app = openTestApp();
});
afterEach(() => app.close());

const draft = { subjectType: 'exclusion', subjectId: 'x-1' } as const;

it('on one PC nobody else can have a record open: nothing is kept and nothing is asked', async () => {
  expect(await app.must('editing.open', draft)).toEqual({});
  expect(await app.must('editing.others', draft)).toEqual({ shared: false, others: [] });
  expect(await app.must('editing.close', draft)).toEqual({});
  expect(await app.services.store.read((db) => db.select().from(db.tables.editing))).toEqual([]);
});

it('who has a record open is told to those who may see it', async () => {
  for (const operation of ['editing.open', 'editing.others'] as const)
    expect(await app.run(operation, draft, 'provider-staff')).toMatchObject({
      error: { code: 'refused' },
    });
  expect(
    await app.run('editing.others', { subjectType: 'provider', subjectId: 'p' }, 'provider-staff'),
  ).toMatchObject({ ok: true });
});
