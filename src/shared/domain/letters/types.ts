import type { IsoDate } from '../../kernel/plain-date.ts';
import type { Session } from '../calendar/types.ts';
import type { GovernorsRule } from '../duties/rules/types.ts';
import type { Examination, RuleSet } from '../duties/types.ts';
import type { ChainLink, ExclusionKind, ExclusionState } from '../exclusions/types.ts';

/** Every letter and notice there is, in the order in which a case lists them. */
export const LETTER_IDS = [
  'parents-short',
  'parents-over-5',
  'parents-exam',
  'parents-over-15',
  'parents-permanent',
  'parents-lunchtime',
  'parents-further',
  'parents-cancelled',
  'notice-authority',
  'notice-home-authority',
  'notice-governors',
  'notice-social-worker',
  'notice-virtual-school-head',
  'governors-invitation',
  'governors-decision',
] as const;

export type LetterId = (typeof LETTER_IDS)[number];

/**
 * What is true of a case, for the conditions of paragraphs. What depends on the date (`public-places`, `appeal` ...) is
 * in `letter-rules.ts`; the rest follows from the facts in `letter-flags.ts`.
 */
export const LETTER_FLAGS = [
  'fixed-period',
  'permanent',
  'lunchtime',
  'not-permanent',
  'further',
  'extension',
  'conversion',
  'cancelled',
  'in-force',
  'board-considers',
  'board-if-asked',
  'board-meets',
  'board-exam',
  'board-must-meet',
  'board-looks',
  'board-window',
  'education-law',
  'education-promise',
  'education-arranged',
  'education-by-authority',
  'education-places',
  'public-places',
  'has-previous',
  'no-previous',
  'over-5',
  'exams',
  'interview',
  'return-talk',
  'in-care',
  'home-authority',
  'never-out',
  'over-at-meeting',
  'over-at-decision',
  'upheld',
  'reinstated',
  'considered',
  'review-possible',
  'appeal',
  'review',
  'sen-expert',
  'remote',
  'remote-possible',
  'pupil-involved',
  'exam-chair-alone',
  'cancel-rules',
] as const;

export type LetterFlag = (typeof LETTER_FLAGS)[number];

/** All of them hold; with `not ` before it, the flag does not. An empty list always holds. */
export type Condition = readonly (LetterFlag | `not ${LetterFlag}`)[];

export type BlockKind = 'address' | 'date' | 'heading' | 'paragraph' | 'bullets' | 'signature';

/**
 * One paragraph of a template. In its text `{gap}` is filled from the record or typed, `[word]` is the rule set's word.
 * Several lines are the points of a list or the lines of an address; a line that is one gap alone becomes a line for
 * each line of what fills it.
 */
export interface Paragraph {
  readonly id: string;
  readonly kind: BlockKind;
  /** What the rules ask for: it cannot be edited, only its editable gaps can. */
  readonly locked: boolean;
  /** Which of `STATUTORY_ITEMS` it carries. */
  readonly covers: readonly string[];
  readonly when?: Condition;
  readonly text: string | readonly string[];
}

/** A duty that sending the letter fulfils: of the keys the first that is owed. */
export interface FulfilledDuty {
  readonly keys: readonly string[];
  readonly when?: Condition;
}

export interface LetterTemplate {
  readonly id: LetterId;
  /** Raised whenever the wording changes; kept with what was issued. */
  readonly version: number;
  readonly title: string;
  /** To whom, in the words of the rule set. */
  readonly party: string;
  readonly duties: readonly FulfilledDuty[];
  readonly paragraphs: readonly Paragraph[];
}

/**
 * `record`: only the record fills it; `typed`: only a person does; `prefilled`: the record proposes and a person may type
 * over it; `record-else-typed`: the record fills it, and while it cannot, a person may.
 */
export type GapPolicy = 'record' | 'typed' | 'prefilled' | 'record-else-typed';

export interface GapDefinition {
  readonly label: string;
  readonly help?: string;
  readonly multiline?: boolean;
  readonly policy: GapPolicy;
  /** Where the record is put right when it cannot fill the gap. */
  readonly fix?: string;
  /** What it is called when an issued letter no longer agrees with the record: "The end". */
  readonly watched?: string;
}

/** What the record says for a gap; empty text when it says nothing. `help` tells what exactly is wanting. */
export interface GapValue {
  readonly text: string;
  readonly help?: string;
}

export type GapSource = 'record' | 'typed' | 'missing';

export type LetterRun =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'gap'; readonly key: string; readonly text: string; readonly from: GapSource };

export interface LetterBlock {
  readonly id: string;
  readonly kind: BlockKind;
  readonly locked: boolean;
  readonly lines: readonly (readonly LetterRun[])[];
}

