import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readCtf } from './ctf.ts';

const fixture = (name: string): Uint8Array =>
  readFileSync(new URL(`../../../tests/fixtures/files/${name}`, import.meta.url));

const pupil = (parts: { upn?: string; dob?: string; more?: string } = {}): string =>
  `<Pupil><UPN>${parts.upn ?? 'G201400114001'}</UPN><Surname>Example</Surname><Forename>Jo</Forename>` +
  `<DOB>${parts.dob ?? '2011-02-17'}</DOB><Sex>M</Sex>${parts.more ?? ''}</Pupil>`;

const ctf = (...pupils: readonly string[]): Uint8Array =>
  Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?>\n<CTfile><Header><CTFversion>25.0</CTFversion></Header>\n` +
      `<CTFpupilData>\n${pupils.join('\n')}\n</CTFpupilData></CTfile>`,
  );

const manyPupils = (count: number, more = ''): string[] =>
  Array.from({ length: count }, (_, index) =>
    pupil({ upn: `G2014001${String(index).padStart(5, '0')}`, more }),
  );

const problemsOf = (bytes: Uint8Array) => {
  const read = readCtf(bytes);
  if (read.ok) throw new Error('was read, but should have been refused');
  return read.error.problems ?? [];
};

describe('reading a CTF', () => {
  it('reads version 25.0 with its optional parts there or not', () => {
    const read = readCtf(fixture('ctf-25.xml'));
    expect(read).toMatchObject({
      ok: true,
      value: {
        header: { version: '25.0', source: { la: '201', estab: '4001', name: 'Example High School' } },
        warnings: [],
      },
    });
    expect(read.ok && read.value.pupils).toEqual([
      {
        line: 15,
        upn: 'G201400114001',
        surname: 'Example',
        forename: 'Jo',
        sex: 'M',
        dob: '2011-02-17',
        ncYear: '10',
        enrolStatus: 'C',
        inCare: false,
        entryDate: '2022-09-01',
        leavingDate: '2026-01-16',
      },
      {
        line: 34,
        upn: 'K201400113002',
        surname: 'O’Sample-Ñandú',
        forename: 'Zoë',
        sex: 'F',
        dob: '2010-06-03',
      },
    ]);
  });

  it('reads the older layout, with the latest SEN stage and the latest stay at the school', () => {
    const read = readCtf(fixture('ctf-12.xml'));
    expect(read.ok && read.value.pupils).toEqual([
      {
        line: 13,
        upn: 'N201400112003',
        formerUpn: 'K201400113002',
        surname: 'Exemple',
        forename: 'Renée',
        middleNames: 'Ann Marie',
        preferredSurname: 'Example',
        sex: 'F',
        dob: '1999-05-04',
        ncYear: '9',
        enrolStatus: 'M',
        entryDate: '2010-09-01',
        senProvision: 'P',
        inCare: true,
        careAuthority: '202',
        ethnicity: 'WBRI',
        fsm: true,
      },
    ]);
  });

  it('takes entry and leaving dates from the school asked for', () => {
    const read = readCtf(fixture('ctf-25.xml'), { school: { la: '201', estab: '2002' } });
    expect(read.ok && read.value.pupils[0]).toMatchObject({
      entryDate: '2015-09-02',
      leavingDate: '2022-07-20',
    });
  });

  it('ignores a default namespace and prefixes', () => {
    const text = Buffer.from(ctf(pupil())).toString().replace('<CTfile>', '<CTfile xmlns="urn:example">');
    expect(readCtf(Buffer.from(text)).ok).toBe(true);
  });

  it('refuses another kind of XML file by its outermost element', () => {
    expect(problemsOf(Buffer.from('<Message><Header/></Message>'))).toEqual([
      expect.objectContaining({
        line: 1,
        element: 'Message',
        message: 'This is not a Common Transfer File (CTF).',
      }),
    ]);
  });

  it.each([
    ['UPN', pupil({ upn: ' ' }), "The pupil's UPN is missing."],
    ['DOB', pupil({ dob: '' }), "The pupil's date of birth is missing."],
    ['DOB', pupil({ dob: '2011-02-30' }), 'This is not a day of the calendar.'],
    ['DOB', pupil({ dob: '17/02/2011' }), 'This is not a date in the form year-month-day.'],
    [
      'UPN',
      pupil({ upn: 'I201400114001' }),
      'This is not a UPN: it must be a letter, eleven figures and a last figure or letter, without I, O or S.',
    ],
    [
      'Surname',
      pupil().replace('Example', 'x'.repeat(101)),
      'This is 101 characters long; the longest that can be kept is 100.',
    ],
    ['Sex', pupil().replace('<Sex>M', '<Sex>Q'), 'This is not a code for sex that can be read.'],
    [
      'NCyearActual',
      pupil({ more: '<BasicDetails><NCyearActual>15</NCyearActual></BasicDetails>' }),
      'This is not a code that can be read here.',
    ],
  ])('refuses the file when %s is wrong, and says where and what', (element, record, message) => {
    const problems = problemsOf(ctf(record));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ severity: 'error', line: 4, message });
    expect(problems[0]?.element).toMatch(new RegExp(`^CTfile/CTFpupilData/Pupil/(.*/)?${element}$`));
    expect(problems[0]?.remedy).not.toBe('');
  });

  it('names both lines of a UPN that two pupils share', () => {
    expect(problemsOf(ctf(pupil(), pupil()))).toEqual([
      expect.objectContaining({
        line: 5,
        value: 'G201400114001',
        message: 'This UPN is in the file twice: on line 4 and on line 5.',
      }),
    ]);
  });

  it('does not choose between two surnames of one pupil', () => {
    expect(problemsOf(ctf(pupil({ more: '<Surname>Other</Surname>' })))).toMatchObject([
      { element: 'CTfile/CTFpupilData/Pupil/Surname', value: 'Other' },
    ]);
  });

  it('stops at a hundred problems', () => {
    const bad = Array.from({ length: 300 }, () => pupil({ dob: 'x' }));
    expect(problemsOf(ctf(...bad))).toHaveLength(100);
  });

  it('refuses a file without pupils', () => {
    expect(problemsOf(ctf())).toMatchObject([{ message: 'The file holds no pupils.' }]);
  });

  it('reports progress to the end and can be stopped', () => {
    const bytes = ctf(...manyPupils(2000));
    const seen: number[] = [];
    expect(
      readCtf(bytes, { progress: (done) => seen.push(done), cancelled: () => seen.length >= 2 }),
    ).toMatchObject({
      error: { code: 'cancelled' },
    });
    expect(seen).toHaveLength(2);
    seen.length = 0;
    readCtf(ctf(pupil()), { progress: (done, total) => seen.push(done / total) });
    expect(seen.at(-1)).toBe(1);
  });

  it('reads 2,000 pupils with ten results each', () => {
    const many = manyPupils(
      2000,
      '<BasicDetails><NCyearActual>10</NCyearActual></BasicDetails>' +
        `<StageAssessments>${'<StageAssessment><Subject>MAT</Subject><Result>5</Result></StageAssessment>'.repeat(10)}</StageAssessments>`,
    );
    const read = readCtf(ctf(...many));
    expect(read.ok && read.value.pupils).toHaveLength(2000);
  });
});
