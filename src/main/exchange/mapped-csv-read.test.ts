import { describe, expect, it } from 'vitest';
import { annualReturn, censusReturn, datesReturn, termlyReturn } from '#shared/domain/returns/periods.ts';
import { RETURN_COLUMNS } from './return-csv-columns.ts';
import { MAPPABLE_COLUMNS, suggestReturnMapping, type ColumnMapping } from './column-mapping.ts';
import { csvHeadings } from './csv-headings.ts';
import { readReturn } from './return-files.ts';
import { RETURN_TITLES } from './return-titles.ts';
import { sniffFile } from './sniff.ts';

const HEADINGS = 'DfE No,UPN,Pupil Name,DOB,Type,Reason,Start Date,End Date,Start,Days,NC Year,SEN,LAC';
const ROWS = [
  '201/4001,G201400114001,"Example, Jo",17/02/2011,Suspension,Persistent or general disruptive behaviour,10/11/2025,12/11/2025,Afternoon,2.5,Year 10,K,No',
  '201/4001,G201400114001,"Example, Jo",17/02/2011,Fixed Term,PP,03/09/2025,03/09/2025,am,1 day,Year 10,K,No',
  '201/4001,K201400113002,"Sample, Sam",03/06/2010,Permanent Exclusion,Physical assault against an adult; VA,01/12/2025,,AM,,11,N,Yes',
];
const MAPPING: ColumnMapping = {
  laestab: 'DfE No',
  upn: 'UPN',
  name: 'Pupil Name',
  dob: 'DOB',
  category: 'Type',
  reason_1: 'Reason',
  start_date: 'Start Date',
  end_date: 'End Date',
  start_session: 'Start',
  days: 'Days',
  nc_year_actual: 'NC Year',
  sen_provision: 'SEN',
  in_care: 'LAC',
  sex: '=U',
};
const file = (...rows: readonly string[]): Uint8Array => Buffer.from([HEADINGS, ...rows].join('\r\n'));
const read = (bytes: Uint8Array, mapping: ColumnMapping = MAPPING) =>
  readReturn('other.csv', bytes, { mapping });
const documentOf = async (bytes: Uint8Array, mapping: ColumnMapping = MAPPING) => {
  const result = await read(bytes, mapping);
  return result.ok ? result.value.document : result;
};
const problemsOf = async (bytes: Uint8Array, mapping: ColumnMapping = MAPPING) => {
  const result = await read(bytes, mapping);
  return result.ok ? [] : (result.error.problems ?? []).filter(({ severity }) => severity === 'error');
};

