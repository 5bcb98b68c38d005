import { zipSync } from 'fflate';
import { ok, type Result } from '#shared/kernel/result.ts';
import { checkWorkbookPart } from './check-workbook-part.ts';
import type { CsvRow } from './csv-rows.ts';
import type { ProblemList } from './file-problems.ts';
import { createProblemList, refuseFile, refuseFor } from './file-problems.ts';
import { openArchive, type ArchiveLimits } from './open-archive.ts';

/** The largest workbook of a school is under a megabyte; its sheets pack to a thirtieth. */
const LIMITS: ArchiveLimits = {
  entries: 200,
  fileBytes: 50 * 1024 * 1024,
  totalBytes: 100 * 1024 * 1024,
  ratio: 200,
};

/** Which sheet is read, of what. */
export interface SheetWanted {
  readonly sheet: string;
  /** "a return". */
  readonly what: string;
  /** What to do about a workbook that is not as First Day made it. */
  readonly remedy: string;
}

/**
 * The rows of one sheet of a workbook that First Day wrote, also after a person saved it in a spreadsheet program. Size,
 * unpacked size and every XML part are checked before the reader of workbooks sees any of it. Rows are as wide as the
 * headings; a value under no heading is listed as an error.
 */
export async function readSheetRows(
  name: string,
  bytes: Uint8Array,
  wanted: SheetWanted,
  problems: ProblemList,
): Promise<Result<readonly CsvRow[]>> {
  const safe = safeParts(name, bytes, wanted);
  if (!safe.ok) return safe;
  const sheet = await readCells(safe.value, wanted);
  return sheet.ok ? ok(toRows(sheet.value, wanted, problems)) : sheet;
}

/** The parts that hold cells, checked one by one and packed anew: what was checked is what is read. */
function safeParts(name: string, bytes: Uint8Array, { remedy }: SheetWanted): Result<Uint8Array> {
  const opened = openArchive(name, bytes, LIMITS);
  if (!opened.ok) return opened;
  const problems = createProblemList();
  const parts: Record<string, Uint8Array> = {};
  for (const file of opened.value.filter(({ name: path }) => PART.test(path))) {
    const content = file.read();
    if (!content.ok) return content;
    const text = decode(content.value);
    if (text === undefined) {
      return refuseFor({ element: file.name, message: 'This part of the workbook is not UTF-8.', remedy });
    }
    if (!checkWorkbookPart(file.name, text, problems)) return refuseFile(problems.all());
    parts[file.name] = content.value;
  }
  return ok(zipSync(parts, { level: 0 }));
}

const PART =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/(?:_rels\/)?[^/]+\.(?:xml|rels)|xl\/worksheets\/[^/]+\.xml)$/;

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

type Cells = readonly (readonly unknown[])[];

async function readCells(parts: Uint8Array, { sheet, what, remedy }: SheetWanted): Promise<Result<Cells>> {
  const { readSheet } = await import('read-excel-file/node');
  try {
    return ok(await readSheet(Buffer.from(parts), sheet, { trim: false }));
  } catch (error) {
    // The reader throws for whatever it does not understand, and says no more than that.
    const missing = error instanceof Error && error.name === 'SheetNotFoundError';
    return refuseFor({
      element: missing ? 'xl/workbook.xml' : sheet,
      message: missing
        ? `The workbook has no sheet called “${sheet}”, so it is not ${what} made by First Day.`
        : 'The sheet cannot be read: the workbook is damaged, or made in a way that is not understood.',
      remedy: `${remedy} A list of another system can be saved as CSV and read so.`,
    });
  }
}

/** Rows as texts, each as wide as the headings; the number of a row is that of the sheet. */
function toRows(cells: Cells, { remedy }: SheetWanted, problems: ProblemList): readonly CsvRow[] {
  const heading = cells.find((row) => row.some((cell) => cellText(cell).trim() !== '')) ?? [];
  const width = heading.findLastIndex((cell) => cellText(cell).trim() !== '') + 1;
  return cells.flatMap((row, at) => {
    const texts = row.map(cellText);
    if (texts.every((text) => text.trim() === '')) return [];
    if (texts.slice(width).some((text) => text.trim() !== '')) {
      problems.error({
        line: at + 1,
        value: texts.slice(width).join(' '),
        message: 'A value in this row stands under no heading.',
        remedy,
      });
    }
    return [{ line: at + 1, cells: Array.from({ length: width }, (_, index) => texts[index] ?? '') }];
  });
}

/** A cell that a person typed may have become a number, a date or a truth. */
function cellText(value: unknown): string {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : '';
}
