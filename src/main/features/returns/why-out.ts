import { formatDate } from '#shared/domain/calendar/format-date.ts';
import type { ExclusionWithPupil } from '../../storage/repositories/returns.ts';
import type { Period } from './census-period.ts';

/**
 * The rule that keeps a record out of a return, in words; undefined for one that goes in. `lunchtimes`: the school's
 * switch, apart from what a lunchtime counts towards the limits.
 */
export function whyOut(
  { exclusion }: ExclusionWithPupil,
  { from }: Period,
  lunchtimes: boolean,
): string | undefined {
  const { state, kind, startDate } = exclusion;
  if (state === 'draft') return 'A draft: only issued exclusions are returned. Issue it or discard it.';
  if (startDate === null || startDate < from) {
    return `Started before ${formatDate(from)}: an earlier census has it.`;
  }
  if (kind === 'lunchtime' && !lunchtimes) {
    return 'A lunchtime: it counts towards the limits, but lunchtimes are switched off for the return, as the census does not collect them.';
  }
  return undefined;
}
