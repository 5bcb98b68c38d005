import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { PupilCsvMapping } from './pupil-csv-columns.ts';
import { inspectCsv, readPupilCsv } from './pupil-csv.ts';

const fixture = readFileSync(new URL('../../../tests/fixtures/files/pupils.csv', import.meta.url));

const HEADING = 'UPN,Surname,Forename,DOB';
const MAPPING: PupilCsvMapping = { upn: 'UPN', surname: 'Surname', forename: 'Forename', dob: 'DOB' };
const csv = (...lines: readonly string[]): Uint8Array => Buffer.from([HEADING, ...lines].join('\r\n'));

const problemsOf = (bytes: Uint8Array, mapping = MAPPING) => {
  const read = readPupilCsv(bytes, mapping);
  if (read.ok) throw new Error('was read, but should have been refused');
  return (read.error.problems ?? []).filter((one) => one.severity === 'error');
};

const dobOf = (text: string) => {
  const read = readPupilCsv(csv(`G201400114001,Example,Jo,${text}`), MAPPING);
  return read.ok
    ? read.value.pupils[0]?.dob
    : read.error.problems?.find((one) => one.severity === 'error')?.message;
};

describe('looking at a CSV before it is read', () => {
  it('finds the separator, the headings and which column is what', () => {
    const seen = inspectCsv(fixture);
    expect(seen.ok && seen.value).toMatchObject({
      delimiter: ',',
      encoding: 'utf-8',
      missing: [],
      mapping: {
        upn: 'UPN',
        surname: 'Legal surname',
        forename: 'Forename',
        middleNames: 'Middle name(s)',
        sex: 'Gender',
        dob: 'Date of birth',
        ncYear: 'Year group',
        form: 'Reg group',
        senProvision: 'SEN status',
        inCare: 'In LA care',
        entryDate: 'Date of admission',
      },
    });
    expect(seen.ok && seen.value.rows).toHaveLength(3);
  });

  it.each([[';'], ['\t']])('reads files separated by %j', (delimiter) => {
    const bytes = Buffer.from(
      `Last name${delimiter}First name${delimiter}"D.O.B, day first"\nExample${delimiter}Jo${delimiter}x`,
    );
    const seen = inspectCsv(bytes);
    expect(seen.ok && seen.value).toMatchObject({
      delimiter,
      columns: ['Last name', 'First name', 'D.O.B, day first'],
      missing: ['upn', 'dob'],
    });
  });

  it('prefers the legal surname and names blank headings by their place', () => {
    const seen = inspectCsv(Buffer.from('Surname,Legal Surname,,Tutor Group\na,b,c,d'));
    expect(seen.ok && seen.value).toMatchObject({
      columns: ['Surname', 'Legal Surname', 'Column 3', 'Tutor Group'],
      mapping: { surname: 'Legal Surname', form: 'Tutor Group' },
    });
  });

  it('refuses a file of one column', () => {
    expect(inspectCsv(Buffer.from('Just some text\nand more')).ok).toBe(false);
  });
});

