import { EXCLUSION_STATES } from './types.ts';

/** The states of a case that was issued, whatever became of it: its half days count but for those given back. */
export const ISSUED_STATES = EXCLUSION_STATES.filter((state) => state !== 'draft');
