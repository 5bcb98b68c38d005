import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { processorTime } from '../../../tests/builders/processor-time.ts';
import { SAMPLE_RETURN } from '../../../tests/fixtures/files/sample-return.ts';
import { datesReturn } from '#shared/domain/returns/periods.ts';
import { readReturnCsv } from './return-csv-read.ts';
import { writeReturnCsv } from './return-csv.ts';
import { canonicalReturn } from './return-document.ts';

const TEXT = readFileSync(new URL('../../../tests/fixtures/files/return-2026.csv', import.meta.url), 'utf8');
const [HEADING = '', FIRST = '', SECOND = '', THIRD = ''] = TEXT.split('\r\n');
const file = (...lines: readonly string[]): Uint8Array => Buffer.from(lines.join('\r\n'));

const problemsOf = (bytes: Uint8Array) => {
  const read = readReturnCsv(bytes);
  if (read.ok) throw new Error('was read, but should have been refused');
  return (read.error.problems ?? []).filter((one) => one.severity === 'error');
};

describe('a return as CSV', () => {
  it('opens in Excel as it should: byte order mark, CR LF, the 35 columns of the authority first', () => {
    expect(TEXT.startsWith('\ufefflaestab,urn,upn,')).toBe(true);
    expect(TEXT.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(HEADING.split(',')[34]).toBe('cancel_reason');
  });

  it('is read with the line of each row, rows of a pupil brought together', () => {
    const read = readReturnCsv(file(HEADING, FIRST, THIRD, SECOND));
    expect(read.ok && read.value.document).toEqual(canonicalReturn(SAMPLE_RETURN));
    expect(read.ok && read.value.lines).toEqual([
      { pupil: 2, exclusions: [2, 4] },
      { pupil: 3, exclusions: [3] },
    ]);
  });

  it('is read without the columns that came with returns of any period, as older files are', () => {
    const older = [HEADING, FIRST, SECOND, THIRD].map((line) => line.split(',').slice(0, -6).join(','));
    expect(HEADING.endsWith(',period_kind,period_from,period_to,ethnicity,fsm_eligible,explanations')).toBe(
      true,
    );
    const read = readReturnCsv(file(...older));
    expect(read.ok && read.value.document).toEqual(canonicalReturn(SAMPLE_RETURN));
  });

  it('holds any dates, with what the school says about the queries', () => {
    const document = canonicalReturn({
      ...SAMPLE_RETURN,
      period: datesReturn('2025-06-01', '2025-12-31'),
      referenceDate: '2025-12-31',
      pupils: SAMPLE_RETURN.pupils.map((pupil) => ({
        ...pupil,
        ethnicity: 'REFU',
        fsm: true,
        exclusions: pupil.exclusions.map((one) => ({
          ...one,
          explanations: { X10: 'Upheld on 3 March;\nno review asked for: see the file', X06: 'C:\\new' },
        })),
      })),
    });
    const written = writeReturnCsv(document);
    expect(written.ok && written.value).toContain(
      ',dates,2025-06-01,2025-12-31,REFU,true,"X06: C:\\\\new\nX10: Upheld on 3 March;\\nno review asked for: see the file"\r\n',
    );
    const read = readReturnCsv(Buffer.from(written.ok ? written.value : ''));
    expect(read.ok && read.value.document).toEqual(document);
  });

  it('tells when rows of a pupil say different things, and keeps what the first says', () => {
    const read = readReturnCsv(file(HEADING, FIRST, SECOND.replace(',10,K,', ',11,K,')));
    expect(read.ok && read.value.document.pupils[0]?.ncYear).toBe('10');
    expect(read.ok && read.value.warnings).toMatchObject([{ line: 3, value: 'G201400114001' }]);
  });

  it('is read with its columns in another order and one too many, with a warning', () => {
    const turn = (line: string) => `x,${line.split(',').toReversed().join(',')}`;
    const read = readReturnCsv(file(turn(HEADING.replace('\ufeff', '')), turn(THIRD)));
    expect(read.ok && read.value).toMatchObject({
      document: { pupils: [{ upn: 'K201400113002' }] },
      warnings: [{ element: 'x' }],
    });
  });

  it('says that there is nothing to return in one row', () => {
    const written = writeReturnCsv({ ...SAMPLE_RETURN, nil: true, pupils: [] });
    const text = written.ok ? written.value : '';
    expect(text.trimEnd().split('\r\n')).toHaveLength(2);
    expect(text).toContain('\r\n2014001,100999,,,,,,,,,,NIL,');
    const read = readReturnCsv(Buffer.from(text));
    expect(read.ok && read.value.document).toEqual({ ...SAMPLE_RETURN, nil: true, pupils: [] });
    const both = file(text.trimEnd(), FIRST);
    expect(problemsOf(both)).toMatchObject([
      { line: 3, message: 'The file says that there is nothing to return and yet holds a pupil.' },
    ]);
  });

  it.each([
    ['2014001,', '20140,', 'laestab', 'This is not a school number.'],
    [',SUSP,PP,', ',SUSP,,', 'reason_1', 'The reason is missing.'],
    [',2025-06-09,', ',09/06/2025,', 'start_date', 'This is not a date in the form year-month-day.'],
    [',2,SUM,', ',two,SUM,', 'sessions', 'The number of sessions must be a whole number from 1 to 90.'],
    [',true,C,', ',perhaps,C,', 'on_roll', 'This must be true or false.'],
    [',2025-06-09,,', ',2025-06-09,noon,', 'start_session', 'This must be AM or PM.'],
  ])('refuses %s made into %s, naming the column', (from, to, element, message) => {
    expect(problemsOf(file(HEADING, FIRST.replace(from, to)))).toMatchObject([{ line: 2, element, message }]);
  });

  it('refuses rows of two schools, two pupils with one UPN, and an exclusion twice', () => {
    expect(problemsOf(file(HEADING, FIRST, SECOND.replace('2014001', '2014002')))).toMatchObject([
      { line: 3, element: 'laestab', value: '2014002' },
    ]);
    expect(problemsOf(file(HEADING, FIRST, SECOND.replace('2011-02-17', '2011-02-18')))).toMatchObject([
      { line: 3, element: 'upn' },
    ]);
    expect(problemsOf(file(HEADING, FIRST, FIRST))).toMatchObject([
      { line: 3, message: "This pupil's exclusion is in the file twice: on line 2 and on line 3." },
    ]);
  });

  it('takes a morning and an afternoon of one day, which only the session tells apart, with a warning', () => {
    const half = (session: string) => FIRST.replace(',2025-06-09,,,2,', `,2025-06-09,${session},,1,`);
    const read = readReturnCsv(file(HEADING, half('AM'), half('PM')));
    expect(read.ok && read.value.warnings).toMatchObject([{ severity: 'warning', line: 3 }]);
    expect(read.ok && read.value.document.pupils[0]?.exclusions).toHaveLength(2);
  });

  it('refuses a file that lacks columns or rows', () => {
    expect(problemsOf(file('laestab,upn', '2014001,x'))[0]?.message).toContain('surname, forename, dob');
    expect(problemsOf(file(HEADING))).toMatchObject([
      { message: 'The file has headings but no rows below them.' },
    ]);
  });

  it('reads 20,000 rows, the year of an authority, in a few seconds', () => {
    const rows = Array.from({ length: 20_000 }, (_, index) =>
      THIRD.replace('K201400113002', `K${String(index).padStart(12, '0')}`),
    );
    const from = processorTime();
    expect(readReturnCsv(file(HEADING, ...rows)).ok).toBe(true);
    expect(processorTime() - from).toBeLessThan(5000);
  });
});
