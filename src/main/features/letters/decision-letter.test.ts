import { afterEach, beforeEach, expect, it } from 'vitest';
import { dutyCalendar } from '../../../../tests/duties/calendars.ts';
import { openLetterApp, type LetterApp } from '../../../../tests/builders/letter-school.ts';

let app: LetterApp;

beforeEach(async () => {
  app = await openLetterApp();
});
afterEach(() => app.close());

const LAST_DAY = /The last day to ask is ([^;]+);/;

const lastDayIn = (blocks: readonly { lines: readonly (readonly { text: string }[])[] }[]): string =>
  LAST_DAY.exec(
    blocks.flatMap(({ lines }) => lines.map((line) => line.map(({ text }) => text).join(''))).join('\n'),
  )?.[1] ?? '';

/** A permanent exclusion from `start` that the governors let stand on `decided`, with its letter ready. */
async function upheld(start: string, decided: string) {
  const pupil = await app.child('Jo Ashdown', { dob: '2010-03-04', entryDate: '2018-09-04' });
  const { id, version } = await app.issue(pupil, {
    kind: 'permanent',
    startDate: start,
    incidentOn: start,
  });
  app.goTo(decided);
  const event = { id, version, type: 'decision' as const, on: decided, outcome: 'upheld' };
  await app.must('exclusions.record-event', event);
  const filled = await app.fill(id, 'governors-decision', { decisionReasons: 'It was in proportion.' });
  return { id, filled };
}

it('gives a posted decision the day by which the record hears a review, and warns before', async () => {
  const { id, filled } = await upheld('2025-11-12', '2025-11-26');
  const { agreement, blocks } = await app.open(id, 'governors-decision');
  expect(lastDayIn(blocks)).toBe('Wednesday 17 December 2025');
  expect(agreement.find(({ what }) => what === 'The last day to apply')?.text).toBe(
    'Wed 17 December 2025 holds if the letter is handed over today. By post it is Fri 19 December 2025: ' +
      'log the letter as posted first, then print what was sent.',
  );
  const sending = { version: filled, sentHow: 'first-class post' as const };
  const { issueId } = await app.must('letters.issue', app.sending(id, 'governors-decision', sending));
  expect(lastDayIn((await app.must('letters.sent', { issueId })).blocks)).toBe('Friday 19 December 2025');
  const { duties } = await app.must('duties.list', { exclusionId: id });
  expect(duties.find(({ key }) => key === 'review-apply')?.dueBy).toBe('2025-12-19');
});

it('gives the parents the 25 school days of the coronavirus time', async () => {
  for (const schoolYear of [2020, 2021]) {
    const ofYear = (day: string): boolean =>
      day >= `${String(schoolYear)}-08-01` && day < `${String(schoolYear + 1)}-08-01`;
    await app.must('calendar.save', {
      schoolYear,
      terms: dutyCalendar.terms.filter((term) => term.schoolYear === schoolYear),
      closures: dutyCalendar.closures.filter(({ from }) => ofYear(from)),
    });
  }
  app.goTo('2020-11-10');
  const { id, filled } = await upheld('2020-11-10', '2020-11-20');
  expect(lastDayIn((await app.open(id, 'governors-decision')).blocks)).toBe('Monday 11 January 2021');
  await app.must('letters.issue', app.sending(id, 'governors-decision', { version: filled }));
  const { duties } = await app.must('duties.list', { exclusionId: id });
  expect(duties.find(({ key }) => key === 'review-apply')?.dueBy).toBe('2021-01-11');
});
