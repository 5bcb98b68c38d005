import type { Result } from '#shared/kernel/result.ts';
import { ok } from '#shared/kernel/result.ts';
import type { CensusContent } from './census-xml-read.ts';
import type { CsvRow } from './csv-rows.ts';
import { sniffDelimiter, splitRows } from './csv-rows.ts';
import type { ProblemList, ReadWatch } from './file-problems.ts';
import { createProblemList, refuseCancelled, refuseFile } from './file-problems.ts';
import type { PupilField } from './imported-pupil.ts';
import type { RawField } from './pupil-check.ts';
import { checkPupil } from './pupil-check.ts';
import { readTruth } from './pupil-values.ts';
import { readIsoDate } from './read-date.ts';
import { readText } from './read-text.ts';
import { createRepeatedExclusionCheck } from './repeated-exclusion.ts';
import { checkExclusion } from './return-check.ts';
import type { ReturnColumn } from './return-csv-columns.ts';
import { NIL_CATEGORY } from './return-csv-columns.ts';
import { readExtra } from './return-csv-extra.ts';
import type { CellReader } from './return-csv-head.ts';
import { cellReader, checkNil, checkSameReturn, readCensus } from './return-csv-head.ts';
import type { ReturnExclusion, ReturnLines, ReturnPupil } from './return-document.ts';

const WATCH_EVERY = 200;

const PUPIL_COLUMNS: Readonly<Partial<Record<PupilField, ReturnColumn>>> = {
  upn: 'upn',
  formerUpn: 'former_upn',
  surname: 'surname',
  forename: 'forename',
  sex: 'sex',
  dob: 'dob',
  ncYear: 'nc_year_actual',
  enrolStatus: 'enrol_status',
  entryDate: 'entry_date',
  leavingDate: 'leaving_date',
  senProvision: 'pupil_sen_provision',
};

/**
 * Reads a return that First Day wrote as CSV. Columns are found by heading, so their order does not matter and
 * unknown ones are passed over with a warning. All rows must be of one school and one census. All or nothing:
 * any error refuses the file with every problem located, up to 100.
 */
export function readReturnCsv(bytes: Uint8Array, watch: ReadWatch = {}): Result<CensusContent> {
  const file = readText(bytes, 'csv');
  if (!file.ok) return file;
  const problems = createProblemList();
  const [heading, ...rows] = splitRows(file.value.text, sniffDelimiter(file.value.text), problems);
  const read = cellReader(heading, problems);
  const [first] = rows;
  if (read === undefined || first === undefined) {
    if (problems.errorCount() === 0) reportNoRows(problems);
    return refuseFile(problems.all());
  }
  const census = readCensus(read(first), problems);
  const isNil = read(first)('category').text === NIL_CATEGORY;
  if (isNil) checkNil(rows, read, problems);
  const collected = isNil
    ? { pupils: [], lines: [] }
    : readRows(rows, read, problems, watch, file.value.bytesTotal);
  if (collected === 'cancelled') return refuseCancelled();
  if (problems.errorCount() > 0 || census === undefined) return refuseFile(problems.all());
  return ok({
    document: { ...census, nil: isNil, pupils: collected.pupils },
    lines: collected.lines,
    warnings: [...file.value.warnings, ...problems.warnings()],
  });
}

function reportNoRows(problems: ProblemList): void {
  problems.error({
    message: 'The file has headings but no rows below them.',
    remedy:
      'A return with nothing to report has one row saying NIL. Ask the school to send the return again.',
  });
}

interface Collected {
  readonly pupils: readonly ReturnPupil[];
  readonly lines: ReturnLines;
}

interface OpenPupil {
  readonly line: number;
  readonly pupil: Omit<ReturnPupil, 'exclusions'>;
  readonly exclusions: ReturnExclusion[];
  readonly lines: number[];
}

/** Rows of one pupil need not stand together. */
function readRows(
  rows: readonly CsvRow[],
  read: (row: CsvRow) => CellReader,
  problems: ProblemList,
  watch: ReadWatch,
  bytesTotal: number,
): Collected | 'cancelled' {
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
    const pupil = readPupil(cell, row.line, problems);
    const exclusion = readExclusion(cell, row.line, problems);
    if (pupil === undefined || exclusion === undefined) continue;
    const key = `${pupil.upn} ${String(pupil.onRoll)}`;
    const known = open.get(key) ?? { line: row.line, pupil, exclusions: [], lines: [] };
    open.set(key, known);
    checkSamePupil(known, pupil, cell('upn'), problems);
    checkRepeated(pupil.upn, exclusion, { line: row.line, element: 'start_date' });
    known.exclusions.push(exclusion);
    known.lines.push(row.line);
  }
  watch.progress?.(bytesTotal, bytesTotal);
  const all = [...open.values()];
  return {
    pupils: all.map(({ pupil, exclusions }) => ({ ...pupil, exclusions })),
    lines: all.map(({ line, lines }) => ({ pupil: line, exclusions: lines })),
  };
}

function readPupil(
  cell: CellReader,
  line: number,
  problems: ProblemList,
): Omit<ReturnPupil, 'exclusions'> | undefined {
  const field = (name: PupilField): RawField => {
    const column = PUPIL_COLUMNS[name];
    return column === undefined ? { text: undefined, line, element: name } : cell(column);
  };
  const pupil = checkPupil({ line, field, readDate: readIsoDate }, problems);
  const onRoll = cell('on_roll');
  // The column may be missing from a file of the 35 first columns: then the pupil counts as on roll.
  const stillHere = (onRoll.text ?? '') === '' ? true : readTruth(onRoll.text ?? '');
  if (stillHere === undefined) {
    problems.error({
      line,
      element: 'on_roll',
      value: onRoll.text,
      message: 'This must be true or false.',
      remedy: 'Ask the school to make the return again.',
    });
  }
  if (pupil === undefined || stillHere === undefined) return undefined;
  const { line: _, ...identity } = pupil;
  return { ...identity, onRoll: stillHere };
}

function readExclusion(cell: CellReader, line: number, problems: ProblemList): ReturnExclusion | undefined {
  const checked = checkExclusion(
    {
      line,
      category: cell('category'),
      reasons: [cell('reason_1'), cell('reason_2'), cell('reason_3')],
      startDate: cell('start_date'),
      sessions: cell('sessions'),
      inCare: cell('in_care'),
      senProvision: cell('sen_provision'),
    },
    problems,
  );
  const extra = readExtra(cell, problems);
  if (checked === undefined) return undefined;
  return extra === undefined ? checked : { ...checked, extra };
}

function checkSamePupil(
  known: OpenPupil,
  pupil: Omit<ReturnPupil, 'exclusions'>,
  at: RawField,
  problems: ProblemList,
): void {
  const { surname, forename, dob } = known.pupil;
  if (pupil.surname === surname && pupil.forename === forename && pupil.dob === dob) return;
  problems.error({
    line: at.line,
    element: 'upn',
    value: pupil.upn,
    message: `This UPN belongs to a pupil with another name or date of birth on line ${String(known.line)}.`,
    remedy: 'Two pupils cannot share a UPN. The school must correct it and send the return again.',
  });
}
