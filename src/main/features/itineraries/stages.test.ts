import { afterEach, beforeEach, expect, test } from 'vitest';
import { auditOf } from '../../../../tests/builders/audit-of.ts';
import { openBook, type BookApp } from '../../../../tests/builders/provider-book.ts';
import { ruledProvider } from '../../../../tests/builders/ruled-provider.ts';

let app: BookApp;
beforeEach(async () => {
  app = await openBook();
});
afterEach(() => app.close());

const words = async () => {
  const { stages, usual } = await app.must('stages.get', {});
  return { usual, words: stages.map((stage) => stage.words) };
};
const USUAL = {
  usual: true,
  words: [
    'Suspensions, day 1 to 2: in our own unit',
    'Suspensions, from day 3: at a pupil referral unit',
    'Permanent exclusions, from day 1: at a pupil referral unit',
  ],
};

test('a school that has set no stages has the usual ones', async () => {
  expect(await words()).toEqual(USUAL);
});

test('stages of its own take their place, in the order given, until they are taken away again', async () => {
  const oak = await ruledProvider(app, 'Oak House');
  await app.must('stages.save', {
    stages: [
      { exclusionKind: 'fixed-period', fromDay: 1, providerId: oak },
      { exclusionKind: 'fixed-period', fromDay: 1, toDay: 1, providerKind: 'partner-school' },
    ],
  });
  expect(await words()).toEqual({
    usual: false,
    words: ['Suspensions, from day 1: at Oak House', 'Suspensions, day 1: at a partner school'],
  });
  await app.must('stages.save', { stages: [] });
  expect(await words()).toEqual(USUAL);
  const rows = await auditOf(app, 'stages.save');
  expect(rows).toMatchObject([
    { subjectId: 'school', detail: { before: [], after: [{ providerId: oak }, {}] } },
    { subjectId: 'school', detail: { before: [{ providerId: oak }, {}], after: [] } },
  ]);
});

test.each([
  [
    'ends before it begins',
    { fromDay: 3, toDay: 2, providerKind: 'pru' as const },
    'A stage ends on its first day or after it.',
  ],
  [
    'goes nowhere',
    { fromDay: 1 },
    'A stage goes to a kind of provider or to one provider: choose one of the two.',
  ],
  [
    'goes to a provider that is gone',
    { fromDay: 1, providerId: 'gone' },
    'This provider is not in the list any more. Choose another.',
  ],
  [
    'goes to a learning support unit',
    { fromDay: 1, providerKind: 'learning-support-unit' as const },
    'Using a learning support unit for excluded pupils is against guidance. Choose another.',
  ],
  [
    'is study at home',
    { fromDay: 1, providerKind: 'home-study' as const },
    'Study at home counts only on days with a visit, so no stage can go there. Choose another.',
  ],
])('refuses a stage that %s', async (_, stage, message) => {
  const stages = [{ exclusionKind: 'fixed-period' as const, ...stage }];
  expect(await app.run('stages.save', { stages })).toMatchObject({
    error: { code: 'invalid-input', message: `The stages were not saved. ${message}`, fields: [{ message }] },
  });
  expect(await words()).toEqual(USUAL);
});

test('the office may read stages, and those who may change providers set them', async () => {
  expect((await app.run('stages.get', {}, 'recorder')).ok).toBe(true);
  expect(await app.run('stages.save', { stages: [] }, 'recorder')).toMatchObject({
    error: { code: 'not-permitted' },
  });
});
