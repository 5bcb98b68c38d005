import type { PeriodKind } from '#shared/domain/returns/types.ts';
import { referenceDateOf } from '#shared/domain/returns/periods.ts';
import { ruled } from './ruled.ts';
import type { Period } from './types.ts';

export const periodKey = ({ kind, from, to }: Period): string => `${kind} ${from} ${to}`;

/**
 * Of the periods of a kind (newest first) the last whose day has come: the census day, or the last day of a school year
 * or term. The earliest when none has.
 */
export function defaultPeriod(
  periods: readonly Period[],
  kind: PeriodKind,
  today: string,
): Period | undefined {
  const offered = periods.filter((period) => period.kind === kind);
  const hasCome = (period: Period): boolean =>
    (kind === 'census' ? referenceDateOf(ruled(period)) : period.to) <= today;
  return offered.find(hasCome) ?? offered.at(-1);
}