describe('a list of another system, read by a mapping of its columns', () => {
  it('gives the return: days as sessions, words as codes, dates of the usual order, two parts of a name', async () => {
    expect(await documentOf(file(...ROWS))).toEqual({
      school: { la: '201', estab: '4001' },
      period: termlyReturn('AUT', 2025),
      referenceDate: '2025-12-31',
      nil: false,
      pupils: [
        {
          upn: 'G201400114001',
          surname: 'Example',
          forename: 'Jo',
          sex: 'U',
          dob: '2011-02-17',
          ncYear: '10',
          onRoll: true,
          exclusions: [
            {
              category: 'SUSP',
              reasons: ['DB'],
              startDate: '2025-11-10',
              sessions: 5,
              inCare: false,
              senProvision: 'K',
              extra: { startSession: 'PM', endDate: '2025-11-12' },
            },
            {
              category: 'FIXD',
              reasons: ['PP'],
              startDate: '2025-09-03',
              sessions: 2,
              inCare: false,
              senProvision: 'K',
              extra: { startSession: 'AM', endDate: '2025-09-03' },
            },
          ],
        },
        {
          upn: 'K201400113002',
          surname: 'Sample',
          forename: 'Sam',
          sex: 'U',
          dob: '2010-06-03',
          ncYear: '11',
          onRoll: true,
          exclusions: [
            {
              category: 'PERM',
              reasons: ['PA', 'VA'],
              startDate: '2025-12-01',
              inCare: true,
              senProvision: 'N',
              extra: { startSession: 'AM' },
            },
          ],
        },
      ],
    });
  });

  it('is of the school year where its dates are of more than one term', async () => {
    const more = ROWS[0]?.replaceAll('/11/2025', '/03/2026') ?? '';
    expect(await documentOf(file(...ROWS, more))).toMatchObject({ period: annualReturn(2027) });
  });

  it('is refused where its dates are of two school years, saying which lines and what to do', async () => {
    const older = ROWS[0]?.replaceAll('/11/2025', '/11/2023') ?? '';
    expect(await problemsOf(file(...ROWS, older))).toMatchObject([
      {
        line: 4,
        element: 'Start Date',
        value: '01/12/2025',
        message:
          'The exclusions start from Fri 10 November 2023 (line 5) to Mon 1 December 2025: more than one school year.',
        remedy: expect.stringContaining('Say for which period'),
      },
    ]);
  });

  it('says for which period it was taken where it does not say so itself: another list would replace it', async () => {
    const warnings = async (mapping: ColumnMapping) => {
      const result = await read(file(...ROWS), mapping);
      return result.ok ? result.value.warnings.map(({ message }) => message) : [];
    };
    expect(await warnings(MAPPING)).toContainEqual(expect.stringContaining('Autumn term 2025/26'));
    const said = { ...MAPPING, census_term: '=SPR', census_year: '=2026' };
    expect(await warnings(said)).not.toContainEqual(expect.stringContaining('does not say for which period'));
  });

  it('is of the period that the mapping says: a census by its name, or any dates', async () => {
    const census = {
      ...MAPPING,
      period_kind: '=census',
      census_term: '=SPR',
      census_year: '=2026',
      reference_date: '=15/01/2026',
    };
    expect(await documentOf(file(...ROWS), census)).toMatchObject({
      period: censusReturn('SPR', 2026),
      referenceDate: '2026-01-15',
    });
    const dates = {
      ...MAPPING,
      period_kind: '=dates',
      period_from: '=01/09/2025',
      period_to: '=2025-12-31',
      reference_date: '=2025-12-31',
    };
    expect(await documentOf(file(...ROWS), dates)).toMatchObject({
      period: datesReturn('2025-09-01', '2025-12-31'),
    });
  });

  it('needs no reference date with a period, for that follows from it', async () => {
    const census = { ...MAPPING, census_term: '=SPR', census_year: '=2026' };
    expect(await documentOf(file(...ROWS), census)).toMatchObject({ referenceDate: '2026-01-15' });
  });

  it('takes the school from two columns, or from one value for all rows', async () => {
    const { laestab: _, ...rest } = MAPPING;
    expect(await documentOf(file(...ROWS), { ...rest, la: '=201', estab: '=4001' })).toMatchObject({
      school: { la: '201', estab: '4001' },
    });
    expect(await documentOf(file(...ROWS), { ...rest, laestab: '=2014001' })).toMatchObject({
      school: { la: '201', estab: '4001' },
    });
  });

  it.each([
    ['Suspension', 'Detention', 'Type', 'This is not a kind of exclusion.'],
    ['Persistent or general disruptive behaviour', 'Chewing gum', 'Reason', 'This is not a reason code.'],
    ['10/11/2025', '11/13/2025', 'Start Date', 'This date has its month before its day.'],
    ['12/11/2025', 'Wednesday', 'End Date', 'This must be a date such as 2025-11-10.'],
    [',2.5,', ',2.25,', 'Days', 'The number of school days must be a whole or half number from 0.5 to 45.'],
    ['201/4001', '4001', 'DfE No', 'This is not a school number.'],
  ])('refuses %s made into %s under its own heading', async (from, to, element, message) => {
    const [first] = await problemsOf(file(ROWS[0]?.replace(from, to) ?? ''));
    expect(first).toMatchObject({ line: 2, element, message });
  });

  it('refuses a mapping that does not fit, naming what is missing', async () => {
    const { upn: _, days: __, ...rest } = MAPPING;
    const problems = await problemsOf(file(...ROWS), { ...rest, dob: 'Birthday', colour: 'UPN' });
    expect(problems.map(({ message }) => message)).toEqual([
      'The file has no column with this heading.',
      'Returns have no such column.',
      'No column is matched to the UPN.',
      'No column is matched to the date of birth.',
      'No column is matched to the length.',
    ]);
  });

  it('without a mapping is told apart and refused with what to do', async () => {
    expect(sniffFile('x', file(...ROWS))).toEqual({ kind: 'other-csv' });
    const result = await readReturn('other.csv', file(...ROWS));
    expect(result).toMatchObject({
      ok: false,
      error: { problems: [{ element: 'other.csv', remedy: expect.stringContaining('Match its columns') }] },
    });
  });
});

describe('a mapping proposed from headings', () => {
  it('is the one above, but for what no heading says', () => {
    const { sex: _, ...found } = MAPPING;
    expect(suggestReturnMapping(HEADINGS.split(','))).toEqual({ ...found, start_session: undefined });
  });

  it('matches our own columns and titles with themselves', () => {
    const worked: ReadonlySet<string> = new Set(['term_code', 'school_year']);
    const columns = RETURN_COLUMNS.filter((column) => !worked.has(column));
    expect(suggestReturnMapping(RETURN_COLUMNS)).toEqual(
      Object.fromEntries(columns.map((one) => [one, one])),
    );
    expect(MAPPABLE_COLUMNS.map(({ column }) => column)).toEqual([...columns, 'days', 'la', 'estab', 'name']);
    expect(new Set(Object.values(RETURN_TITLES).map(([title]) => title)).size).toBe(RETURN_COLUMNS.length);
  });

  it('shows each heading with some of its values', () => {
    const found = csvHeadings(file(...ROWS));
    expect(found.ok && found.value.slice(2, 5)).toEqual([
      { heading: 'Pupil Name', samples: ['Example, Jo', 'Sample, Sam'] },
      { heading: 'DOB', samples: ['17/02/2011', '03/06/2010'] },
      { heading: 'Type', samples: ['Suspension', 'Fixed Term', 'Permanent Exclusion'] },
    ]);
    expect(csvHeadings(Buffer.from('')).ok).toBe(false);
  });
});
