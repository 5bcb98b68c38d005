import { formatDate } from '#shared/domain/calendar/format-date.ts';
import { periodName } from '#shared/text/period-words.ts';
import { periodHolding } from '#shared/domain/returns/period-holding.ts';
import { referenceDateOf } from '#shared/domain/returns/periods.ts';
import type { ReturnPeriod } from '#shared/domain/returns/types.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { CensusContent } from './census-xml-read.ts';
import type { ColumnMapping } from './column-mapping.ts';
import { sniffDelimiter, splitRows, type CsvRow } from './csv-rows.ts';
import type { ProblemList, ReadWatch } from './file-problems.ts';
import { createProblemList, refuseFile } from './file-problems.ts';
import { mappedCells, type MappedCells } from './mapped-cells.ts';
import type { RawField } from './pupil-check.ts';
import { readUkDate, type ReadDate } from './read-date.ts';
import { readText } from './read-text.ts';
import type { CellReader } from './return-csv-head.ts';
import { trimmed } from './return-field-checks.ts';
import { readReturnTable } from './return-table-read.ts';

/**
 * Reads a CSV of another system by a mapping of its columns to ours. Dates may be day/month/year, kinds and reasons may
 * be words, lengths may be school days. A file that does not say its period is of the term, else the school year, that
 * holds all its start dates. All or nothing, as our own CSV; problems name the sender's headings.
 */
export function readMappedCsv(
  bytes: Uint8Array,
  mapping: ColumnMapping,
  watch: ReadWatch = {},
): Result<CensusContent> {
  const file = readText(bytes, 'csv');
  if (!file.ok) return file;
  const problems = createProblemList();
  const { text, bytesTotal, warnings } = file.value;
  const [heading, ...rows] = splitRows(text, sniffDelimiter(text), problems);
  const cells = heading === undefined ? undefined : mappedCells(heading, mapping, problems);
  if (cells === undefined) return refuseFile(problems.all());
  const period = cells.saysPeriod ? undefined : findPeriod(rows, cells, problems);
  if (!cells.saysPeriod && period === undefined && rows.length > 0) return refuseFile(problems.all());
  const read = (row: CsvRow): CellReader => withPeriod(cells.read(row), row, period);
  const content = readReturnTable({
    rows,
    read,
    problems,
    watch,
    bytesTotal,
    readDate: readUkDate,
    hasDays: cells.hasDays,
  });
  return content.ok ? ok({ ...content.value, warnings: [...warnings, ...content.value.warnings] }) : content;
}

function findPeriod(
  rows: readonly CsvRow[],
  { read }: MappedCells,
  problems: ProblemList,
): ReturnPeriod | undefined {
  const found = rows.flatMap((row) => {
    const at = read(row)('start_date');
    const { date } = readUkDate(trimmed(at));
    return date === undefined ? [] : [{ date, at }];
  });
  const period = periodHolding(found.map(({ date }) => date));
  if (period !== undefined) {
    problems.warning({
      line: rows[0]?.line,
      message: `The list does not say for which period it is, so it was taken as the whole return of ${periodName(period)}.`,
      remedy:
        'A later list of that period takes the place of this one, so each must hold the whole of it. If this is only a part, ask for all of it.',
    });
    return period;
  }
  if (rows.length === 0) return undefined;
  const byDate = found.toSorted((a, b) => (a.date < b.date ? -1 : 1));
  const [first] = byDate;
  const last = byDate.at(-1);
  if (first === undefined || last === undefined) {
    // No start date can be read, so it is not known for which period the file is.
    for (const row of rows) reportDate(read(row)('start_date'), problems);
    return undefined;
  }
  problems.error({
    line: last.at.line,
    element: last.at.element,
    value: last.at.text,
    message: `The exclusions start from ${formatDate(first.date)} (line ${String(first.at.line)}) to ${formatDate(last.date)}: more than one school year.`,
    remedy:
      'Say for which period the file is when you match its columns, or ask for one file for each school year.',
  });
  return undefined;
}

const MISSING: ReadDate = {
  message: 'The start date is missing.',
  remedy: 'Check which column is matched to the start date.',
};

/** Says of one start date why it cannot be read. */
function reportDate(at: RawField, problems: ProblemList): void {
  const read = trimmed(at) === '' ? MISSING : readUkDate(trimmed(at));
  if (read.date !== undefined) return;
  const { line, element, text } = at;
  problems.error({ line, element, value: text, message: read.message, remedy: read.remedy });
}

/** The row with the period that the file does not say. */
function withPeriod(cell: CellReader, row: CsvRow, period: ReturnPeriod | undefined): CellReader {
  if (period === undefined) return cell;
  const known: Readonly<Record<string, string | undefined>> = {
    period_kind: period.kind,
    census_term: period.term,
    census_year: period.year === undefined ? undefined : String(period.year),
    period_from: period.from,
    period_to: period.to,
    reference_date: referenceDateOf(period),
  };
  return (column) => {
    const said = cell(column);
    if (!Object.hasOwn(known, column) || trimmed(said) !== '') return said;
    return { text: known[column], line: row.line, element: column };
  };
}
