import type { ExclusionState } from '#shared/domain/exclusions/types.ts';
import { formatDate } from '#shared/domain/calendar/format-date.ts';
import type { ExclusionWithPupil } from '../../storage/repositories/returns.ts';
import type { Period } from './census-period.ts';

/** What became of a case that is not returned for it. */
const OUT: Readonly<Partial<Record<ExclusionState, string>>> = {
  cancelled: 'Cancelled by the head: only exclusions that stand are returned.',
  withdrawn: 'Withdrawn by the head: only exclusions that stand are returned.',
  reinstated: 'The governors reinstated the pupil: only exclusions that stand are returned.',
  overturned: 'Overturned on review: only exclusions that stand are returned.',
};

/**
 * The rule that keeps a record out of a return, in words; undefined for one that goes in. `lunchtimes`: the school's
 * switch, apart from what a lunchtime counts towards the limits.
 */
export function whyOut(
  { exclusion, sessions }: ExclusionWithPupil,
  { from }: Period,
  lunchtimes: boolean,
): string | undefined {
  const { state, kind, startDate, stoppedOn } = exclusion;
  if (state === 'draft') return 'A draft: only issued exclusions are returned. Issue it or discard it.';
  const became = OUT[state];
  if (became !== undefined) return became;
  if (startDate === null || startDate < from) {
    return `Started before ${formatDate(from)}: an earlier census has it.`;
  }
  if (kind === 'lunchtime' && !lunchtimes) {
    return 'A lunchtime: it counts towards the limits, but lunchtimes are switched off for the return, as the census does not collect them.';
  }
  if (kind === 'fixed-period' && stoppedOn !== null && sessions.length === 0) {
    return 'Another exclusion took over before any session was missed: that one is returned.';
  }
  return undefined;
}
