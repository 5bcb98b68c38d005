/** File formats a return travels in. */
export const RETURN_FORMATS = ['census-xml', 'csv'] as const;

export type ReturnFormat = (typeof RETURN_FORMATS)[number];

/** What a return contains. `sessions` are half days of fixed-period exclusions; `days` = sessions / 2. */
export interface ReturnCounts {
  readonly pupils: number;
  readonly fixedPeriod: number;
  readonly permanent: number;
  readonly lunchtime: number;
  readonly sessions: number;
}
