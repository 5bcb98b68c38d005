import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readRegisterCsv } from './register-csv-read.ts';
import { writeRegisterCsv } from './register-csv.ts';

const UPN = 'G201400114001';
const csv = (...lines: readonly string[]): Uint8Array => Buffer.from(lines.join('\r\n'));
const marksOf = (bytes: Uint8Array) => {
  const read = readRegisterCsv(bytes);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value.marks.map(({ upn, date, slot, code }) => `${upn} ${date} ${slot} ${code}`);
};
const problemsOf = (bytes: Uint8Array) => {
  const read = readRegisterCsv(bytes);
  return read.ok ? read.value.problems : (read.error.problems ?? []);
};

describe('reading a register from CSV', () => {
  it('finds its columns by heading, whatever their order and the system’s words', () => {
    const expected = [`${UPN} 2025-11-13 am E`];
    for (const [heading, row] of [
      ['UPN,Date,Session,Code', `${UPN},2025-11-13,AM,E`],
      ['Unique Pupil Number;Name;Mark;AM/PM;Date', `${UPN};"Okafor; Amara";e;am;13/11/2025`],
      ['Attendance Code\tSession\tAttendance Date\tPupil UPN', `E\tmorning\t13-Nov-2025\t g2014 00114001`],
    ] as const) {
      expect(marksOf(csv(heading, row))).toEqual(expected);
    }
  });

  it('takes a row a day with the marks of both sessions, and passes over sessions without one', () => {
    const bytes = csv('UPN,Date,AM,PM', `${UPN},13/11/2025,/,\\`, `${UPN},14/11/2025,E,-`);
    expect(marksOf(bytes)).toEqual([
      `${UPN} 2025-11-13 am /`,
      `${UPN} 2025-11-13 pm \\`,
      `${UPN} 2025-11-14 am E`,
    ]);
  });

  it('reads back what First Day writes, and guards what a spreadsheet would run', () => {
    const text = writeRegisterCsv([
      { upn: UPN, name: '=1+1', form: '9B', date: '2025-11-13', slot: 'pm', code: '\\', why: 'at A, "B"' },
    ]);
    expect(text).toBe(
      `\ufeffUPN,Pupil,Form,Date,Session,Code,Why\r\n${UPN},'=1+1,9B,2025-11-13,PM,\\,"at A, ""B"""\r\n`,
    );
    expect(marksOf(Buffer.from(text))).toEqual([`${UPN} 2025-11-13 pm \\`]);
  });

  it.each([
    ['X1,2025-11-13,AM,E', 'UPN', 'X1'],
    [`${UPN},31/11/2025,AM,E`, 'Date', '31/11/2025'],
    [`${UPN},13/11/25,AM,E`, 'Date', '13/11/25'],
    [`${UPN},2025-11-13,P3,E`, 'Session', 'P3'],
    [`${UPN},2025-11-13,AM,Excluded`, 'Code', 'Excluded'],
  ])('leaves out the row %s, says where and why, and reads the others', (row, element, value) => {
    const bytes = csv('UPN,Date,Session,Code', `${UPN},2025-11-12,AM,/`, row);
    expect(marksOf(bytes)).toHaveLength(1);
    expect(problemsOf(bytes)).toMatchObject([{ severity: 'error', line: 3, element, value }]);
    expect(problemsOf(bytes)[0]?.remedy).not.toBe('');
  });

  it('keeps the first of two marks for one session, and says so only when they differ', () => {
    const row = `${UPN},2025-11-13,AM`;
    const bytes = csv('UPN,Date,Session,Code', `${row},E`, `${row},E`, `${row},B`);
    expect(marksOf(bytes)).toEqual([`${UPN} 2025-11-13 am E`]);
    expect(problemsOf(bytes)).toMatchObject([{ line: 4, value: 'B' }]);
  });

  it.each([
    ['a column is missing', csv('UPN,Date,Mark', `${UPN},2025-11-13,E`), /no column with the session/],
    ['the headings are of something else', csv('Name,Form', 'Jo,9B'), /no column with the pupil’s UPN/],
    ['no mark is in it', csv('UPN,Date,Session,Code', `${UPN},2025-11-13,AM,`), /No mark could be read/],
    ['a row has too many cells', csv('UPN,Date,Session,Code', `${UPN},2025-11-13,AM,E,x`), /5 columns/],
    [
      'a quotation mark never closes',
      csv('UPN,Date,Session,Code', `"${UPN},2025-11-13,AM,E`),
      /never closed/,
    ],
    ['it is empty', csv(''), /empty/],
  ])('refuses the file when %s', (_, bytes, message) => {
    const read = readRegisterCsv(bytes);
    expect(read).toMatchObject({ ok: false, error: { code: 'unreadable-file' } });
    expect(read.ok ? '' : read.error.problems?.[0]?.message).toMatch(message);
  });

  it('refuses a file of which hardly anything can be read', () => {
    const rows = Array.from({ length: 150 }, () => 'X1,2025-11-13,AM,E');
    expect(readRegisterCsv(csv('UPN,Date,Session,Code', ...rows))).toMatchObject({ ok: false });
  });

  it('stops when it is told to', () => {
    const bytes = csv('UPN,Date,Session,Code', `${UPN},2025-11-13,AM,E`);
    expect(readRegisterCsv(bytes, { cancelled: () => true })).toMatchObject({ error: { code: 'cancelled' } });
  });
});

describe('a register file of another kind', () => {
  it('is refused with its own words', () => {
    const pupils = readFileSync(new URL('../../../tests/fixtures/files/pupils.csv', import.meta.url));
    expect(readRegisterCsv(pupils)).toMatchObject({ ok: false, error: { code: 'unreadable-file' } });
  });
});
