import type { ReceivedExclusion, ReceivedReturn } from './received-returns.ts';

/** The parts of a received exclusion that its file decides, in the order in which they are handed on. */
export const FILE_COLUMNS = [
  'position',
  'laEstab',
  'schoolYear',
  'upn',
  'surname',
  'forename',
  'sex',
  'dob',
  'ncYear',
  'onRoll',
  'category',
  'reasons',
  'startDate',
  'sessions',
  'inCare',
  'senProvision',
  'ethnicity',
  'fsm',
  'startSession',
  'endDate',
  'explanations',
] as const satisfies readonly (keyof ReceivedExclusion)[];

/** A return that has arrived: what is known of its file, and its exclusions as values in the order of `FILE_COLUMNS`. */
export interface Arrival {
  readonly received: ReceivedReturn;
  readonly exclusions: readonly (readonly unknown[])[];
}
