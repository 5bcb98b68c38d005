import type { IsoDate } from '../../kernel/plain-date.ts';

/**
 * File formats a return travels in. `census-xml` has two layouts, chosen by the census; `authority-xml` is what systems
 * of local authorities take; `csv` and `xlsx` hold the full record, for programs and for people.
 */
export const RETURN_FORMATS = ['census-xml', 'authority-xml', 'csv', 'xlsx'] as const;

export type ReturnFormat = (typeof RETURN_FORMATS)[number];

/**
 * What decides which start dates a return takes: the window of a census; the school year before, as the former PRU
 * return had it; one term, as the survey before the census had it; or any dates.
 */
export const PERIOD_KINDS = ['census', 'annual', 'termly', 'dates'] as const;

export type PeriodKind = (typeof PERIOD_KINDS)[number];

/** The three census terms by which a return is named. */
export const CENSUS_TERMS = ['AUT', 'SPR', 'SUM'] as const;

export type CensusTerm = (typeof CENSUS_TERMS)[number];

/**
 * The period of a return. `year` is the calendar year of a census and of an annual return (collected in spring), and the
 * first year of the school year of a termly one; a return of any dates has neither term nor year.
 */
export interface ReturnPeriod {
  readonly kind: PeriodKind;
  readonly term?: CensusTerm;
  readonly year?: number;
  /** Start dates that belong in the return, both included. */
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** What a return contains. `sessions` are half days of fixed-period exclusions; `days` = sessions / 2. */
export interface ReturnCounts {
  readonly pupils: number;
  readonly fixedPeriod: number;
  readonly permanent: number;
  readonly lunchtime: number;
  readonly sessions: number;
}
