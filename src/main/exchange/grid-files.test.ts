import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testUpn } from '../../../tests/builders/pupil-upn.ts';
import { HOSTILE, HOSTILE_LINES } from '../../../tests/security/hostile-names.ts';
import { DEFAULT_CRITERIA } from '#shared/domain/support/default-criteria.ts';
import { DEFAULT_PROCEDURE } from '#shared/domain/support/default-procedure.ts';
import type { FileProblem } from '#shared/kernel/result.ts';
import { canonicalGrid, type GridDocument } from './grid-document.ts';
import { readGrid, writeGrid } from './grid-files.ts';
import { hasImpossibleCharacter } from './xml-escape.ts';

const GRID: GridDocument = {
  laEstab: '2014001',
  schoolName: 'School, of "quotes"; and more',
  schoolYear: 2025,
  term: 'autumn',
  madeAt: '2025-12-12T15:30:05',
  pupilsOnRoll: 900,
  criteria: { ...DEFAULT_CRITERIA, procedure: DEFAULT_PROCEDURE },
  rows: [
    {
      upn: testUpn(1),
      name: '=Ben Brown',
      ncYear: '9',
      categories: ['A', 'B'],
      level: 'high',
      why: ['Excluded once, 13 November', 'Attendance 74%'],
      since: '2025-11-13',
      keyWorker: { name: 'Ms Reed', role: 'Learning Mentor' },
      done: 'Met the key worker twice, last on 9 December',
      reviewOn: '2025-12-25',
    },
    {
      upn: testUpn(2),
      name: 'Cara Lee',
      categories: ['C'],
      why: ['Looked after'],
      since: '2025-09-03',
      signedOff: { on: '2025-12-01', why: 'Settled' },
    },
  ],
};

const bytesOf = async (document: GridDocument, format: 'csv' | 'xlsx') => {
  const written = await writeGrid(document, format);
  if (!written.ok) throw new Error(JSON.stringify(written.error));
  return written.value;
};
const csvOf = async (document: GridDocument = GRID) =>
  Buffer.from(await bytesOf(document, 'csv')).toString('utf8');

const read = async (content: string | Uint8Array) => {
  const result = await readGrid('grid.csv', typeof content === 'string' ? Buffer.from(content) : content);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
const problemsOf = async (content: string | Uint8Array): Promise<readonly FileProblem[]> => {
  const result = await readGrid('grid.csv', typeof content === 'string' ? Buffer.from(content) : content);
  if (result.ok) throw new Error('it was read');
  return (result.error.problems ?? []).filter(({ severity }) => severity === 'error');
};

const text = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.constantFrom(
      HOSTILE,
      HOSTILE_LINES,
      '=1+1',
      "'=x",
      "''-1",
      '@a',
      '-5',
      '; ',
      'a;b; c;',
      '"',
      '\ufeffx',
      'About',
    ),
  )
  .filter((one) => !hasImpossibleCharacter(one));
