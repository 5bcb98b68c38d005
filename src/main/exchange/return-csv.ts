import { referenceTermOf } from '#shared/domain/calendar/school-year.ts';
import type { Result } from '#shared/kernel/result.ts';
import { ok } from '#shared/kernel/result.ts';
import { findImpossibleCharacters } from './check-characters.ts';
import { refuseFile } from './file-problems.ts';
import { addGuard } from './formula-guard.ts';
import type { ReturnColumn } from './return-csv-columns.ts';
import { EXTRA_COLUMNS, NIL_CATEGORY, RETURN_COLUMNS } from './return-csv-columns.ts';
import type { ReturnDocument, ReturnExclusion, ReturnPupil } from './return-document.ts';
import { canonicalReturn } from './return-document.ts';

type Cell = string | number | boolean | undefined;
type Cells = Readonly<Partial<Record<ReturnColumn, Cell>>>;

const TERM_CODES = { autumn: 'AUT', spring: 'SPR', summer: 'SUM' } as const;
const BYTE_ORDER_MARK = '\ufeff';

/**
 * Writes the full record as CSV, a row for each exclusion: UTF-8 with a byte order mark and CR LF (what Excel
 * needs to show accents), cells that a spreadsheet would run as formulas guarded with an apostrophe. A nil
 * return is one row with the category `NIL`. Refused: characters that no file may hold.
 */
export function writeReturnCsv(document: ReturnDocument): Result<string> {
  const impossible = findImpossibleCharacters(document);
  if (impossible.length > 0) return refuseFile(impossible);
  const canonical = canonicalReturn(document);
  const census = censusCells(canonical);
  const rows = canonical.pupils.flatMap((pupil) =>
    pupil.exclusions.map((one) => ({ ...census, ...pupilCells(pupil), ...exclusionCells(one) })),
  );
  const all: readonly Cells[] = canonical.nil ? [{ ...census, category: NIL_CATEGORY }] : rows;
  const lines = [
    RETURN_COLUMNS.join(','),
    ...all.map((row) => RETURN_COLUMNS.map((name) => cell(row[name])).join(',')),
  ];
  return ok(`${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`);
}

function cell(value: Cell): string {
  if (value === undefined) return '';
  const text = addGuard(String(value));
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function censusCells(document: ReturnDocument): Cells {
  const { school } = document;
  return {
    laestab: `${school.la}${school.estab}`,
    urn: school.urn,
    school_name: school.name,
    phase: school.phase,
    census_term: document.period.term,
    census_year: document.period.year,
    reference_date: document.referenceDate,
    serial_no: document.serialNo,
    created_at: document.createdAt,
    software: document.software,
    release: document.release,
  };
}

function pupilCells(pupil: ReturnPupil): Cells {
  return {
    upn: pupil.upn,
    former_upn: pupil.formerUpn,
    surname: pupil.surname,
    forename: pupil.forename,
    sex: pupil.sex,
    dob: pupil.dob,
    on_roll: pupil.onRoll,
    enrol_status: pupil.enrolStatus,
    entry_date: pupil.entryDate,
    leaving_date: pupil.leavingDate,
    nc_year_actual: pupil.ncYear,
    pupil_sen_provision: pupil.senProvision,
  };
}

function exclusionCells(one: ReturnExclusion): Cells {
  const term = referenceTermOf(one.startDate);
  const extra = Object.fromEntries(
    Object.entries(EXTRA_COLUMNS).map(([column, key]) => [column, one.extra?.[key]]),
  );
  return {
    ...extra,
    category: one.category,
    reason_1: one.reasons[0],
    reason_2: one.reasons[1],
    reason_3: one.reasons[2],
    start_date: one.startDate,
    sessions: one.category === 'PERM' ? undefined : one.sessions,
    in_care: one.inCare,
    sen_provision: one.senProvision,
    term_code: TERM_CODES[term.name],
    school_year: term.schoolYear,
  };
}
