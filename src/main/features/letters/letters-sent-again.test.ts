import { afterEach, beforeEach, expect, it } from 'vitest';
import { openLetterApp, type LetterApp } from '../../../../tests/builders/letter-school.ts';

let app: LetterApp;

beforeEach(async () => {
  app = await openLetterApp();
});
afterEach(() => app.close());

it('a letter to the parents goes stale when the parents move, while the case runs or the governors’ part is open', async () => {
  const { id } = await app.issue(await app.child('Jo Ashdown'), { halfDays: 12 });
  const gaps = {
    work: 'Work is on the website.',
    educationPlaces: 'Room 12, 9 am to 3 pm; ask for Mr Hale',
  };
  const version = await app.fill(id, 'parents-over-5', gaps);
  await app.must('letters.issue', app.sending(id, 'parents-over-5', { version }));
  await app.services.store.write((db) =>
    db.update(db.tables.contacts).set({ name: 'Ms Dana Lee', address: '2 New Street\nWestbrook' }),
  );
  const stale = async () =>
    (await app.must('letters.list', { exclusionId: id })).letters[0]?.issues[0]?.stale;
  const moved = [
    'The list of parents was “Ms Dana Ashdown” and is now “Ms Dana Lee”.',
    'The parents’ address was “14 Mill Lane; Westbrook” and is now “2 New Street; Westbrook”.',
  ];
  expect(await stale()).toEqual(moved);
  app.goTo('2025-12-01');
  expect(await stale()).toEqual([]);
  const { draft } = await app.must('exclusions.get', { id });
  await app.must('exclusions.record-event', {
    id,
    version: draft.version,
    type: 'representations',
    on: '2025-12-01',
  });
  expect(await stale()).toEqual(moved);
});

it('the notice to the home authority tells it too that a permanent exclusion was taken back', async () => {
  const pupilId = await app.child('Jo Ashdown');
  await app.services.store.write((db) =>
    db.insert(db.tables.contacts).values({
      id: 'contact-home',
      pupilId,
      relation: 'home-authority',
      name: 'Eastbrook Council',
      address: 'Town Hall\nEastbrook',
      position: 2,
      version: 1,
    }),
  );
  const { id, version } = await app.issue(pupilId, { kind: 'permanent' });
  await app.must('letters.issue', app.sending(id, 'notice-home-authority'));
  await app.must(
    'exclusions.cancel',
    { id, version, back: { date: '2025-11-14', slot: 'am' }, reason: 'It was somebody else.' },
    'decider',
  );
  const { letters } = await app.must('letters.list', { exclusionId: id });
  expect(letters.find(({ templateId }) => templateId === 'notice-home-authority')).toMatchObject({
    needed: true,
    state: 'stale',
  });
  const letter = await app.open(id, 'notice-home-authority');
  expect(JSON.stringify(letter.blocks)).toContain('has been cancelled');
  await app.must(
    'letters.issue',
    app.sending(id, 'notice-home-authority', letter.version === undefined ? {} : { version: letter.version }),
  );
  const { duties } = await app.must('duties.list', { exclusionId: id });
  expect(duties.find(({ key }) => key === 'tell-cancelled-home-authority')).toMatchObject({
    title: 'Tell the LA where the pupil lives that it was taken back',
    status: 'done',
  });
});