const day = fc
  .date({ min: new Date('2025-09-01'), max: new Date('2025-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const filled = text.filter((one) => one.trim() !== '');
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined });
const anyGrid = fc
  .record({
    schoolName: filled,
    rows: fc.uniqueArray(
      fc.record({
        serial: fc.integer({ min: 1, max: 900 }),
        name: filled,
        ncYear: maybe(fc.constantFrom('R', '9', '14', 'N1')),
        categories: fc.uniqueArray(fc.constantFrom('A', 'B', 'Z'), { minLength: 1 }),
        level: maybe(fc.constantFrom('high' as const, 'tier-3' as const)),
        why: fc.array(text, { maxLength: 4 }),
        since: day,
        keyWorker: maybe(fc.record({ name: text, role: text })),
        done: maybe(text),
        reviewOn: maybe(day),
        off: maybe(text),
      }),
      { selector: ({ serial }) => serial, maxLength: 6 },
    ),
    setBy: maybe(filled),
  })
  .map(({ schoolName, rows, setBy }): GridDocument => ({
    ...GRID,
    schoolName,
    criteria: { ...GRID.criteria, ...(setBy === undefined ? {} : { setBy: setBy.trim() }) },
    rows: rows.map(({ serial, off, ...row }) => ({
      ...row,
      upn: testUpn(serial),
      ...(off === undefined ? {} : { signedOff: { on: row.since, why: off } }),
    })),
  }))
  .filter((document) => canonicalGrid(document).schoolName !== '')
  .filter(({ criteria }) => (criteria.setBy?.length ?? 0) <= 120);

describe('a grid', () => {
  it.each(['csv', 'xlsx'] as const)('is read back from %s as it was written', async (format) => {
    expect(await read(await bytesOf(GRID, format))).toEqual({ document: GRID, warnings: [] });
    const empty = { ...GRID, rows: [] };
    expect((await read(await bytesOf(empty, format))).document).toEqual(empty);
  });

  it.each([
    ['csv', 200],
    ['xlsx', 25],
  ] as const)('comes back exactly from %s whatever its names are', async (format, numRuns) => {
    await fc.assert(
      fc.asyncProperty(anyGrid, async (grid) => {
        expect((await read(await bytesOf(grid, format))).document).toEqual(canonicalGrid(grid));
      }),
      { numRuns },
    );
  });

  it('says its criteria in words, and names the term, the roll and the school', async () => {
    const lines = await csvOf();
    expect(lines).toContain('About,Puts a pupil in A,,,,,Excluded once in the school year,');
    expect(lines).toContain('About,School year,,,,,2025/26,');
    expect(lines).toContain('About,Pupils on roll,,,,,900,');
    expect(lines).toContain("Pupil,'=Ben Brown,");
  });
});

describe('a grid that a school saved anew', () => {
  const table = async () => (await csvOf()).replace('\ufeff', '').trimEnd().split('\r\n');

  it('with semicolons, as Windows-1252 and with empty lines at its end, is read', async () => {
    const accented = { ...GRID, rows: GRID.rows.map((row) => ({ ...row, name: 'Zoé' })) };
    const rows = (await csvOf(accented)).replace('\ufeff', '');
    const saved = `${rows.replaceAll(/(?<=^|[^"]*(?:"[^"]*"[^"]*)*),(?=(?:[^"]*"[^"]*")*[^"]*$)/gm, ';')}${';'.repeat(13)}\r\n${';'.repeat(13)}\r\n`;
    const { document, warnings } = await read(Buffer.from(saved, 'latin1'));
    expect(document).toEqual(accented);
    expect(warnings.map(({ message }) => message)).toEqual([expect.stringContaining('Windows-1252')]);
  });

  it('with its columns and rows in another order is read', async () => {
    const simple = { ...GRID, schoolName: 'Plain', rows: [GRID.rows[1]].flatMap((row) => row ?? []) };
    const cells: string[][] = parse((await csvOf(simple)).replace('\ufeff', ''));
    const [titles = [], ...others] = cells.map((row) => row.toReversed());
    const turned = [titles, ...others.toReversed()];
    const saved = turned
      .map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(','))
      .join('\n');
    expect((await read(saved)).document).toEqual(simple);
  });

  it('with days as day/month/year and a moment without its seconds is read', async () => {
    const saved = (await csvOf())
      .replaceAll(/(?<=,)(\d{4})-(\d\d)-(\d\d)(?=,)/g, '$3/$2/$1')
      .replace('2025-12-12T15:30:05', '12/12/2025 15:30');
    expect((await read(saved)).document).toEqual({ ...GRID, madeAt: '2025-12-12T15:30:00' });
  });

  it('from which the rows About were taken is refused, and it says what to ask for', async () => {
    const saved = (await table()).filter((line) => !line.startsWith('About')).join('\r\n');
    expect(await problemsOf(saved)).toEqual([
      expect.objectContaining({
        message: expect.stringContaining('“School number”, “School”, “School year”'),
        remedy: 'Ask the school to export the grid of the term again and to send the file as it is.',
      }),
    ]);
  });

  it.each([
    ['2025-11-13', '13/11/25', 'only two figures', 'Since', '13/11/25'],
    ['2025-11-13', '11/13/2025', 'month before its day', 'Since', '11/13/2025'],
    [testUpn(1), 'A123', 'This is not a UPN', 'UPN', 'A123'],
    ['A B', 'Exclusion', 'one letter', 'Category', 'Exclusion'],
    ['High', 'Very', 'A level is', 'Level', 'Very'],
    ['2025/26', '2025/27', 'not a school year', 'School year', '2025/27'],
    ['Autumn', 'Michaelmas', 'Autumn, Spring or Summer', 'Term', 'Michaelmas'],
    [',2014001,', ',201,', 'seven figures', 'School number', '201'],
    ['2025-12-01', '2025-06-01', 'before the', 'Signed off', '2025-06-01'],
    [',900,', ',many,', 'whole number', 'Pupils on roll', 'many'],
    ['""periodWeeks"":6', '""periodWeeks"":600', 'criteria for programs', 'For programs', undefined],
  ])('with %s made %s is refused with its line and value', async (from, to, message, element, value) => {
    const saved = (await csvOf()).replace(from, to);
    const [problem] = await problemsOf(saved);
    expect(problem).toMatchObject({
      line: expect.any(Number),
      element,
      message: expect.stringContaining(message),
    });
    if (value !== undefined) expect(problem?.value).toBe(value);
    expect(problem?.remedy).not.toBe('');
  });

  it('pasted together from two schools is refused', async () => {
    const other = await csvOf({ ...GRID, laEstab: '2014002' });
    const saved = `${await csvOf()}${other.slice(other.indexOf('\r\n') + 2)}`;
    expect((await problemsOf(saved)).map(({ message }) => message).join(' ')).toContain(
      'two grids pasted together',
    );
  });

  it.each([
    ['a PDF', '%PDF-1.7 and more', 'PDF'],
    ['a list of another kind', 'UPN,Name\nA1,B\n', 'This is not a grid'],
    ['an empty file', '', 'empty'],
  ])('is refused in place of %s', async (_, content, words) => {
    expect((await problemsOf(content))[0]?.message).toContain(words);
  });
});
