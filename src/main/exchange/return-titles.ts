import { headingKey } from './pupil-csv-columns.ts';
import type { ReturnColumn } from './return-csv-columns.ts';
import { RETURN_COLUMNS } from './return-csv-columns.ts';

/** The headings of the workbook, and what the column says where that is not plain. */
export const RETURN_TITLES: Readonly<Record<ReturnColumn, readonly [title: string, meaning?: string]>> = {
  laestab: ['School', 'Authority and school number, seven figures'],
  urn: ['URN'],
  upn: ['UPN'],
  surname: ['Surname'],
  forename: ['Forename'],
  sex: ['Sex', 'M, F, or U where it is not known'],
  dob: ['Date of birth'],
  nc_year_actual: ['Year', 'N1, N2, R, 1 to 14, X'],
  sen_provision: ['SEN then', 'SEN provision at the time of the exclusion: N, K, E; formerly A, P, S'],
  in_care: ['In care then', 'At the time of the exclusion: true, false, or empty where it was not said'],
  care_authority: ['Care authority'],
  category: ['Category', 'SUSP or FIXD, PERM, LNCH; NIL in the one row of a return with nothing to report'],
  reason_1: ['Reason 1', 'The main one'],
  reason_2: ['Reason 2'],
  reason_3: ['Reason 3'],
  start_date: ['Start date'],
  start_session: ['Start session', 'AM or PM'],
  end_date: ['End date'],
  sessions: ['Sessions', 'Half school days; none for a permanent exclusion'],
  term_code: ['Term', 'Of the start date; worked out, not read back'],
  school_year: ['School year', 'The year in which it begins; worked out, not read back'],
  cum_days_term: ['Days in term', 'School days in the term, this exclusion included'],
  cum_days_year: ['Days in year', 'School days in the school year, this exclusion included'],
  exam_or_nct_missed: ['Examination missed', 'true or false'],
  day6_date: ['Provision from', 'First day of education arranged'],
  day6_provider_laestab: ['Provision by'],
  parent_notified_on: ['Parent told on'],
  la_notified_on: ['Authority told on'],
  gb_notified_on: ['Governors told on'],
  gb_meet_by: ['Governors to meet by'],
  gb_outcome: ['Governors decided'],
  irp_requested_on: ['Review asked for on'],
  irp_outcome: ['Review decided'],
  cancelled_on: ['Cancelled on'],
  cancel_reason: ['Cancelled because'],
  former_upn: ['Former UPN'],
  on_roll: ['On roll', 'true, or false for a pupil who has left'],
  enrol_status: ['Enrolment', 'C, M, S, F, O, G, P'],
  entry_date: ['Joined on'],
  leaving_date: ['Left on'],
  pupil_sen_provision: ['SEN now', 'SEN provision on the day of the return'],
  school_name: ['School name'],
  phase: ['Phase'],
  census_term: ['Census term', 'AUT, SPR, SUM; empty where the period has none'],
  census_year: ['Census year', 'Of the census; for a term the year in which the school year begins'],
  reference_date: ['Reference date'],
  serial_no: ['Version'],
  created_at: ['Made at'],
  software: ['Made with'],
  release: ['Release'],
  period_kind: ['Period', 'census, annual, termly or dates'],
  period_from: ['Period from'],
  period_to: ['Period to'],
  ethnicity: ['Ethnicity', 'Four letters'],
  fsm_eligible: ['Free meals', 'Eligible for free school meals: true, false, or empty where it was not said'],
  explanations: ['Explanations', 'What the school says about a query of the checks, a line for each'],
};

const BY_TITLE: ReadonlyMap<string, ReturnColumn> = new Map(
  RETURN_COLUMNS.map((column) => [headingKey(RETURN_TITLES[column][0]), column] as const),
);

/** Our column for a heading of the workbook; other headings as they are. */
export const columnOfTitle = (title: string): string =>
  BY_TITLE.get(headingKey(title)) ?? title.trim().toLowerCase();
