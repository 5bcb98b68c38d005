import type { PupilGroup } from './types.ts';

/** The last year of primary education. */
const LAST_PRIMARY_YEAR = 6;

/**
 * Which group a pupil belongs to where a provider keeps groups apart: permanently excluded pupils are long-term, the
 * others primary to Year 6 and secondary from Year 7; without a year group the phase of the school decides.
 */
export function pupilGroupOf({
  permanent,
  yearGroup,
  phase,
}: {
  readonly permanent: boolean;
  readonly yearGroup: number | null;
  readonly phase: string;
}): PupilGroup {
  if (permanent) return 'long-term';
  if (yearGroup !== null) return yearGroup <= LAST_PRIMARY_YEAR ? 'primary' : 'secondary';
  return phase === 'primary' ? 'primary' : 'secondary';
}
