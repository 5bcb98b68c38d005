import { describe, expect, it } from 'vitest';
import { writeCalendarFile, type Deadline } from './calendar-file.ts';

const NOW = '2025-11-12T12:00:00.000Z';
const deadline = (more: Partial<Deadline> = {}): Deadline => ({
  uid: 'case-1.tell-parents-writing@first-day',
  on: '2025-11-13',
  summary: 'Tell the parents in writing: A. O., 9B',
  description: 'First line.\nSecond line.',
  ...more,
});
/** Lines with the folded ones joined. */
const linesOf = (text: string) => text.replaceAll('\r\n ', '').split('\r\n');

describe('the calendar file', () => {
  it('has a whole-day event that blocks no time, whatever the time zone of this PC', () => {
    expect(linesOf(writeCalendarFile([deadline()], NOW))).toEqual(
      expect.arrayContaining([
        'BEGIN:VCALENDAR',
        'METHOD:PUBLISH',
        'UID:case-1.tell-parents-writing@first-day',
        'DTSTAMP:20251112T120000Z',
        'DTSTART;VALUE=DATE:20251113',
        'DTEND;VALUE=DATE:20251114',
        'SUMMARY:Tell the parents in writing: A. O.\\, 9B',
        'DESCRIPTION:First line.\\nSecond line.',
        'TRANSP:TRANSPARENT',
        'END:VCALENDAR',
      ]),
    );
  });

  it('gives a later export of the same deadline a higher number, so that it replaces the earlier', () => {
    const sequenceOf = (text: string) =>
      Number(
        linesOf(text)
          .find((line) => line.startsWith('SEQUENCE:'))
          ?.slice(9),
      );
    const first = sequenceOf(writeCalendarFile([deadline()], NOW));
    const second = sequenceOf(
      writeCalendarFile([deadline({ on: '2025-11-14' })], '2025-11-12T12:00:01.000Z'),
    );
    expect(second).toBeGreaterThan(first);
  });

  it('ends every line with CR LF and folds long ones', () => {
    const text = writeCalendarFile([deadline({ description: 'word '.repeat(60) })], NOW);
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });

  it('is a calendar with nothing in it when there is no deadline', () => {
    expect(writeCalendarFile([], NOW)).not.toContain('BEGIN:VEVENT');
  });
});
