import type { IsoDate } from '../../kernel/plain-date.ts';
import type { Slot } from '../calendar/types.ts';

/**
 * Where an excluded pupil can be taught. A learning support unit is listed because schools have used it for first
 * days, which is against guidance (see `againstGuidance` in `provider-kinds.ts`); it is never proposed.
 */
export const PROVIDER_KINDS = [
  'internal-unit',
  'partner-school',
  'exchange-pair',
  'la-centre',
  'pru',
  'agency',
  'flexible-day',
  'split-day',
  'primary-rota',
  'joint-primary-centre',
  'tuition',
  'home-study',
  'learning-support-unit',
] as const;

export type ProviderKind = (typeof PROVIDER_KINDS)[number];

/** One half day of a provider's ordinary week; `capacity` counts pupils. Times are `HH:MM`, of whatever hour it is taught. */
export interface ProviderSession {
  /** 1 = Monday to 5 = Friday. */
  readonly weekday: number;
  /** The half day of school that it stands for, which may be taught before or after it. */
  readonly slot: Slot;
  readonly capacity: number;
  readonly starts: string;
  readonly ends: string;
}

/** Days on which a provider is closed, or has some places out of use. */
export interface ProviderClosure {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly slot: Slot | 'all';
  readonly reason: string;
  /** How many places are out of use; absent when the provider is closed. */
  readonly places?: number;
}

/** What the referring school must have handed over before a pupil arrives. */
export const PAPER_KINDS = [
  'handover-form',
  'work',
  'contacts',
  'medical',
  'risk-assessment',
  'support-plan',
] as const;

export type PaperKind = (typeof PAPER_KINDS)[number];

export const TRANSPORTERS = ['authority', 'school', 'provider', 'parents'] as const;

/** Who brings a pupil there and back. */
export type Transporter = (typeof TRANSPORTERS)[number];

/** Days of an exclusion, counted in school days from 1; no `toDay` is to its end. */
export interface DayWindow {
  readonly fromDay: number;
  readonly toDay?: number | undefined;
}

/** A course that goes on from stay to stay until all its sessions are done. */
export interface Course {
  readonly name: string;
  readonly sessions: number;
}

/**
 * A provider's rules of admission and what goes with a stay there. What is absent or empty asks for nothing. Days are
 * school days. Each rule was found in an arrangement of the national evaluation of day-one provision.
 */
export interface ProviderRules {
  /** National Curriculum years taken, Reception being 0; empty: any. */
  readonly yearGroups: readonly number[];
  /** Days of the exclusion on which it takes pupils: "from day 3", "up to day 5". */
  readonly window?: DayWindow | undefined;
  /** Takes only pupils whose exclusion is longer than this many school days. */
  readonly longerThanDays?: number | undefined;
  /** Length of a stay. */
  readonly minDays?: number | undefined;
  readonly maxDays?: number | undefined;
  /** School days of notice before the first session: 1 is the school day before. */
  readonly noticeDays?: number | undefined;
  /** Adults who must be rostered for a session to go ahead. */
  readonly adultsNeeded?: number | undefined;
  /** Days of the exclusion on which the referring school must send a named member of staff. */
  readonly escort?: DayWindow | undefined;
  /** Primary, secondary and long-term pupils never share a session. */
  readonly separateGroups: boolean;
  /** A code of conduct that parent and pupil sign before the start. */
  readonly codeOfConduct: boolean;
  /** The parents choose whether the pupil attends or stays at home. */
  readonly parentChooses: boolean;
  readonly papers: readonly PaperKind[];
  /** The work the school sets is due this many school days before the stay begins. */
  readonly workDaysBefore?: number | undefined;
  readonly weeklyReview: boolean;
  /** The end-of-placement report is due this many school days after the stay. */
  readonly reportDays?: number | undefined;
  /** Sheets for parent and pupil after the stay. */
  readonly evaluation: boolean;
  /** The pupil is looked up again this many school days after the return. */
  readonly followUpDays?: number | undefined;
  readonly courses: readonly Course[];
  readonly transport?: Transporter | undefined;
  /** Pence for one pupil in one session. */
  readonly costPence?: number | undefined;
  /** Metres from our school. */
  readonly distanceMetres?: number | undefined;
  /** Centres host it in turn, term by term (`ProviderHost`); without a host of the term it takes nobody. */
  readonly termRota: boolean;
}

/** The centre that hosts a rota in one term. */
export interface ProviderHost {
  readonly schoolYear: number;
  readonly term: 'autumn' | 'spring' | 'summer';
  readonly host: string;
}

/** An adult of the ordinary week (`weekday`), or a change on one day (`date`): there besides, or away. */
export interface RosteredAdult {
  readonly name: string;
  readonly weekday?: number;
  readonly date?: IsoDate;
  readonly slot: Slot;
  readonly here: boolean;
}

export interface Provider {
  readonly id: string;
  readonly kind: ProviderKind;
  readonly name: string;
  readonly sessions: readonly ProviderSession[];
  readonly closures: readonly ProviderClosure[];
  /** Distinct pupils in a week, Monday to Friday. */
  readonly weekCapacity?: number;
  /** Places in one session for pupils of one school. */
  readonly schoolShare?: number;
  readonly rules: ProviderRules;
  readonly adults: readonly RosteredAdult[];
  readonly hosts: readonly ProviderHost[];
}
