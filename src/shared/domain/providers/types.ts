import type { IsoDate } from '../../kernel/plain-date.ts';
import type { Slot } from '../calendar/types.ts';

/** Where an excluded pupil can be taught. */
export const PROVIDER_KINDS = ['pru', 'partner-school', 'internal-unit', 'la-centre'] as const;

export type ProviderKind = (typeof PROVIDER_KINDS)[number];

/** One half day of a provider's ordinary week; `capacity` counts pupils. Times are `HH:MM`. */
export interface ProviderSession {
  /** 1 = Monday to 5 = Friday. */
  readonly weekday: number;
  readonly slot: Slot;
  readonly capacity: number;
  readonly starts: string;
  readonly ends: string;
}

export interface ProviderClosure {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly slot: Slot | 'all';
  readonly reason: string;
}

export interface Provider {
  readonly id: string;
  readonly kind: ProviderKind;
  readonly name: string;
  readonly sessions: readonly ProviderSession[];
  readonly closures: readonly ProviderClosure[];
}
