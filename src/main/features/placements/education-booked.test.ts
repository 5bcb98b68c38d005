import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { wholeWeek } from '../../../../tests/builders/provider-book.ts';
import { openExclusionApp, type ExclusionApp } from '../../../../tests/builders/exclusion-school.ts';

let app: ExclusionApp;
let id: string;
let providerId: string;
beforeEach(async () => {
  app = await openExclusionApp({ promiseFromDay: 1 });
  ({ id } = await app.issue(await app.pupil('Amara Okafor')));
  const form = { kind: 'pru' as const, name: 'Harbour House', sessions: wholeWeek(8) };
  ({ id: providerId } = await app.must('providers.save', form));
});
afterEach(() => app.close());

const book = (sessions: readonly ('am' | 'pm')[], hold = false) =>
  app.must('places.book', {
    exclusionId: id,
    providerId,
    sessions: sessions.map((slot) => ({ date: '2025-11-13', slot })),
    hold,
  });

const promised = async () => {
  const { duties, changes } = await app.must('duties.list', { exclusionId: id });
  const duty = duties.find(({ key }) => key === 'education-promise');
  return { duty, changes: changes.filter(({ key }) => key === 'education-promise').map(({ text }) => text) };
};

describe('the day on which promised education starts', () => {
  it('is done once every session of the day has a booked place, and says where', async () => {
    await book(['am']);
    expect((await promised()).duty).toMatchObject({ status: 'due', action: { type: 'places' } });
    await book(['pm']);
    expect((await promised()).duty).toMatchObject({
      status: 'done',
      fulfilled: { on: '2025-11-12', how: 'Place booked at Harbour House', byWhom: 'Test Person' },
    });
  });

  it('is not done by a hold, and is done when the hold is confirmed', async () => {
    const { placeIds } = await book(['am', 'pm'], true);
    expect((await promised()).duty?.status).toBe('due');
    await app.must('places.confirm', { placeIds });
    expect((await promised()).duty?.status).toBe('done');
  });

  it('is to do again when a place is given up, and its history says so', async () => {
    const { placeIds } = await book(['am', 'pm']);
    await app.must('places.cancel', { placeIds: placeIds.slice(0, 1), reason: 'The unit rang' });
    const { duty, changes } = await promised();
    expect(duty?.status).toBe('due');
    expect(changes.join(' ')).toContain('a place of that day was given up');
  });

  it('stays as a person noted it when a place is given up', async () => {
    const { placeIds } = await book(['am']);
    const note = { exclusionId: id, key: 'education-promise', on: '2025-11-12' };
    await app.must('duties.fulfil', { ...note, how: 'Taught by the tutor', byWhom: 'Mrs Office' });
    await app.must('places.cancel', { placeIds, reason: 'The tutor comes instead' });
    expect((await promised()).duty?.fulfilled?.how).toBe('Taught by the tutor');
  });
});
