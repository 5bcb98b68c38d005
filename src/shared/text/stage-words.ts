import type { Stage } from '../domain/placements/stages.ts';
import type { DayWindow, ProviderKind } from '../domain/providers/types.ts';

/** Where a stage goes, by kind, in words that follow "from day 3 ". */
const AT_KIND: Readonly<Record<ProviderKind, string>> = {
  'internal-unit': 'in our own unit',
  'partner-school': 'at a partner school',
  'exchange-pair': 'in a managed exchange',
  'la-centre': 'at an authority centre',
  pru: 'at a pupil referral unit',
  agency: 'at an outside agency',
  'flexible-day': 'on a flexible or extended day',
  'split-day': 'on a split day',
  'primary-rota': 'at the rota of primary centres',
  'joint-primary-centre': 'at a joint primary centre',
  tuition: 'with tuition staff',
  'home-study': 'in supervised study at home',
  'learning-support-unit': 'in a learning support unit',
};

/** "day 1 to 2", "day 3", "from day 3". */
export function sayStageDays({ fromDay, toDay }: DayWindow): string {
  if (toDay === undefined) return `from day ${String(fromDay)}`;
  return toDay === fromDay ? `day ${String(fromDay)}` : `day ${String(fromDay)} to ${String(toDay)}`;
}

/** "in our own unit", or "at Oak House" for one provider. */
export const sayStageTarget = (
  { providerKind }: Pick<Stage, 'providerKind'>,
  providerName: string | undefined,
): string =>
  providerKind === undefined ? `at ${providerName ?? 'a provider that is gone'}` : AT_KIND[providerKind];

/** "Suspensions, day 1 to 2: in our own unit". */
export const sayStage = (stage: Stage, providerName?: string): string =>
  `${KIND_WORDS[stage.exclusionKind]}, ${sayStageDays(stage)}: ${sayStageTarget(stage, providerName)}`;

const KIND_WORDS: Readonly<Record<Stage['exclusionKind'], string>> = {
  'fixed-period': 'Suspensions',
  permanent: 'Permanent exclusions',
};

/**
 * "Suspensions: day 1 to 2 in our own unit, from day 3 at a pupil referral unit." for all stages of each kind; a
 * second preference for the same days follows as "or".
 */
export function sayStages(
  stages: readonly Stage[],
  nameOf: (providerId: string) => string | undefined,
): string {
  return (['fixed-period', 'permanent'] as const)
    .flatMap((kind) => {
      const byDays = new Map<string, string[]>();
      for (const stage of stages.filter(({ exclusionKind }) => exclusionKind === kind)) {
        const name = stage.providerId === undefined ? undefined : nameOf(stage.providerId);
        const days = sayStageDays(stage);
        byDays.set(days, [...(byDays.get(days) ?? []), sayStageTarget(stage, name)]);
      }
      const parts = [...byDays].map(([days, targets]) => `${days} ${targets.join(' or ')}`);
      return parts.length === 0 ? [] : [`${KIND_WORDS[kind]}: ${parts.join(', ')}.`];
    })
    .join(' ');
}
