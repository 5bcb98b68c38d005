import type { IsoDate } from '../../kernel/plain-date.ts';

/** What puts a pupil on the list. Days are school days, halves possible; all but the first look at the school year. */
export type ConferenceCriterion =
  | { readonly kind: 'days-in-term'; readonly overDays: number }
  | { readonly kind: 'days-in-year'; readonly overDays: number }
  /** Met from so many exclusions on; lunchtimes are not counted. */
  | { readonly kind: 'times-in-year'; readonly times: number }
  | { readonly kind: 'permanent'; readonly which: 'not-final' | 'any' }
  | { readonly kind: 'schools'; readonly schools: number }
  /** Met when so few days, or fewer, are left before the most that the law allows in a school year. */
  | { readonly kind: 'near-limit'; readonly withinDays: number };

export const CONFERENCE_CATEGORIES = ['fixed-period', 'permanent', 'lunchtime'] as const;

/** One exclusion of a pupil, at whatever school. */
export interface ConferenceExclusion {
  readonly laEstab: string;
  readonly category: (typeof CONFERENCE_CATEGORIES)[number];
  readonly startDate: IsoDate;
  /** Half days out; null where it was not said, and for a permanent one. A lunchtime is one. */
  readonly halfDays: number | null;
  /** A permanent one whose governors or review are still to come. */
  readonly notFinal: boolean;
}

/** A criterion that a pupil meets, with the figure, how far it is beyond, and what it was worked out from. */
export interface MetCriterion {
  readonly criterion: ConferenceCriterion;
  readonly value: number;
  /** Days or times beyond the threshold; for `near-limit` the days left, below nought once it is passed. */
  readonly by: number;
  /** The least it can be: the length of some exclusion was not said. */
  readonly atLeast: boolean;
  /** Places in the pupil's list of exclusions. */
  readonly exclusions: readonly number[];
}

/** What a pupil's exclusions of the school year come to. */
export interface ConferenceFigures {
  readonly daysTerm: number;
  readonly daysYear: number;
  /** Without lunchtimes. */
  readonly times: number;
  readonly permanent: number;
  readonly schools: number;
  /** Exclusions whose length was not said, so that the days are at least so many. */
  readonly withoutLength: number;
}

/** As of which day, and what the law allows. */
export interface ConferenceDay {
  readonly asOf: IsoDate;
  /** First day of the term of `asOf`, by the reference dates. */
  readonly termFrom: IsoDate;
  /** Most days of fixed-period exclusion in a school year. */
  readonly limitDays: number;
}
