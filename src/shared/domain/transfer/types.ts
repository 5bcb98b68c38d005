import type { SchoolYear, TermName } from '../calendar/types.ts';
import type { IsoDate } from '../../kernel/plain-date.ts';
import type { TargetState } from '../support/types.ts';

/** The school that a part of a history comes from, where that is not the school whose history it is. */
export interface EarlierSchool {
  readonly name: string;
  /** Missing where the days were typed by hand: `name` is then what was noted as their source. */
  readonly laEstab?: string | undefined;
  /** When that school said it (UTC ISO); of two statements of one school the later one counts. */
  readonly saidAt?: string | undefined;
}

interface OfSchool {
  /** Missing: the school whose history this is. */
  readonly at?: EarlierSchool | undefined;
}

/** What a school hands on with a pupil who moves: the days, the placements and the support follow the child. */
export interface PupilHistory {
  /** When it was written, UTC ISO. */
  readonly madeAt: string;
  /** Every exclusion that counts, oldest first. `halfDays` is missing for a permanent one. */
  readonly exclusions: readonly (OfSchool & {
    readonly kind: 'fixed-period' | 'permanent' | 'lunchtime';
    readonly from: IsoDate;
    readonly to?: IsoDate | undefined;
    readonly halfDays?: number | undefined;
    readonly reasons: readonly string[];
    readonly whatWorked?: string | undefined;
  })[];
  /** Half days out by term, those of schools before this one among them: what the thresholds count. */
  readonly halfDays: readonly (OfSchool & TermDays)[];
  readonly placements: readonly (OfSchool & {
    readonly provider: string;
    readonly from: IsoDate;
    readonly to: IsoDate;
    readonly sessions: number;
    readonly attended: number;
    readonly report?:
      { readonly work: string; readonly behaviour: string; readonly nextSteps: string } | undefined;
  })[];
  readonly courses: readonly (OfSchool & {
    readonly course: string;
    readonly done: number;
    readonly total: number;
  })[];
  readonly support: readonly (OfSchool & {
    readonly since: IsoDate;
    readonly categories: readonly string[];
    readonly why: readonly string[];
    readonly level?: string | undefined;
    readonly keyWorker?: string | undefined;
    readonly keyWorkerRole?: string | undefined;
    readonly signedOffOn?: IsoDate | undefined;
    readonly signedOffWhy?: string | undefined;
  })[];
  readonly targets: readonly (OfSchool & { readonly target: string; readonly state: TargetState })[];
  readonly referrals: readonly (OfSchool & {
    readonly agency: string;
    readonly on: IsoDate;
    readonly state: string;
    readonly answer?: string | undefined;
  })[];
}

/** Half days out in one term of one school year. */
export interface TermDays {
  readonly schoolYear: SchoolYear;
  readonly term: TermName;
  readonly halfDays: number;
}

/** Half days of a term at earlier schools as they are kept, with who said so. */
export interface KeptDays extends TermDays {
  readonly source: string;
}

/** A history as it was received from a school. */
export interface ReceivedHistory {
  readonly fromSchool: string;
  readonly fromLaEstab: string;
  readonly history: PupilHistory;
}

/** What one school said of a pupil: the parts of a history, none of them with `at`. */
export interface Statement {
  readonly school: EarlierSchool;
  readonly history: PupilHistory;
}

/** Whom a file is about, as the school before has the pupil on its roll. */
export interface TransferredPupil {
  readonly upn: string;
  readonly formerUpn?: string | undefined;
  readonly surname: string;
  readonly preferredSurname?: string | undefined;
  readonly forename: string;
  readonly dob: IsoDate;
}

/** What a school signs of a pupil who moves. */
export interface TransferContents {
  readonly school: { readonly name: string; readonly laEstab: string };
  readonly pupil: TransferredPupil;
  readonly history: PupilHistory;
}
