import type { IsoDate } from '../../kernel/plain-date.ts';

/** Kinds of record that are kept for a time of their own. The first group is of one pupil, the second of nobody alone. */
export const PUPIL_KINDS = [
  'pupil-file',
  'roll-entry',
  'letters',
  'stays',
  'at-risk',
  'waiting',
  'contacts',
] as const;

export const COMMON_KINDS = ['received-returns', 'sent-returns', 'refused-files', 'audit-details'] as const;

export const RETENTION_KINDS = [...PUPIL_KINDS, ...COMMON_KINDS] as const;

export type PupilKind = (typeof PUPIL_KINDS)[number];

export type CommonKind = (typeof COMMON_KINDS)[number];

export type RetentionKind = (typeof RETENTION_KINDS)[number];

/**
 * What a time is counted from: the pupil's birth, the last day on roll, the end (31 July) of the school year of the
 * newest record of the kind, or the day a row was made.
 */
export type RetentionBasis = 'birth' | 'leaving' | 'school-year' | 'made';

/** How long a kind is kept, and on what ground. */
export interface RetentionRule {
  readonly kind: RetentionKind;
  readonly months: number;
  readonly from: RetentionBasis;
  /** Where our figure comes from, in a few words. */
  readonly source: string;
  /** `practice`: widely followed guidance; `suggestion`: ours, the school decides. Neither is law. */
  readonly certainty: 'practice' | 'suggestion';
}

/** The kinds of a pupil's record that are there, each with the day of the newest. */
export type NewestRecords = Readonly<Partial<Record<PupilKind, IsoDate>>>;

/** What a pupil's times are counted from. */
export interface RetentionFacts {
  readonly dob: IsoDate;
  readonly leavingDate?: IsoDate | undefined;
  readonly newest: NewestRecords;
}

/** A kind of record whose time is over. */
export interface DueKind {
  readonly kind: PupilKind;
  /** The first day on which it need not be kept any more. */
  readonly since: IsoDate;
}
