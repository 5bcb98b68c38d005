import { referenceTermOf } from '#shared/domain/calendar/school-year.ts';
import { writeExplanations } from './explanations-text.ts';
import { addGuard } from './formula-guard.ts';
import type { ReturnColumn } from './return-csv-columns.ts';
import { EXTRA_COLUMNS, NIL_CATEGORY, RETURN_COLUMNS } from './return-csv-columns.ts';
import type { ReturnDocument, ReturnExclusion, ReturnPupil } from './return-document.ts';
import { canonicalReturn } from './return-document.ts';

type Cell = string | number | boolean | undefined;
type Cells = Readonly<Partial<Record<ReturnColumn, Cell>>>;

const TERM_CODES = { autumn: 'AUT', spring: 'SPR', summer: 'SUM' } as const;

/**
 * The full record as rows of texts, one for each exclusion, in the columns of `RETURN_COLUMNS`: what both the CSV and
 * the workbook hold. Texts that a spreadsheet would run as formulas are guarded with an apostrophe.
 */
export function returnRows(document: ReturnDocument): readonly (readonly string[])[] {
  const canonical = canonicalReturn(document);
  const census = censusCells(canonical);
  const rows = canonical.pupils.flatMap((pupil) =>
    pupil.exclusions.map((one) => ({ ...census, ...pupilCells(pupil), ...exclusionCells(one) })),
  );
  const all: readonly Cells[] = canonical.nil ? [{ ...census, category: NIL_CATEGORY }] : rows;
  return all.map((row) => RETURN_COLUMNS.map((name) => textOf(row[name])));
}

const textOf = (value: Cell): string => (value === undefined ? '' : addGuard(String(value)));

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
    period_kind: document.period.kind,
    period_from: document.period.from,
    period_to: document.period.to,
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
    ethnicity: pupil.ethnicity,
    fsm_eligible: pupil.fsm,
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
    explanations: writeExplanations(one.explanations),
  };
}
