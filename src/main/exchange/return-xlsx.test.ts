import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import writeXlsxFile from 'write-excel-file/node';
import { beforeAll, describe, expect, it } from 'vitest';
import { processorTime } from '../../../tests/builders/processor-time.ts';
import { SAMPLE_RETURN } from '../../../tests/fixtures/files/sample-return.ts';
import { canonicalReturn } from './return-document.ts';
import { readReturn, writeReturn } from './return-files.ts';

let bytes: Uint8Array;
beforeAll(async () => {
  const written = await writeReturn(SAMPLE_RETURN, 'xlsx');
  if (!written.ok) throw new Error(JSON.stringify(written.error));
  bytes = written.value;
});

const firstProblem = async (file: Uint8Array) => {
  const read = await readReturn('return.xlsx', file);
  return read.ok ? 'was read' : read.error.problems?.find(({ severity }) => severity === 'error');
};
/** The workbook with one of its parts changed. */
const withPart = (path: string, change: (text: string) => string): Uint8Array => {
  const parts = unzipSync(bytes);
  return zipSync({ ...parts, [path]: strToU8(change(strFromU8(parts[path] ?? new Uint8Array()))) });
};
const SHEET = 'xl/worksheets/sheet2.xml';
const TEXTS = 'xl/sharedStrings.xml';

describe('a return as a workbook', () => {
  it('has a sheet to read first and one with a row for each exclusion, codes and dates as text', async () => {
    const readMe = await readSheet(Buffer.from(bytes), 'Read me');
    expect(readMe.slice(0, 3)).toEqual([
      ['Return of exclusions', 'Spring census 2026'],
      ['School', "2014001 King & Queen's School"],
      ['Start dates', '2025-04-21 to 2025-12-31'],
    ]);
    const [titles = [], first = []] = await readSheet(Buffer.from(bytes), 'Exclusions');
    expect(titles.slice(0, 5)).toEqual(['School', 'URN', 'UPN', 'Surname', 'Forename']);
    const value = (title: string) => first[titles.indexOf(title)];
    expect(value('UPN')).toBe('G201400114001');
    expect(value('Forename')).toBe("'=Jo");
    expect(value('Start date')).toBe('2025-06-09');
    expect(value('Sessions')).toBe('2');
  });

  it('says a nil return in one row', async () => {
    const nil = await writeReturn({ ...SAMPLE_RETURN, nil: true, pupils: [] }, 'xlsx');
    const read = await readReturn('x', nil.ok ? nil.value : new Uint8Array());
    expect(read.ok && read.value.document).toEqual({ ...SAMPLE_RETURN, nil: true, pupils: [] });
  });

  it('is read when a person has typed numbers, dates and truths into it', async () => {
    const rows = await readSheet(Buffer.from(bytes), 'Exclusions', { trim: false });
    const [titles = []] = rows;
    const typed = (title: string, text: unknown): unknown => {
      if (typeof text !== 'string') return null;
      if (title === 'Sessions' || title === 'Census year') return { type: Number, value: Number(text) };
      if (title === 'Start date')
        return { type: Date, value: new Date(`${text}T00:00:00Z`), format: 'dd/mm/yyyy' };
      if (title === 'On roll') return { type: Boolean, value: text === 'true' };
      return { type: String, value: text };
    };
    const [, ...below] = rows;
    const data = [titles, ...below.map((row) => row.map((cell, at) => typed(String(titles[at]), cell)))];
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- cells of several types in one list
    const saved = await writeXlsxFile([{ sheet: 'Exclusions', data: data as never }]).toBuffer();
    const read = await readReturn('saved.xlsx', saved);
    expect(read.ok && read.value.document).toEqual(canonicalReturn(SAMPLE_RETURN));
    expect(read.ok && read.value.lines).toEqual([
      { pupil: 2, exclusions: [2, 3] },
      { pupil: 4, exclusions: [4] },
    ]);
  });

  it('names the heading and the row of what is wrong', async () => {
    const broken = withPart(TEXTS, (text) => text.replace('>2025-06-09<', '>9 June<'));
    expect(await firstProblem(broken)).toMatchObject({ line: 2, element: 'Start date', value: '9 June' });
  });
});

describe('a workbook that is refused', () => {
  it.each([
    [
      'a cell far out',
      () => withPart(SHEET, (text) => text.replace('r="B2"', 'r="XFD1048576"')),
      'larger than',
    ],
    [
      'a row far down',
      () => withPart(SHEET, (text) => text.replace('<row r="2"', '<row r="999999"')),
      'larger than',
    ],
    [
      'the error of a formula',
      () => withPart(SHEET, (text) => text.replace(/(r="B2"[^>]*) t="s"/, '$1 t="e"')),
      'error of a formula',
    ],
    [
      'a document type',
      () => withPart(TEXTS, (text) => text.replace('?>', '?><!DOCTYPE x [<!ENTITY a "b">]>')),
      'document type',
    ],
    [
      'a part that is no XML',
      () => withPart(TEXTS, (text) => text.slice(0, 500)),
      'not correctly written XML',
    ],
    [
      'elements without end',
      () => withPart(SHEET, (text) => text.replace('<row', `${'<a>'.repeat(1000)}<row`)),
      'too deep',
    ],
    [
      'no sheet of exclusions',
      () => withPart('xl/workbook.xml', (text) => text.replace('"Exclusions"', '"Sheet2"')),
      'no sheet called',
    ],
    [
      'a part packed into a bomb',
      () => withPart(TEXTS, (text) => text + ' '.repeat(30_000_000)),
      'packed tighter',
    ],
    [
      'a value under no heading',
      () =>
        withPart(SHEET, (text) =>
          text.replace('</row></sheetData>', '<c r="CA4" t="s"><v>1</v></c></row></sheetData>'),
        ),
      'under no heading',
    ],
  ])('%s', async (_, make, words) => {
    const file = make();
    const from = processorTime();
    expect(await firstProblem(file)).toMatchObject({ message: expect.stringContaining(words) });
    expect(processorTime() - from).toBeLessThan(2000);
  });

  it('one of another program is told to be saved as CSV', async () => {
    const other = await writeXlsxFile([{ sheet: 'Sheet1', data: [['UPN', 'Start']] }]).toBuffer();
    expect(await firstProblem(other)).toMatchObject({ remedy: expect.stringContaining('saved as CSV') });
  });

  it('larger than 50 MB is refused before it is opened', async () => {
    const large = Buffer.concat([bytes, Buffer.alloc(51 * 1024 * 1024)]);
    const from = processorTime();
    expect(await firstProblem(large)).toMatchObject({ message: expect.stringContaining('50 MB') });
    expect(processorTime() - from).toBeLessThan(2000);
  });
});
