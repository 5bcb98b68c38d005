import { termSpan } from '#shared/domain/calendar/term-span.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { csvList } from './csv-list.ts';
import { sniffDelimiter, splitRows, type CsvRow } from './csv-rows.ts';
import {
  createProblemList,
  problem,
  refuseFile,
  refuseFor,
  refuseWriting,
  type ImportProblem,
  type ProblemList,
} from './file-problems.ts';
import { addGuard } from './formula-guard.ts';
import { EXPORT_AGAIN, gridCells, SCHOOL_CORRECTS, type GridCells } from './grid-cells.ts';
import { ABOUT_ROW, GRID_COLUMN_NAMES, GRID_COLUMNS, GRID_SHEET, PUPIL_ROW } from './grid-columns.ts';
import { canonicalGrid, type GridDocument, type GridRow } from './grid-document.ts';
import { readGridHead } from './grid-head-read.ts';
import { readGridRow } from './grid-row-read.ts';
import { GRID_HEADINGS, gridTable } from './grid-table.ts';
import { isWorkbook } from './open-archive.ts';
import { MAX_FILE_BYTES, readText } from './read-text.ts';
import { readSheetRows } from './sheet-rows.ts';
import { MAX_CELL, workbookBytes } from './workbook-bytes.ts';
import { hasImpossibleCharacter } from './xml-escape.ts';

export interface ReadGrid {
  readonly document: GridDocument;
  readonly warnings: readonly ImportProblem[];
}

/**
 * The bytes of a grid's file, which `readGrid` reads as `canonicalGrid` of the document. Refused: characters that no
 * file may hold, and texts longer than a cell.
 */
export async function writeGrid(document: GridDocument, format: 'csv' | 'xlsx'): Promise<Result<Uint8Array>> {
  const rows = gridTable(canonicalGrid(document));
  const faults = rows.flatMap((row) => row.flatMap((text) => faultsOf(row, text)));
  if (faults.length > 0) return refuseWriting(faults);
  if (format === 'csv') return ok(Buffer.from(csvList(GRID_HEADINGS, rows), 'utf8'));
  return ok(
    await workbookBytes([
      {
        name: GRID_SHEET,
        headRows: 1,
        rows: [GRID_HEADINGS, ...rows.map((row) => row.map(addGuard))],
        widths: WIDTHS,
      },
      {
        name: 'Read me',
        headRows: 1,
        rows: [
          ['Column', 'What it says'],
          ...GRID_COLUMN_NAMES.map((column) => [GRID_COLUMNS[column][0], GRID_COLUMNS[column][1] ?? '']),
          ['', "A text that a spreadsheet could run as a formula has an apostrophe (') before it."],
        ],
        widths: [24, 90],
      },
    ]),
  );
}

const WIDTHS = [8, 26, 16, 11, 10, 9, 60, 12, 22, 24, 60, 12, 12, 40];

const faultsOf = ([, name]: readonly string[], text: string): readonly ImportProblem[] => {
  const place = { element: name ?? '', value: text };
  if (hasImpossibleCharacter(text))
    return [
      problem('error', {
        ...place,
        message: 'This holds a character that cannot be written to a file.',
        remedy: 'Type the value again, without pasting, and export the grid again.',
      }),
    ];
  // A guard may be put before it.
  if (text.length < MAX_CELL) return [];
  return [
    problem('error', {
      ...place,
      message: `This is longer than the ${String(MAX_CELL)} characters that a cell takes.`,
      remedy: 'Shorten it and export the grid again.',
    }),
  ];
};

