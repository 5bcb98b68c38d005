/** The only source of "now" and "today"; injected, so that tests and demonstrations choose the day. */
export interface Clock {
  /** The present instant as UTC ISO text with milliseconds, e.g. `2026-11-21T22:02:14.000Z`. */
  now(): string;
  /** Today's date in England as `YYYY-MM-DD`. */
  today(): string;
}