describe('reading pupils from a CSV', () => {
  it('reads every form of date, year group, sex and yes or no, with true line numbers', () => {
    const seen = inspectCsv(fixture);
    const read = readPupilCsv(fixture, seen.ok ? seen.value.mapping : {});
    expect(read.ok && read.value).toEqual({
      warnings: [],
      pupils: [
        {
          line: 2,
          upn: 'G201400114001',
          surname: 'Example',
          forename: 'Jo',
          sex: 'M',
          dob: '2011-02-17',
          ncYear: '10',
          form: '10B',
          senProvision: 'K',
          inCare: false,
          entryDate: '2022-09-01',
        },
        {
          line: 3,
          upn: 'K201400113002',
          surname: "O'Sample, the younger",
          forename: 'Sam',
          middleNames: 'Lee\nAnn',
          sex: 'F',
          dob: '2010-06-03',
          ncYear: '11',
          form: '11C',
          senProvision: 'N',
          inCare: true,
          entryDate: '2021-09-01',
        },
        {
          line: 5,
          upn: 'N201400112003',
          surname: 'Muñoz',
          forename: 'Zoë',
          sex: 'F',
          dob: '2010-01-31',
          ncYear: '11',
          form: '11C',
          senProvision: 'E',
          inCare: false,
          entryDate: '2021-09-01',
        },
      ],
    });
  });

  it.each([
    ['17/02/2011', '2011-02-17'],
    ['7/2/2011', '2011-02-07'],
    ['17.02.2011', '2011-02-17'],
    ['2011-02-17', '2011-02-17'],
    ['2011-02-17 00:00:00', '2011-02-17'],
    ['17/02/2011 00:00', '2011-02-17'],
    ['17-Feb-2011', '2011-02-17'],
    ['17 February 2011', '2011-02-17'],
    ['1 Sept 2011', '2011-09-01'],
    ['17/02/11', 'The year has only two figures, so the date could be read in more than one way.'],
    ['17-Feb-11', 'The year has only two figures, so the date could be read in more than one way.'],
    ['02/17/2011', 'This date has its month before its day.'],
    ['40591', 'This is a number, not a date: the spreadsheet saved the date as its day count.'],
    ['30/02/2011', 'This is not a day of the calendar.'],
    ['17 Febtober 2011', 'This is not a day of the calendar.'],
    ['last Tuesday', 'This is not a date that can be read.'],
  ])('takes the date of birth %s as %s', (text, expected) => {
    expect(dobOf(text)).toBe(expected);
  });

  it('counts lines as a text editor does, whatever line ends stand inside cells', () => {
    const bytes = csv('G201400114001,"Ex\r\nam\nple",Jo,17/02/2011', '', '', 'bad,Sample,Sam,17/02/2011');
    expect(problemsOf(bytes)).toMatchObject([{ line: 7, element: 'UPN', value: 'bad' }]);
  });

  it('refuses rows with too few or too many columns, naming the line', () => {
    expect(
      problemsOf(csv('G201400114001,Example,Jo,17/02/2011', 'K201400113002,Sample', 'a,b,c,d,e')),
    ).toMatchObject([
      { line: 3, message: 'This row has 2 columns; the first row has 4.' },
      { line: 4, message: 'This row has 5 columns; the first row has 4.' },
    ]);
  });

  it('names the row in which a quotation mark goes wrong', () => {
    expect(
      problemsOf(csv('G201400114001,Example,Jo,17/02/2011', 'K201400113002,"Sample,Sam,x', 'more')),
    ).toMatchObject([
      { line: 3, message: 'A quotation mark is opened in the row that begins here and never closed.' },
    ]);
    expect(problemsOf(csv('G201400114001,Exam"ple,Jo,17/02/2011'))).toMatchObject([
      { line: 2, message: 'There is a quotation mark inside a value in the row that begins here.' },
    ]);
  });

  it('reads Windows-1252 with a warning that says so', () => {
    const bytes = Buffer.concat([
      csv(),
      Buffer.from('\r\nG201400114001,Mu\xf1oz \x96 O\x92Neil,Jo,17/02/2011', 'latin1'),
    ]);
    const read = readPupilCsv(bytes, MAPPING);
    expect(read.ok && read.value.pupils[0]?.surname).toBe('Muñoz – O’Neil');
    expect(read.ok && read.value.warnings).toContainEqual(
      expect.objectContaining({ code: 'encoding', line: 2 }),
    );
  });

  it('refuses a duplicate UPN and names both lines', () => {
    expect(problemsOf(csv(...Array<string>(2).fill('G201400114001,Example,Jo,17/02/2011')))).toMatchObject([
      { line: 3, message: 'This UPN is in the file twice: on line 2 and on line 3.' },
    ]);
  });

  it('refuses a mapping that lacks a column, names one that is not there, or one that is there twice', () => {
    const bytes = csv('G201400114001,Example,Jo,17/02/2011');
    expect(problemsOf(bytes, { upn: 'UPN', surname: 'Surname', forename: 'Forename' })).toMatchObject([
      { message: "No column was chosen for the pupil's date of birth." },
    ]);
    expect(problemsOf(bytes, { ...MAPPING, form: 'Tutor' })).toMatchObject([{ element: 'Tutor' }]);
    expect(problemsOf(Buffer.from('UPN,UPN,Surname,Forename,DOB\na,b,c,d,e'), MAPPING)).toMatchObject([
      { message: 'The file has two columns with this heading.' },
    ]);
  });

  it('refuses headings without pupils', () => {
    expect(problemsOf(csv())).toMatchObject([{ message: 'The file has headings but no pupils below them.' }]);
  });

  it('reads 2,000 rows', () => {
    const bytes = csv(
      ...Array.from(
        { length: 2000 },
        (_, index) => `G2014001${String(index).padStart(5, '0')},Example,Jo,17/02/2011`,
      ),
    );
    const read = readPupilCsv(bytes, MAPPING);
    expect(read.ok && read.value.pupils).toHaveLength(2000);
  });
});
