import { afterEach, beforeEach, expect, test } from 'vitest';
import { auditOf } from '../../../../tests/builders/audit-of.ts';
import { openBook, type BookApp } from '../../../../tests/builders/provider-book.ts';

let app: BookApp;
let exclusionId: string;
beforeEach(async () => {
  app = await openBook();
  exclusionId = await app.exclude('Amara Okafor');
});
afterEach(() => app.close());

const enquiry = () => ({
  exclusionId,
  providerName: 'Hill Farm Project',
  askedOn: '2025-11-12',
  answer: 'no-place' as const,
  from: '2025-11-17',
  to: '2025-11-21',
});
const list = async () => (await app.must('enquiries.list', { exclusionId })).enquiries;

test('who was asked, when and what they said is kept in the order of asking', async () => {
  const oak = await app.provider('Oak House', 4);
  await app.must('enquiries.add', { ...enquiry(), note: 'Full until January' });
  await app.must('enquiries.add', {
    exclusionId,
    providerId: oak,
    askedOn: '2025-11-11',
    answer: 'no-answer',
    from: '2025-11-17',
    to: '2025-11-17',
  });
  expect(await list()).toMatchObject([
    { providerName: 'Oak House', askedOn: '2025-11-11', askedBy: 'Test Person', answer: 'no-answer' },
    { providerName: 'Hill Farm Project', answer: 'no-place', note: 'Full until January' },
  ]);
  expect(await auditOf(app, 'enquiries.add')).toMatchObject([
    { subjectType: 'enquiry', detail: { exclusionId, providerName: 'Hill Farm Project', providerId: null } },
    { subjectType: 'enquiry', detail: { exclusionId, providerName: 'Oak House', providerId: oak } },
  ]);
});

test.each([
  [
    'nobody named',
    { providerName: ' ' },
    'providerName',
    'Choose a provider, or enter the name of the one that was asked.',
  ],
  ['days the wrong way round', { to: '2025-11-16' }, 'to', 'The last day asked for is before the first.'],
  [
    'a day to come',
    { askedOn: '2025-11-13' },
    'askedOn',
    'A day to come cannot have been the day of asking.',
  ],
])('refuses an enquiry with %s', async (_, change, path, message) => {
  expect(await app.run('enquiries.add', { ...enquiry(), ...change })).toMatchObject({
    error: {
      code: 'invalid-input',
      message: `The enquiry was not noted. ${message}`,
      fields: [{ path, message }],
    },
  });
  expect(await list()).toEqual([]);
});

test('refuses a provider or an exclusion that is not there', async () => {
  expect(await app.run('enquiries.add', { ...enquiry(), providerId: 'gone' })).toMatchObject({
    error: { message: 'The enquiry was not noted: this provider is not in the list any more.' },
  });
  expect(await app.run('enquiries.add', { ...enquiry(), exclusionId: 'gone' })).toMatchObject({
    error: { code: 'not-found' },
  });
});

test('nobody can change or remove what was noted', async () => {
  await app.must('enquiries.add', enquiry());
  const { store } = app.services;
  await expect(
    store.write((db) => db.update(db.tables.placeEnquiries).set({ answer: 'offered-later' })),
  ).rejects.toThrow();
  await expect(store.write((db) => db.delete(db.tables.placeEnquiries))).rejects.toThrow();
  expect(await list()).toHaveLength(1);
});

test('nothing is noted for a draft, which may yet be discarded with nothing in its way', async () => {
  const draft = await app.exclude('Ben Okri', { state: 'draft' });
  const result = await app.run('enquiries.add', { ...enquiry(), exclusionId: draft });
  expect(result.ok ? '' : result.error.message).toBe(
    'The enquiry was not noted: the exclusion is still a draft. Issue it first.',
  );
  await app.must('exclusions.discard-draft', { id: draft });
});