/** The grid in a file that a school exported and may have saved anew in a spreadsheet, or all that is wrong with it. */
export async function readGrid(name: string, bytes: Uint8Array): Promise<Result<ReadGrid>> {
  if (bytes.length > MAX_FILE_BYTES)
    return refuseFor({
      element: name,
      message: `The file is larger than ${String(MAX_FILE_BYTES / (1024 * 1024))} MB, which no grid is.`,
      remedy: 'Check that it is the right file.',
    });
  const problems = createProblemList();
  if (isWorkbook(bytes)) {
    const wanted = { sheet: GRID_SHEET, what: 'a grid of pupils at risk', remedy: EXPORT_AGAIN };
    const rows = await readSheetRows(name, bytes, wanted, problems);
    return rows.ok ? readRows(rows.value, problems) : rows;
  }
  if (Buffer.from(bytes.subarray(0, 4)).toString('latin1') === '%PDF')
    return refuseFor({
      element: name,
      message: 'This is a PDF, which is for people to read.',
      remedy: 'Ask the school to export the grid as CSV or Excel and to send that.',
    });
  const text = readText(bytes, 'csv');
  if (!text.ok) return text;
  const rows = splitRows(text.value.text, sniffDelimiter(text.value.text), problems);
  const read = readRows(rows, problems);
  return read.ok ? ok({ ...read.value, warnings: [...text.value.warnings, ...read.value.warnings] }) : read;
}

function readRows([heading, ...rows]: readonly CsvRow[], problems: ProblemList): Result<ReadGrid> {
  const cells = gridCells(heading, problems);
  if (cells === undefined) return refuseFile(problems.all());
  const [about, pupils]: [GridCells[], GridCells[]] = [[], []];
  for (const row of rows) {
    const cell = cells(row);
    const kind = cell('kind').text.toLowerCase();
    if (kind === ABOUT_ROW.toLowerCase()) about.push(cell);
    else if (kind === PUPIL_ROW.toLowerCase() || (kind === '' && cell('upn').text !== '')) pupils.push(cell);
    else
      problems.error({
        line: row.line,
        element: GRID_COLUMNS.kind[0],
        value: cell('kind').text,
        message: 'It is not said what this row is.',
        remedy: `Write “${PUPIL_ROW}” there for a pupil, or take the row out.`,
      });
  }
  const head = readGridHead(about, problems);
  const read = pupils.map((cell) => ({ cell, row: readGridRow(cell, problems) }));
  const known = read.flatMap(({ cell, row }) => (row === undefined ? [] : [{ cell, row }]));
  if (head !== undefined) checkRows(known, head, problems);
  if (problems.errorCount() > 0 || head === undefined) return refuseFile(problems.all());
  return ok({
    document: { ...head, rows: known.map(({ row }) => row) },
    warnings: problems.warnings(),
  });
}

/** What rows say that cannot be in this term, or twice. */
function checkRows(
  rows: readonly { readonly cell: GridCells; readonly row: GridRow }[],
  { schoolYear, term, pupilsOnRoll }: Omit<GridDocument, 'rows'>,
  problems: ProblemList,
): void {
  const { from, to } = termSpan(schoolYear, term);
  const seen = new Map<string, number | undefined>();
  for (const { cell, row } of rows) {
    const [since, off] = [cell('since'), cell('signedOffOn')];
    const wrong = (at: typeof since, message: string) =>
      problems.error({
        line: at.line,
        element: at.element,
        value: at.text,
        message,
        remedy: SCHOOL_CORRECTS,
      });
    if (row.since > to) wrong(since, `The term of the grid was over on ${to}, before the entry began.`);
    if (row.signedOff !== undefined && row.signedOff.on < from)
      wrong(off, `The pupil was signed off before the term of the grid began (${from}).`);
    // Put there by mistake, signed off and put there again on one day: those are entries of their own.
    if (row.signedOff?.on === row.since) continue;
    const key = `${row.upn} ${row.since}`;
    if (seen.has(key)) wrong(cell('upn'), `The same entry stands on line ${String(seen.get(key))}.`);
    seen.set(key, since.line);
  }
  const pupils = new Set(rows.map(({ row }) => row.upn)).size;
  if (pupils > pupilsOnRoll)
    problems.warning({
      element: 'Pupils on roll',
      value: String(pupilsOnRoll),
      message: `The grid has ${String(pupils)} pupils, more than are on the roll.`,
      remedy: 'Ask the school for the number on its roll: figures per 100 go by it.',
    });
}
