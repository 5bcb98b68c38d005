import type { IsoDate } from '../../kernel/plain-date.ts';
import type { Session, Slot } from '../calendar/types.ts';
import type { ExclusionKind } from '../exclusions/types.ts';
import type { ProviderKind } from '../providers/types.ts';

/** The codes that an exclusion can put into the attendance register; `/` and `\` are present, morning and afternoon. */
export type RegisterCode = 'E' | 'B' | 'D' | 'K' | '/' | '\\';

/** Codes that say where an excluded pupil was; found without an exclusion they are worth a question. */
export const EXCLUSION_CODES: readonly string[] = ['E', 'B', 'D', 'K'] satisfies readonly RegisterCode[];

/** A place as the register sees it: who runs it, and whether it is firm. A hold is no place yet. */
export interface RegisterPlace extends Session {
  readonly providerName: string;
  readonly providerKind: ProviderKind;
  readonly state: 'held' | 'booked';
  /** The pupil was marked as not there: absent, declined, or excluded from it. */
  readonly notTakenUp?: boolean;
}

/** What the codes of one issued case follow from. Cancelled and lapsed places are left out by the caller. */
export interface RegisterCase {
  readonly exclusionId: string;
  readonly pupilId: string;
  readonly kind: ExclusionKind;
  readonly start: Session;
  /** The half days recorded for it, those given back included; none for a permanent exclusion. */
  readonly halfDays: readonly {
    readonly date: IsoDate;
    readonly slot: Slot | 'lunch';
    readonly givenBack: boolean;
  }[];
  /** The first session given back, when the case was stopped before its end. */
  readonly stopped?: Session;
  /** The pupil's last day on the register; missing while nobody has removed the name. */
  readonly lastDayOnRoll?: IsoDate;
  /** Dual registered, with this school as the main one (enrolment status M). */
  readonly dualMain: boolean;
  readonly places: readonly RegisterPlace[];
}

/** Why a session has its code; the words are in `shared/text/register-words.ts`. */
export type CodeReason =
  | { readonly type: 'no-place' }
  | { readonly type: 'held-only'; readonly providerName: string }
  | { readonly type: 'not-taken-up'; readonly providerName: string }
  | {
      readonly type: 'place';
      readonly providerName: string;
      readonly as: 'own-unit' | 'at-home' | 'other-hours' | 'dual' | 'authority' | 'off-site';
    };

/** One session out and the code it should carry. */
export interface CodedSession extends Session {
  readonly exclusionId: string;
  readonly pupilId: string;
  readonly code: RegisterCode;
  readonly reason: CodeReason;
}

/** One mark of a register that was read; `upn` as it is kept (see `normaliseUpn`), `code` in capitals. */
export interface RegisterMark extends Session {
  readonly upn: string;
  readonly code: string;
}
