import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAttendanceCsv } from './attendance-csv.ts';

const UPN = 'A000000000001';
const read = (text: string, on?: string) => readAttendanceCsv(Buffer.from(text), on);
const percentOf = (cell: string) => {
  const file = read(`UPN,Attendance,Last day\n${UPN},${cell},2025-11-07\n`);
  return file.ok ? file.value.figures[0]?.percent : undefined;
};

describe('a CSV of attendance', () => {
  it.each([
    'UPN,Attendance,Last day',
    'upn;% attendance;week ending',
    'Unique Pupil Number\tPercentage\tDate',
    'Student UPN,Present %,To',
  ])('finds its columns under the headings %s', (heading) => {
    const [mark] = /[;\t]/.exec(heading) ?? [','];
    const named = heading.replace('Present %', 'Percentage present');
    expect(read(`${named}\r\n${[UPN, '74.3', '07/11/2025'].join(mark)}\r\n`)).toMatchObject({
      value: { figures: [{ line: 2, upn: UPN, percent: 74.3, on: '2025-11-07' }] },
    });
  });

  it.each([
    ['74', 74],
    ['74.3%', 74.3],
    ['74.96', 74.9],
    ['100', 100],
    ['100.00', 100],
    ['0', 0],
    ['100.01', undefined],
    ['101', undefined],
    ['-1', undefined],
    ['74.3.1', undefined],
    ['1e2', undefined],
  ])('reads %j as %j', (cell, percent) => {
    expect(percentOf(cell)).toBe(percent);
  });

  it('keeps on which side of a limit of whole percents a figure is', () => {
    const figure = fc.integer({ min: 0, max: 10_000 });
    fc.assert(
      fc.property(figure, fc.integer({ min: 1, max: 100 }), (hundredths, limit) => {
        const cut = percentOf((hundredths / 100).toFixed(2)) ?? -1;
        expect(cut < limit).toBe(hundredths < limit * 100);
      }),
    );
  });

  it.each(['', 'UPN,Attendance,Last day', 'Attendance,Last day\n74,2025-11-07', '\u0000', '"', 'a,b\n1'])(
    'that is none is refused with what to do: %j',
    (text) => {
      const file = read(text);
      expect(file.ok).toBe(false);
      if (!file.ok) expect(file.error.problems?.[0]?.remedy).toBeTruthy();
    },
  );
});
