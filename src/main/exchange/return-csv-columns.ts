import type { ReturnExtra } from './return-document.ts';

/** Columns of the full record that travel in `ReturnExclusion.extra`. */
export const EXTRA_COLUMNS = {
  care_authority: 'careAuthority',
  start_session: 'startSession',
  end_date: 'endDate',
  cum_days_term: 'cumDaysTerm',
  cum_days_year: 'cumDaysYear',
  exam_or_nct_missed: 'examMissed',
  day6_date: 'day6Date',
  day6_provider_laestab: 'day6ProviderLaestab',
  parent_notified_on: 'parentNotifiedOn',
  la_notified_on: 'laNotifiedOn',
  gb_notified_on: 'governorsNotifiedOn',
  gb_meet_by: 'governorsMeetBy',
  gb_outcome: 'governorsOutcome',
  irp_requested_on: 'reviewRequestedOn',
  irp_outcome: 'reviewOutcome',
  cancelled_on: 'cancelledOn',
  cancel_reason: 'cancelReason',
} as const satisfies Readonly<Record<string, keyof ReturnExtra>>;

/**
 * The columns in the order they are written. The first 35 are the exclusion as an authority wants to see it;
 * those after `cancel_reason` say which return the row belongs to and complete the pupil. `term_code` and
 * `school_year` are worked out from the start date and not read back. The last six came with returns of any period;
 * a file without them is of a census.
 */
export const RETURN_COLUMNS = [
  'laestab',
  'urn',
  'upn',
  'surname',
  'forename',
  'sex',
  'dob',
  'nc_year_actual',
  'sen_provision',
  'in_care',
  'care_authority',
  'category',
  'reason_1',
  'reason_2',
  'reason_3',
  'start_date',
  'start_session',
  'end_date',
  'sessions',
  'term_code',
  'school_year',
  'cum_days_term',
  'cum_days_year',
  'exam_or_nct_missed',
  'day6_date',
  'day6_provider_laestab',
  'parent_notified_on',
  'la_notified_on',
  'gb_notified_on',
  'gb_meet_by',
  'gb_outcome',
  'irp_requested_on',
  'irp_outcome',
  'cancelled_on',
  'cancel_reason',
  'former_upn',
  'on_roll',
  'enrol_status',
  'entry_date',
  'leaving_date',
  'pupil_sen_provision',
  'school_name',
  'phase',
  'census_term',
  'census_year',
  'reference_date',
  'serial_no',
  'created_at',
  'software',
  'release',
  'period_kind',
  'period_from',
  'period_to',
  'ethnicity',
  'fsm_eligible',
  'explanations',
] as const;

export type ReturnColumn = (typeof RETURN_COLUMNS)[number];

/** A file without one of these is not a return. */
export const REQUIRED_RETURN_COLUMNS = [
  'laestab',
  'upn',
  'surname',
  'forename',
  'dob',
  'category',
  'reason_1',
  'start_date',
  'sessions',
  'census_term',
  'census_year',
  'reference_date',
] as const satisfies readonly ReturnColumn[];

/** The category of the one row of a nil return; every pupil column of that row is empty. */
export const NIL_CATEGORY = 'NIL';
