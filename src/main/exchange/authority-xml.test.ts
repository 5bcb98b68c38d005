import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SAMPLE_RETURN } from '../../../tests/fixtures/files/sample-return.ts';
import { censusReturn, datesReturn, termlyReturn } from '#shared/domain/returns/periods.ts';
import { readAuthorityXml } from './authority-xml-read.ts';
import { writeAuthorityXml } from './authority-xml.ts';
import type { ReturnDocument } from './return-document.ts';
import { canonicalReturn } from './return-document.ts';
import { writeReturn } from './return-files.ts';

const FULL: ReturnDocument = canonicalReturn({
  ...SAMPLE_RETURN,
  period: datesReturn('2025-04-01', '2025-12-31'),
  pupils: SAMPLE_RETURN.pupils.map((pupil) => ({
    ...pupil,
    ethnicity: 'WBRI',
    fsm: true,
    exclusions: pupil.exclusions.map((one) => ({
      ...one,
      explanations: { X10: 'The governors met on 3 March.\nThey upheld it.' },
    })),
  })),
});

const textOf = (document: ReturnDocument): string => {
  const written = writeAuthorityXml(document);
  if (!written.ok) throw new Error(written.error.message);
  return written.value;
};
const TEXT = textOf(FULL);
const read = (text: string) => readAuthorityXml(Buffer.from(text));
const problemsOf = (text: string) => {
  const result = read(text);
  if (result.ok) throw new Error('was read, but should have been refused');
  return (result.error.problems ?? []).filter(({ severity }) => severity === 'error');
};
const exclusionsOf = (text: string) => {
  const result = read(text);
  return result.ok ? result.value.document.pupils.flatMap(({ exclusions }) => exclusions) : result;
};

describe('a return in the XML of authorities', () => {
  it('is exactly the bytes on record', () => {
    const fixture = new URL('../../../tests/fixtures/files/authority-2026.xml', import.meta.url);
    expect(textOf(SAMPLE_RETURN)).toBe(readFileSync(fixture, 'utf8'));
  });

  it('has the exclusion as their systems take it, with the length in school days to six places', () => {
    expect(TEXT.replaceAll(/\n\s*/g, '')).toContain(
      '<Exclusion><Category>SUSP</Category><Reasons><Reason>DB</Reason><Reason>VA</Reason></Reasons>' +
        '<StartDate>2025-11-10</StartDate><EndDate>2025-11-12</EndDate><SchoolDays>2.500000</SchoolDays>' +
        '<StartTime>PM</StartTime><Details>',
    );
  });

  it('says the period, the pupils and everything else, so that nothing is lost', () => {
    const result = read(TEXT);
    expect(result.ok && result.value.document).toEqual(FULL);
    expect(result.ok && result.value.lines[0]?.exclusions).toHaveLength(2);
  });

  it('takes the older single reason, words in place of codes, and parts left out', () => {
    const older = TEXT.replace(
      /<Reasons>\s*<Reason>PA<\/Reason>\s*<\/Reasons>/,
      '<Reason>Physical assault against an adult</Reason>',
    )
      .replace('<Category>PERM', '<Category>Permanent exclusion')
      .replaceAll(/<(EndDate|StartTime|Nil|OnRoll)>[^<]*<\/\1>\s*/g, '')
      .replaceAll(/<Details>[\s\S]*?<\/Details>\s*/g, '');
    expect(exclusionsOf(older)).toEqual([
      { category: 'SUSP', reasons: ['PP'], startDate: '2025-06-09', sessions: 2 },
      { category: 'SUSP', reasons: ['DB', 'VA'], startDate: '2025-11-10', sessions: 5 },
      { category: 'PERM', reasons: ['PA'], startDate: '2025-12-01' },
    ]);
  });

  it('takes a length written shorter, and leaves out that of a permanent exclusion with a warning', () => {
    expect(exclusionsOf(TEXT.replace('2.500000', '2.5'))).toEqual(exclusionsOf(TEXT));
    const result = read(
      TEXT.replace('<StartDate>2025-12-01</StartDate>', '$&<SchoolDays>1.500000</SchoolDays>'),
    );
    expect(result.ok && result.value.warnings).toMatchObject([
      {
        value: '1.500000',
        message: 'A permanent exclusion has no number of days; the one given was left out.',
      },
    ]);
  });

  it('says nil with no pupils, and refuses a file that says both or neither', () => {
    const nil = textOf({ ...FULL, pupils: [] });
    expect(nil).toContain('<Pupils/>');
    const result = read(nil);
    expect(result.ok && result.value.document.nil).toBe(true);
    expect(problemsOf(nil.replace('<Nil>true', '<Nil>false'))).toMatchObject([{ line: 24 }]);
    expect(problemsOf(TEXT.replace('<Nil>false', '<Nil>true'))).toMatchObject([
      { message: 'The file says that there is nothing to return and yet holds a pupil.' },
    ]);
  });

  it.each([
    [
      '<SchoolDays>2.500000',
      '<SchoolDays>2.250000',
      'Exclusion/SchoolDays',
      'The number of school days must be',
    ],
    [
      '<SchoolDays>2.500000</SchoolDays>',
      '',
      'Exclusion/SchoolDays',
      'The number of school days is missing.',
    ],
    ['<Reason>PA<', '<Reason>Being late<', 'Reasons/Reason', 'This is not a reason code.'],
    ['<Category>PERM', '<Category>Detention', 'Category', 'This is not a kind of exclusion.'],
    ['<StartTime>PM', '<StartTime>Noon', 'Exclusion/StartTime', 'This must be AM or PM.'],
    ['<Kind>dates', '<Kind>weekly', 'Period/Kind', 'This is not a kind of period.'],
    [
      '<To>2025-12-31',
      '<To>2024-12-31',
      'Period/From',
      'The last day of the period is before its first day.',
    ],
    [
      '<Layout>1',
      '<Layout>2',
      'Layout',
      'The file has a layout that this version of First Day does not know.',
    ],
    ['<Rule>X10', '<Rule>why', 'Explanation', 'An explanation must name a check'],
    ['<LEA>201', '<LEA>20', 'School/LEA', 'This is not a local authority number.'],
  ])('refuses %s made into %s', (from, to, element, message) => {
    const [first] = problemsOf(TEXT.replace(from, to));
    expect(first?.message).toContain(message);
    expect(first?.line).toBeGreaterThan(1);
    expect(first?.element).toContain(element);
  });

  it('refuses dates that are not those of the census it names', () => {
    const census = textOf({ ...FULL, period: censusReturn('SPR', 2026) });
    expect(problemsOf(census.replace('<From>2025-04-21', '<From>2025-04-22'))).toMatchObject([
      {
        element: 'ExclusionsReturn/Header/Period/From',
        message: expect.stringContaining('which are 2025-04-21 to 2025-12-31'),
      },
    ]);
  });

  it('fits its schema for any kind of period, also of the survey of 2004', async () => {
    for (const period of [termlyReturn('AUT', 2004), FULL.period]) {
      expect((await writeReturn({ ...FULL, period }, 'authority-xml')).ok).toBe(true);
    }
  });
});
