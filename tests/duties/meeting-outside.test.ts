import { expect, it } from 'vitest';
import { meetingOutside } from '#shared/domain/duties/meeting-outside.ts';
import { meetingWarning } from '#shared/text/meeting-words.ts';
import { dutyCalendar } from './calendars.ts';
import { makeCase } from './make-case.ts';
import { readTable } from './read-table.ts';

const caseOf = (table: string, name: string) => {
  const found = readTable(table).find((one) => one.name === name);
  if (found === undefined) throw new Error(`no case ${name}`);
  return makeCase(found, dutyCalendar).dutyCase;
};

it('a meeting of the discipline committee keeps to its first and its last day', () => {
  const over15 = caseOf('england-2007', '15.5 days, alone in the term');
  expect(meetingOutside(over15, '2010-11-15')).toEqual({ type: 'early', from: '2010-11-16' });
  expect(meetingOutside(over15, '2010-11-16')).toBeUndefined();
  expect(meetingOutside(over15, '2010-11-29')).toBeUndefined();
  const late = meetingOutside(over15, '2010-11-30');
  expect(late).toEqual({ type: 'late', by: '2010-11-29', exception: false });
  expect(meetingWarning('2010-11-15', { type: 'early', from: '2010-11-16' }, over15.ruleSet)).toBe(
    "Mon 15 November 2010 is before the first day on which the governors' discipline committee may meet, Tue 16 November 2010. Check the day; it was recorded as entered.",
  );
});

it('a meeting that is held before anybody asked for it has the same days', () => {
  const total = caseOf('england-2007', '5.5 days, alone in the term');
  expect(meetingOutside(total, '2010-11-15')).toMatchObject({ type: 'early' });
  expect(meetingOutside(total, '2011-07-01')).toMatchObject({ type: 'late' });
});

it('a meeting where the governors may only consider representations has no window', () => {
  const short = caseOf('england-2022', '5 days, alone in the term');
  expect(meetingOutside(short, '2025-07-01')).toBeUndefined();
});

it('a meeting should come before an examination, and by the law’s last day at the latest', () => {
  const exam = caseOf('england-2022', 'three days, with an examination on the third');
  expect(meetingOutside(exam, '2025-05-07')).toBeUndefined();
  const after = meetingOutside(exam, '2025-05-08');
  expect(after).toEqual({ type: 'after-examination', by: '2025-05-07' });
  expect(after && meetingWarning('2025-05-08', after, exam.ruleSet)).toContain(
    'too late to meet before the examination; the last day for that is Wed 7 May 2025',
  );
  expect(meetingOutside(exam, '2025-06-05')).toEqual({ type: 'late', by: '2025-06-04', exception: false });
});

it('a late meeting of the coronavirus times may be one that an exception allows', () => {
  const permanent = caseOf('boundaries', 'permanent from 2020-06-01');
  const late = meetingOutside(permanent, '2020-07-01');
  expect(late).toMatchObject({ type: 'late', exception: true });
  expect(late && meetingWarning('2020-07-01', late, permanent.ruleSet)).toContain('An exception can allow');
});
