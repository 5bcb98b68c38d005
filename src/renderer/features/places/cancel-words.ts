import type { CancelCode } from '#shared/domain/placements/types.ts';

/** Why a place is given up, as the office says it. */
export const CANCEL_WORDS: Readonly<Record<CancelCode, string>> = {
  'declined-by-parent': 'Declined by the parents',
  'excluded-from-centre': 'Excluded from the centre',
  moved: 'Moved to another place',
  shortened: 'The stay is shorter',
  'provider-closed': 'The provider is closed',
  'exclusion-ended': 'The exclusion ended',
  'not-arrived': 'The pupil did not arrive',
  'booked-in-error': 'Booked in error',
  other: 'Something else',
};
