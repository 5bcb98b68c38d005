import type { ExclusionKind } from '../exclusions/types.ts';
import type { DayWindow, ProviderKind } from '../providers/types.ts';

/** Where a stage goes: any provider of a kind, or one provider. */
export type StageTarget =
  | { readonly providerKind: ProviderKind; readonly providerId?: undefined }
  | { readonly providerId: string; readonly providerKind?: undefined };

/** "Suspensions, day 1 to 2: our own unit". Days are school days of the exclusion, counted from 1. */
export type Stage = DayWindow &
  StageTarget & { readonly exclusionKind: Extract<ExclusionKind, 'fixed-period' | 'permanent'> };

/**
 * The stages of a school that has set none: the first two days of a suspension in the school's own unit, from the
 * third at a pupil referral unit, where a permanently excluded pupil goes from the first day. Source: the staged
 * arrangement in the national evaluation of day-one provision.
 */
export const USUAL_STAGES: readonly Stage[] = [
  { exclusionKind: 'fixed-period', fromDay: 1, toDay: 2, providerKind: 'internal-unit' },
  { exclusionKind: 'fixed-period', fromDay: 3, providerKind: 'pru' },
  { exclusionKind: 'permanent', fromDay: 1, providerKind: 'pru' },
];

/**
 * Kinds that take a pupil whom no stage could place, the readiest first: the own site, then the unit that takes what
 * others cannot, then the rest.
 */
export const FALLBACK_KINDS: readonly ProviderKind[] = [
  'internal-unit',
  'pru',
  'la-centre',
  'partner-school',
  'exchange-pair',
  'primary-rota',
  'joint-primary-centre',
  'agency',
  'flexible-day',
  'split-day',
  'tuition',
];

/**
 * Whether an itinerary may be proposed there. Never at a learning support unit, which is against guidance for excluded
 * pupils, and never as study at home, which is provision only on a day with a visit that somebody must arrange.
 */
export const isProposed = (kind: ProviderKind): boolean => FALLBACK_KINDS.includes(kind);

/** Stages that hold for a day of an exclusion of a kind, first preference first; none for lunchtimes. */
export const stagesOn = (
  stages: readonly Stage[],
  { kind, day }: { readonly kind: ExclusionKind; readonly day: number },
): readonly Stage[] =>
  stages.filter(
    ({ exclusionKind, fromDay, toDay }) =>
      exclusionKind === kind && fromDay <= day && (toDay === undefined || day <= toDay),
  );

/** Whether a provider is one that a stage goes to. */
export const isOfStage = (
  { providerKind, providerId }: StageTarget,
  provider: { readonly id: string; readonly kind: ProviderKind },
): boolean => (providerId === undefined ? provider.kind === providerKind : provider.id === providerId);

/**
 * How far down the preferences of a day a provider stands: 0 is the first stage that holds then, and the number of
 * stages that hold then is any provider of none of them.
 */
export function preferenceOf(
  stagesThen: readonly Stage[],
  provider: { readonly id: string; readonly kind: ProviderKind },
): number {
  const at = stagesThen.findIndex((stage) => isOfStage(stage, provider));
  return at === -1 ? stagesThen.length : at;
}
