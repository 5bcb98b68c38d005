import type { IsoDate } from '../../kernel/plain-date.ts';

/** The two halves of a school day; a lunchtime is a third kind of span, never a session. */
export type Slot = 'am' | 'pm';

/** Half a school day. Order: by date, `am` before `pm`. */
export interface Session {
  readonly date: IsoDate;
  readonly slot: Slot;
}

/** First year of a school year: 2025 for September 2025 to August 2026. */
export type SchoolYear = number;

/** The three terms that statutory counting knows; half-terms are closures inside them. */
export type TermName = 'autumn' | 'spring' | 'summer';

/** One term as the school keeps it, both days included. */
export interface Term {
  readonly schoolYear: SchoolYear;
  readonly name: TermName;
  readonly from: IsoDate;
  readonly to: IsoDate;
}

export type ClosureKind = 'holiday' | 'bank-holiday' | 'inset' | 'closure';

/** Days (both included) on which the school, or one half of the day, does not meet. */
export interface Closure {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly slot: Slot | 'all';
  readonly kind: ClosureKind;
  readonly name: string;
}

/**
 * Everything day counting needs. A school day is a weekday (Monday to Friday) inside a term that no
 * closure covers; a session is a half of it. Source: SI 2007/1304 reg 2 ("a day on which the school meets").
 */
export interface SchoolCalendar {
  readonly terms: readonly Term[];
  readonly closures: readonly Closure[];
}

/**
 * One step of the working that is shown beside every count of days.
 * `counted`: sessions that count (1 or 2 of one day), or the day's lunchtime (`lunch` alone);
 * `closed`: days passed over, with the reason.
 */
export type WorkingLine =
  | { readonly type: 'counted'; readonly date: IsoDate; readonly slots: readonly (Slot | 'lunch')[] }
  | {
      readonly type: 'closed';
      readonly from: IsoDate;
      readonly to: IsoDate;
      readonly slot: Slot | 'all';
      readonly reason: string;
    };
