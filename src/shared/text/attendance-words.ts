import type {
  AttendanceReason,
  CancelCode,
  PlaceOutcome,
  PlacementPurpose,
} from '../domain/placements/types.ts';
import type { Transporter } from '../domain/providers/types.ts';

/** What came of a booked place, as a label. */
export const OUTCOME_WORDS: Readonly<Record<PlaceOutcome, string>> = {
  attended: 'Attended',
  absent: 'Absent',
  declined: 'Declined by the parents',
  'excluded-from-centre': 'Excluded from the centre',
};

/** Why a pupil did not come, came late or left early, in words that follow "Absent: ". */
export const ATTENDANCE_REASON_WORDS: Readonly<Record<AttendanceReason, string>> = {
  ill: 'ill',
  'transport-failed': 'the transport failed',
  refused: 'the pupil refused',
  'parent-kept-home': 'kept at home by the parents',
  appointment: 'an appointment',
  'sent-home': 'sent home',
  unknown: 'reason not known',
  other: 'another reason',
};

/** Why a pupil is at a provider, as a label. */
export const PURPOSE_WORDS: Readonly<Record<PlacementPurpose, string>> = {
  exclusion: 'Excluded by our school',
  respite: 'Respite, not excluded',
  visiting: 'Hosted for another school',
};

/** Who brings a pupil there and back, in words that follow "Brought by ". */
export const TRANSPORTER_WORDS: Readonly<Record<Transporter, string>> = {
  authority: 'the authority',
  school: 'the school',
  provider: 'the provider',
  parents: 'the parents',
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
