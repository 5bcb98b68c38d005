import type { EXTRA_COLUMNS } from './return-csv-columns.ts';

/** The outermost element of our envelope around the exclusions that systems of local authorities take. */
export const AUTHORITY_ROOT = 'ExclusionsReturn';

/** Counts up when the envelope changes so that an older reader would misread it. */
export const AUTHORITY_LAYOUT = '1';

/**
 * Where each part beyond the census stands in an `Exclusion`. `EndDate` and `StartTime` belong to the block that
 * authorities' systems take; the others are ours and stand in `Details`.
 */
export const AUTHORITY_EXTRA: Readonly<Record<keyof typeof EXTRA_COLUMNS, readonly string[]>> = {
  end_date: ['EndDate'],
  start_session: ['StartTime'],
  care_authority: ['Details', 'CareAuthority'],
  cum_days_term: ['Details', 'DaysInTerm'],
  cum_days_year: ['Details', 'DaysInYear'],
  exam_or_nct_missed: ['Details', 'ExaminationMissed'],
  day6_date: ['Details', 'ProvisionFrom'],
  day6_provider_laestab: ['Details', 'ProvisionBy'],
  parent_notified_on: ['Details', 'ParentNotifiedOn'],
  la_notified_on: ['Details', 'AuthorityNotifiedOn'],
  gb_notified_on: ['Details', 'GovernorsNotifiedOn'],
  gb_meet_by: ['Details', 'GovernorsMeetBy'],
  gb_outcome: ['Details', 'GovernorsOutcome'],
  irp_requested_on: ['Details', 'ReviewRequestedOn'],
  irp_outcome: ['Details', 'ReviewOutcome'],
  cancelled_on: ['Details', 'CancelledOn'],
  cancel_reason: ['Details', 'CancelReason'],
};
