import { afterEach, beforeEach, expect, it } from 'vitest';
import { openLetterApp, type LetterApp } from '../../../../tests/builders/letter-school.ts';

let app: LetterApp;

beforeEach(async () => {
  app = await openLetterApp();
});
afterEach(() => app.close());

const letterText = async (exclusionId: string, templateId: string): Promise<string> => {
  const { blocks } = await app.open(exclusionId, templateId);
  return blocks.flatMap(({ lines }) => lines.map((line) => line.map(({ text }) => text).join(''))).join('\n');
};

it('tells the parents the day of the decision and, apart from it, when the pupil is back', async () => {
  const { id, version } = await app.issue(await app.child('Jo Ashdown'), {
    kind: 'permanent',
    startDate: '2025-11-12',
  });
  app.goTo('2025-11-28');
  await app.must('exclusions.record-event', {
    id,
    version,
    type: 'decision',
    on: '2025-11-28',
    outcome: 'reinstated',
    back: { date: '2025-12-01', slot: 'pm' },
  });
  const text = await letterText(id, 'governors-decision');
  expect(text).toContain('On Friday 28 November 2025 the governing board considered');
  expect(text).toMatch(/Jo is expected on Monday 1 December 2025 .*(noon|afternoon|pm)/);
});

it('says when the pupil is back from a cancelling decided days before', async () => {
  const { id, version } = await app.issue(await app.child('Jo Ashdown'), { halfDays: 12 });
  app.goTo('2025-11-13');
  const back = { date: '2025-11-17', slot: 'am' } as const;
  await app.must('exclusions.cancel', { id, version, back, reason: 'It was somebody else.' }, 'decider');
  expect(await letterText(id, 'parents-cancelled')).toContain(
    'expected on Monday 17 November 2025 at the start of the day',
  );
});

/** An exclusion of 2005 to Monday 10 October, and one chained to it from Friday the 7th that is withdrawn before. */
async function withdrawnBeforeItBegan(chained: 'extension' | 'conversion') {
  await app.services.store.write((db) =>
    db.insert(db.tables.terms).values({
      schoolId: 'school-1',
      schoolYear: 2005,
      name: 'autumn',
      fromDate: '2005-09-05',
      toDate: '2005-12-16',
    }),
  );
  app.goTo('2005-10-04');
  const pupil = await app.child('Jo Ashdown', { dob: '1991-03-04', entryDate: '2003-09-04' });
  const decided = { incidentOn: '2005-10-04', reasons: ['PP'] };
  const first = await app.issue(pupil, { ...decided, startDate: '2005-10-05', halfDays: 8 });
  app.goTo('2005-10-06');
  const second = await app.issue(pupil, {
    ...decided,
    startDate: '2005-10-07',
    halfDays: 12,
    ...(chained === 'conversion' ? { kind: 'permanent' as const } : {}),
    followsId: first.id,
    followsAs: chained,
  });
  const back = { date: '2005-10-07', slot: 'am' } as const;
  await app.must('exclusions.cancel', { ...second, back, reason: 'It was somebody else.' }, 'decider');
  return second.id;
}

it.each(['extension', 'conversion'] as const)(
  'expects the pupil after the first exclusion when its %s is withdrawn before it began',
  async (chained) => {
    const id = await withdrawnBeforeItBegan(chained);
    for (const templateId of ['parents-cancelled', 'notice-authority']) {
      const text = await letterText(id, templateId);
      expect(text).toContain('Tuesday 11 October 2005');
      expect(text).toContain('was to begin');
      expect(text).not.toMatch(/expected (back )?(at school )?on Friday 7 October/);
    }
  },
);
