import type { CaseEvent } from './types.ts';

/**
 * Whether an event puts the pupil back in school, so that it names the first session back: taken back by the head, or
 * reinstated by whoever decided.
 */
export function givesBack({
  type,
  outcome,
}: Pick<CaseEvent, 'type'> & { readonly outcome?: string | undefined }): boolean {
  switch (type) {
    case 'cancelled':
    case 'withdrawn':
      return true;
    case 'decision':
    case 'review-decided':
    case 'reconsidered':
      return outcome === 'reinstated';
    case 'representations':
    case 'meeting-set':
    case 'meeting-begun':
    case 'decision-told':
    case 'review-asked':
    case 'review-waived':
    case 'superseded':
    case 'returned':
    case 'ended':
      return false;
  }
}
