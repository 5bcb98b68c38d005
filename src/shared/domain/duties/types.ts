import type { IsoDate } from '../../kernel/plain-date.ts';

export type RuleSetId = 'england-2003' | 'england-2007' | 'england-2012' | 'england-2022';

/** A value of the rules with where it stands, and whether that source itself was read. */
export interface Ruled<T> {
  readonly value: T;
  readonly source: string;
  readonly certainty: 'read' | 'unconfirmed';
}

/**
 * One row of the governors' table; rows are tried from the top and the first match holds. Days are school
 * days after the day of the notice to the governors.
 */
export interface GovernorsRule {
  readonly when: 'examination-missed' | 'permanent' | 'term-total';
  /** For `term-total`: matches when the term's total, this exclusion included, is strictly over it. */
  readonly overTermDays?: number;
  readonly must: 'meet' | 'meet-if-asked' | 'consider-representations';
  readonly notBeforeDay?: number;
  readonly byDay?: number;
  readonly mayReinstate: boolean;
  readonly source: string;
  readonly certainty: 'read' | 'unconfirmed';
}

/** The rules for exclusions that take effect from `from` to `to`; a case keeps the set of its start. */
export interface RuleSet {
  readonly id: RuleSetId;
  readonly name: string;
  readonly from: IsoDate;
  /** Last day, included; undefined while the set is in force. */
  readonly to: IsoDate | undefined;
  readonly words: {
    readonly exclusion: 'exclusion' | 'suspension';
    readonly authority: 'LEA' | 'LA';
    readonly governors: "governors' discipline committee" | 'governing board';
    readonly panel: 'independent appeal panel' | 'independent review panel';
  };
  /** Most days of fixed-period exclusion in one school year. */
  readonly maxYearDays: Ruled<number>;
  /** Day of the exclusion, or of its unbroken run, from which full-time education is owed. */
  readonly educationFromDay: Ruled<number>;
  /** How a term is read for the tests of 5 and 15 days; where the readings differ the higher total counts. */
  readonly termReading: Ruled<'higher-of-own-terms-and-reference-dates'>;
  /** Whether days at earlier schools count in the term's total (in the year's they always do). */
  readonly termCountsEarlierSchools: Ruled<boolean>;
  readonly governors: readonly GovernorsRule[];
}
