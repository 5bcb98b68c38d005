import type { CancelCode, PlacementPurpose } from '../domain/placements/types.ts';

/** Why a pupil is at a provider, as a label. */
export const PURPOSE_WORDS: Readonly<Record<PlacementPurpose, string>> = {
  exclusion: 'Excluded by our school',
  respite: 'Respite, not excluded',
  visiting: 'Hosted for another school',
};

/** Why places are given up, as a label. */
export const CANCEL_CODE_WORDS: Readonly<Record<CancelCode, string>> = {
  'declined-by-parent': 'The parents declined',
  'excluded-from-centre': 'Excluded from the centre',
  moved: 'Moved to another provider',
  shortened: 'The stay was shortened',
  'provider-closed': 'The provider is closed',
  'exclusion-ended': 'The exclusion ended',
  'not-arrived': 'The pupil never arrived',
  'booked-in-error': 'Booked in error',
  other: 'Another reason',
};
