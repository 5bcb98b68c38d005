import type { TermName } from '../calendar/types.ts';
import type { IsoDate } from '../../kernel/plain-date.ts';
import type { TargetState } from '../support/types.ts';

/** What a school hands on with a pupil who moves: the days, the placements and the support follow the child. */
export interface PupilHistory {
  /** Every exclusion that counts, oldest first. `halfDays` is missing for a permanent one. */
  readonly exclusions: readonly {
    readonly kind: 'fixed-period' | 'permanent' | 'lunchtime';
    readonly from: IsoDate;
    readonly to?: IsoDate | undefined;
    readonly halfDays?: number | undefined;
    readonly reasons: readonly string[];
    readonly whatWorked?: string | undefined;
  }[];
  /** Half days out by term, those of schools before this one among them: what the thresholds count. */
  readonly halfDays: readonly {
    readonly schoolYear: number;
    readonly term: TermName;
    readonly halfDays: number;
  }[];
  readonly placements: readonly {
    readonly provider: string;
    readonly from: IsoDate;
    readonly to: IsoDate;
    readonly sessions: number;
    readonly attended: number;
    readonly report?:
      { readonly work: string; readonly behaviour: string; readonly nextSteps: string } | undefined;
  }[];
  readonly courses: readonly { readonly course: string; readonly done: number; readonly total: number }[];
  readonly support: readonly {
    readonly since: IsoDate;
    readonly categories: readonly string[];
    readonly why: readonly string[];
    readonly level?: string | undefined;
    readonly keyWorker?: string | undefined;
    readonly keyWorkerRole?: string | undefined;
    readonly signedOffOn?: IsoDate | undefined;
    readonly signedOffWhy?: string | undefined;
  }[];
  readonly targets: readonly { readonly target: string; readonly state: TargetState }[];
  readonly referrals: readonly {
    readonly agency: string;
    readonly on: IsoDate;
    readonly state: string;
    readonly answer?: string | undefined;
  }[];
}
