import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SAMPLE_RETURN } from '../../../tests/fixtures/files/sample-return.ts';
import { readCensusXml } from './census-xml-read.ts';

const fixture = (name: string): string =>
  readFileSync(new URL(`../../../tests/fixtures/files/${name}`, import.meta.url), 'utf8');
const NEW = fixture('census-2026.xml');
const OLD = fixture('census-2013.xml');

const problemsOf = (text: string) => {
  const read = readCensusXml(Buffer.from(text));
  if (read.ok) throw new Error('was read, but should have been refused');
  return read.error.problems ?? [];
};
const warningsOf = (text: string) => {
  const read = readCensusXml(Buffer.from(text));
  return read.ok ? read.value.warnings : read;
};

describe('reading a school census', () => {
  it('reads the layout of 2020 on, with the line of each record', () => {
    const read = readCensusXml(Buffer.from(NEW));
    expect(read.ok && read.value.document).toMatchObject({
      school: { la: '201', estab: '4001', name: "King & Queen's School", phase: 'SS' },
      period: SAMPLE_RETURN.period,
      serialNo: '001',
      nil: false,
      pupils: [
        { surname: '<Example> & "Co"', onRoll: true },
        { surname: 'أحمد', onRoll: false },
      ],
    });
    expect(read.ok && read.value.lines).toEqual([
      { pupil: 35, exclusions: [53, 63] },
      { pupil: 78, exclusions: [92] },
    ]);
    expect(read.ok && read.value.warnings).toEqual([]);
  });

  it('reads the layout of 2012 to 2019 and passes over pupils without exclusions', () => {
    const read = readCensusXml(Buffer.from(OLD));
    expect(read.ok && read.value.document).toEqual({
      school: { la: '201', estab: '4001', name: 'Example High School', phase: 'SS' },
      referenceDate: '2013-01-17',
      period: { kind: 'census', term: 'SPR', year: 2013, from: '2012-04-09', to: '2012-08-31' },
      serialNo: '001',
      createdAt: '2013-01-18T09:30:00',
      software: 'ExampleMIS',
      release: '1.0',
      nil: false,
      pupils: [
        {
          upn: 'N201400112003',
          surname: 'Example',
          forename: 'Alex',
          sex: 'M',
          dob: '1999-05-04',
          onRoll: true,
          enrolStatus: 'C',
          entryDate: '2010-09-01',
          ncYear: '9',
          senProvision: 'A',
          exclusions: [
            {
              category: 'FIXD',
              reasons: ['DB'],
              startDate: '2012-05-14',
              sessions: 4,
              inCare: false,
              senProvision: 'A',
            },
          ],
        },
        {
          upn: 'K201400113002',
          surname: 'Sample',
          forename: 'Sam',
          sex: 'F',
          dob: '1998-11-20',
          onRoll: false,
          entryDate: '2010-09-01',
          leavingDate: '2012-07-10',
          exclusions: [
            { category: 'PERM', reasons: ['PA'], startDate: '2012-06-11', inCare: false, senProvision: 'N' },
          ],
        },
      ],
    });
  });

  it('reads the yearly exclusions of the former PRU census', () => {
    const text = OLD.replaceAll('TermlyExclusion', 'AnnualExclusion').replace('<Term>SPR', '<Term>PRU');
    const read = readCensusXml(Buffer.from(text));
    expect(read.ok && read.value.document).toMatchObject({
      period: { kind: 'annual', year: 2013, from: '2011-09-01', to: '2012-08-31' },
    });
  });

  it('reads a census without exclusions as a nil return', () => {
    const read = readCensusXml(Buffer.from(NEW.replace(/<Pupils>[\s\S]*<\/Pupils>/, '<Pupils/>')));
    expect(read.ok && read.value.document).toMatchObject({ nil: true, pupils: [] });
  });

  it('keeps what is not said as not known, and warns', () => {
    const text = NEW.replaceAll(/<InCare>.*<\/InCare>/g, '').replace('<Sex>M</Sex>', '');
    const read = readCensusXml(Buffer.from(text));
    const pupil = read.ok ? read.value.document.pupils[0] : undefined;
    expect(pupil?.sex).toBe('U');
    expect(pupil?.exclusions[0]).not.toHaveProperty('inCare');
    expect(read.ok && read.value.warnings).toHaveLength(4);
  });

  it('warns about a permanent exclusion with sessions and leaves them out', () => {
    const text = NEW.replace('<StartDate>2025-12-01</StartDate>', '$&<Sessions>4</Sessions>');
    expect(warningsOf(text)).toMatchObject([
      { value: '4', message: 'A permanent exclusion has no number of sessions; the one given was left out.' },
    ]);
  });

  it('warns about a wrong check letter, with a code for it', () => {
    expect(warningsOf(NEW.replace('<UPN>G201400114001', '<UPN>H201400114001'))).toMatchObject([
      { code: 'upn-check-letter', line: 37, value: 'H201400114001' },
    ]);
  });

  it.each([
    ['<LEA>201', '<LEA>20', 'LEA', 'This is not a local authority number.'],
    ['<Estab>4001</Estab>', '', 'Estab', 'The school number is missing.'],
    ['<Term>SPR', '<Term>LNT', 'Term', 'This is not a census term.'],
    ['<Year>2026', '<Year>26', 'Year', 'This is not a census year.'],
    [
      '<Collection>SC',
      '<Collection>CIN',
      'Collection',
      'This is a file of another collection, not a school census.',
    ],
    [
      '<UPN>G201400114001',
      '<UPN>G20140011400',
      'UPN',
      'This is not a UPN: it has 12 characters, a UPN has 13.',
    ],
    ['<Category>PERM', '<Category>EXCL', 'Category', 'This is not a kind of exclusion.'],
    ['<Reason>PA', '<Reason>pa', 'Reason', 'This is not a reason code.'],
    ['<Reason>VA', '<Reason>DB', 'Reason', 'The same reason is given twice.'],
    ['<Reason>PA</Reason>', '', 'Category', 'The reason is missing.'],
    ['<StartDate>2025-12-01', '<StartDate>2025-12-32', 'StartDate', 'This is not a day of the calendar.'],
    [
      '<Sessions>5',
      '<Sessions>2.5',
      'Sessions',
      'The number of sessions must be a whole number from 1 to 90.',
    ],
    ['<Sessions>5', '<Sessions>0', 'Sessions', 'The number of sessions must be a whole number from 1 to 90.'],
    ['<Sessions>5</Sessions>', '', 'Sessions', 'The number of sessions is missing.'],
    [
      '<DOB>2011-02-17',
      '<DOB>2011-02-17</DOB><DOB>2011-02-18',
      'DOB',
      'DOB is given twice for the same record, first on line 42.',
    ],
  ])('refuses %s made into %s', (from, to, element, message) => {
    const problems = problemsOf(NEW.replace(from, to));
    expect(problems[0]).toMatchObject({ severity: 'error', message });
    expect(problems[0]?.line).toBeGreaterThan(1);
    expect(problems[0]?.element).toMatch(new RegExp(`/${element}$`));
    expect(problems.filter((one) => one.severity === 'error')).toHaveLength(1);
  });

  it('refuses the same exclusion twice, naming both lines', () => {
    const [one = ''] = /<TermlyExclusion>\s*<Category>SUSP[\s\S]*?<\/TermlyExclusion>/.exec(NEW) ?? [];
    expect(problemsOf(NEW.replace(one, one + one))).toMatchObject([
      {
        severity: 'error',
        message: "This pupil's exclusion is in the file twice: on line 53 and on line 62.",
      },
    ]);
  });

  it('takes two of a kind from one day that differ, one for each half of it, with a warning', () => {
    expect(warningsOf(NEW.replace('2025-06-09', '2025-11-10'))).toMatchObject([
      { severity: 'warning', line: 63, message: expect.stringContaining('on line 53 and on line 63') },
    ]);
  });

  it('refuses two permanent exclusions from one day, whatever else they say', () => {
    const [one = ''] = /<TermlyExclusion>\s*<Category>PERM[\s\S]*?<\/TermlyExclusion>/.exec(NEW) ?? [];
    expect(problemsOf(NEW.replace(one, one + one.replace('PA', 'DB')))).toMatchObject([
      { severity: 'error', value: 'K201400113002 PERM 2025-12-01' },
    ]);
  });

  it('refuses a UPN twice among those on roll, but only warns when one of the two has left', () => {
    const start = NEW.indexOf('      <PupilOnRoll>');
    const one = NEW.slice(start, NEW.indexOf('    </PupilsOnRoll>'));
    const twice = NEW.slice(0, start) + one.replaceAll('2025', '2024') + NEW.slice(start);
    expect(problemsOf(twice)).toMatchObject([{ value: 'G201400114001', line: 76 }]);
    expect(warningsOf(NEW.replace('K201400113002', 'G201400114001'))).toMatchObject([
      { severity: 'warning', line: 78 },
    ]);
  });

  it('refuses a file without a header or of another kind', () => {
    expect(problemsOf(NEW.replace(/<Header>[\s\S]*<\/Header>/, ''))).toMatchObject([
      { element: 'Message/Header' },
    ]);
    expect(problemsOf('<CTfile/>')).toMatchObject([{ element: 'CTfile', line: 1 }]);
  });
});
