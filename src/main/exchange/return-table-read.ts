import type { Result } from '#shared/kernel/result.ts';
import { ok } from '#shared/kernel/result.ts';
import type { CensusContent } from './census-xml-read.ts';
import type { CsvRow } from './csv-rows.ts';
import { dropUndefined } from './drop-undefined.ts';
import type { ProblemList, ReadWatch } from './file-problems.ts';
import { refuseCancelled, refuseFile } from './file-problems.ts';
import { readIsoDate, type ReadDate } from './read-date.ts';
import { createRepeatedExclusionCheck } from './repeated-exclusion.ts';
import { NIL_CATEGORY } from './return-csv-columns.ts';
import type { CellReader } from './return-csv-head.ts';
import { checkNil, checkSameReturn, readCensus } from './return-csv-head.ts';
import type { ReturnExclusion, ReturnLines, ReturnPupil } from './return-document.ts';
import { checkSamePupil, readRowExclusion, readRowPupil } from './return-row.ts';

const WATCH_EVERY = 200;

/** The rows of a return below its headings, whatever kind of file they stood in. */
export interface ReturnTable {
  readonly rows: readonly CsvRow[];
  /** Absent when the headings are not those of a return; the problem is listed. */
  readonly read: ((row: CsvRow) => CellReader) | undefined;
  readonly problems: ProblemList;
  readonly watch: ReadWatch;
  readonly bytesTotal: number;
  /** How the file writes dates; year-month-day where it does not say. */
  readonly readDate?: (text: string) => ReadDate;
  /** True where lengths may be given in school days. */
  readonly hasDays?: boolean;
}

/** Reads a return from rows. All or nothing; rows of one pupil need not stand together. */
export function readReturnTable(table: ReturnTable): Result<CensusContent> {
  const { rows, read, problems, readDate = readIsoDate } = table;
  const [first] = rows;
  if (read === undefined || first === undefined) {
    if (problems.errorCount() === 0) reportNoRows(problems);
    return refuseFile(problems.all());
  }
  const census = readCensus(read(first), readDate, problems);
  const isNil = read(first)('category').text === NIL_CATEGORY;
  if (isNil) checkNil(rows, read, problems);
  const collected = isNil ? { pupils: [], lines: [] } : readRows(table, read, readDate);
  if (collected === 'cancelled') return refuseCancelled();
  if (problems.errorCount() > 0 || census === undefined) return refuseFile(problems.all());
  const { pupils, lines } = collected;
  return ok({ document: { ...census, nil: isNil, pupils }, lines, warnings: problems.warnings() });
}

function reportNoRows(problems: ProblemList): void {
  problems.error({
    line: 1,
    message: 'The file has headings but no rows below them.',
    remedy:
      'A return with nothing to report has one row saying NIL. Ask the school to send the return again.',
  });
}

interface OpenPupil {
  readonly line: number;
  readonly pupil: Omit<ReturnPupil, 'exclusions'>;
  readonly exclusions: ReturnExclusion[];
  readonly lines: number[];
}

function readRows(
  { rows, problems, watch, bytesTotal, hasDays = false }: ReturnTable,
  read: (row: CsvRow) => CellReader,
  readDate: (text: string) => ReadDate,
): { readonly pupils: readonly ReturnPupil[]; readonly lines: ReturnLines } | 'cancelled' {
  const open = new Map<string, OpenPupil>();
  const checkRepeated = createRepeatedExclusionCheck(problems);
  const first = rows[0] === undefined ? undefined : read(rows[0]);
  for (const [index, row] of rows.entries()) {
    if (index % WATCH_EVERY === 0) {
      if (watch.cancelled?.() === true) return 'cancelled';
      watch.progress?.(Math.round((index / rows.length) * bytesTotal), bytesTotal);
    }
    if (problems.full()) break;
    const cell = read(row);
    if (first !== undefined) checkSameReturn(cell, first, problems);
    const pupil = readRowPupil(cell, { line: row.line, readDate }, problems);
    const exclusion = readRowExclusion(cell, { line: row.line, readDate, hasDays }, problems);
    if (pupil === undefined || exclusion === undefined) continue;
    const key = `${pupil.upn} ${String(pupil.onRoll)}`;
    const known = open.get(key) ?? { line: row.line, pupil, exclusions: [], lines: [] };
    open.set(key, known);
    checkSamePupil(known, pupil, cell('upn'), problems);
    checkRepeated(pupil.upn, exclusion, { line: row.line, element: cell('start_date').element });
    known.exclusions.push(exclusion);
    known.lines.push(row.line);
  }
  watch.progress?.(bytesTotal, bytesTotal);
  const all = [...open.values()];
  return {
    pupils: all.map(({ pupil, exclusions }) => dropUndefined({ ...pupil, exclusions })),
    lines: all.map(({ line, lines }) => ({ pupil: line, exclusions: lines })),
  };
}
