import type { IsoDate } from '../../kernel/plain-date.ts';
import type { Session, Slot } from '../calendar/types.ts';
import type { GovernorsRule } from '../duties/rules/types.ts';
import type { CaseEvent, CaseEventType, RuleSet } from '../duties/types.ts';
import type { ExclusionKind } from './types.ts';

/** What the life cycle needs of a case. Events that were struck out are left out. */
export interface LifeCase {
  readonly kind: ExclusionKind;
  readonly draft: boolean;
  readonly start: Session;
  /** Its last session as decided; missing for a permanent exclusion. */
  readonly last?: Session;
  readonly noticeOn: IsoDate;
  readonly ruleSet: RuleSet;
  readonly events: readonly CaseEvent[];
  /** The row of the governors' table that the case falls under. */
  readonly governors?: Pick<GovernorsRule, 'must' | 'mayReinstate'>;
  /** The parents' last day to apply for a review: the day of the duty `review-apply`, once there is one. */
  readonly reviewBy?: IsoDate;
  /** Half days out in the school year, those of the day of cancelling included. */
  readonly halfDaysInYear: number;
}

/** Something that is to be recorded in a case. */
export interface NewEvent {
  readonly type: CaseEventType;
  readonly on: IsoDate;
  readonly slot?: Slot;
  readonly outcome?: string;
  /** The first session back, of an event that puts the pupil back. */
  readonly back?: Session;
}

/** One thing that may happen next in a case, or may not and why. */
export interface Step {
  readonly event: CaseEventType;
  readonly allowed: boolean;
  /** Why not. */
  readonly why?: string;
  /** The outcomes to choose from; none where there is nothing to choose. */
  readonly outcomes: readonly string[];
  /** It needs the first session back as well as the day (of a decision: when the pupil is reinstated). */
  readonly asksSession: boolean;
  /** Only the head, or an acting head, does it. */
  readonly decides: boolean;
}