export interface LetterGap {
  readonly key: string;
  readonly label: string;
  readonly help?: string;
  readonly multiline: boolean;
  readonly value: string;
  readonly from: GapSource;
  readonly editable: boolean;
  readonly fix?: string;
}

export interface ComposedLetter {
  readonly blocks: readonly LetterBlock[];
  /** In order of first appearance. */
  readonly gaps: readonly LetterGap[];
  /** A sentence for each gap that nothing fills. */
  readonly missing: readonly string[];
  /** What the record said for the watched gaps: what an issued letter is compared by later. */
  readonly watched: Readonly<Record<string, string>>;
}

/** What stands at the head of the paper. */
export interface Letterhead {
  readonly schoolName: string;
  /** Address line by line, then telephone and e-mail. */
  readonly lines: readonly string[];
}

export interface Person {
  readonly name: string;
  readonly address?: string;
  readonly phone?: string;
  readonly email?: string;
}

/** One half day at a place of education, with what the letter must say about it. */
export interface TaughtSession extends Session {
  readonly provider: string;
  readonly address?: string;
  /** "Mrs Jones, 020 7946 0000". */
  readonly contact?: string;
  /** `HH:MM`; missing when the place is booked outside the provider's ordinary week. */
  readonly starts?: string;
  readonly ends?: string;
  readonly state: 'held' | 'booked';
}

/** Everything a letter of one case is written from. Nothing in it is worded. */
export interface LetterFacts {
  /** The day the letter is dated. */
  readonly writtenOn: IsoDate;
  readonly ruleSet: RuleSet;
  readonly exclusion: {
    readonly id: string;
    readonly kind: ExclusionKind;
    readonly state: ExclusionState;
    readonly start: Session;
    /** Its last session as decided; missing for a permanent one. */
    readonly last?: Session;
    readonly returnsOn?: Session;
    /** Half days, or lunchtimes; 0 for a permanent one. */
    readonly halfDays: number;
    /** The school days it takes, in order; of a permanent one the first five. */
    readonly schoolDays: readonly IsoDate[];
    /** The days on which the parents keep the pupil out of public places; none where there is no such duty. */
    readonly publicPlaceDays: readonly IsoDate[];
    readonly reasons: readonly string[];
    readonly account: string;
    readonly decidedBy: string;
    readonly decidedOn: IsoDate;
    readonly follows?: { readonly title: string; readonly as: ChainLink };
    /** Taken back by the head: why, and the first session back. */
    readonly takenBack?: {
      readonly reason: string;
      readonly back: Session;
      /** It was taken back before it began. */
      readonly neverOut: boolean;
    };
  };
  readonly pupil: {
    readonly name: string;
    readonly forename: string;
    readonly form?: string;
    readonly dateOfBirth: IsoDate;
    readonly upn: string;
    readonly inCare: boolean;
    readonly senProvision?: string;
    readonly ofCompulsoryAge: boolean;
  };
  readonly parents: readonly Person[];
  readonly socialWorker?: Person;
  readonly virtualSchoolHead?: Person;
  readonly homeAuthority?: Person;
  readonly school: Person & { readonly phase: string };
  readonly authority: Person & { readonly contact?: string };
  readonly clerk?: Person;
  readonly advice: readonly string[];
  /** How the school sets work and takes it back, where it has said so once for all. */
  readonly work?: string;
  /** They sign as acting head. */
  readonly headIsActing: boolean;
  /** Half days of the deciding term, this exclusion included; missing for a permanent one. */
  readonly termHalfDays?: number;
  readonly examsMissed: readonly Examination[];
  readonly education: {
    readonly law?: { readonly date: IsoDate; readonly day: number };
    readonly promise?: { readonly date: IsoDate; readonly day: number };
    /** By law it is owed, on a day that the term dates entered do not reach. */
    readonly lawUndated?: boolean;
    /** Exclusions in its unbroken run, this one included. */
    readonly runLength: number;
    readonly sessions: readonly TaughtSession[];
  };
  readonly governors: {
    readonly rule: GovernorsRule;
    readonly notBefore?: IsoDate;
    readonly by?: IsoDate;
    readonly meetingOn?: IsoDate;
    readonly decision?: { readonly on: IsoDate; readonly outcome: string; readonly back?: Session };
  };
  /** The law asks for a reintegration interview. */
  readonly interviewOwed: boolean;
  /** The parents' last day for a review or an appeal. */
  readonly reviewBy?: IsoDate;
  /** What it becomes when the letter that tells them goes by first-class post; missing once they were told. */
  readonly reviewByPost?: IsoDate;
  /** Titles of earlier exclusions at this school, earliest first. */
  readonly previous: readonly string[];
}
