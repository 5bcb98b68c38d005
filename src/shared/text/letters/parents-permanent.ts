import { parentsLetter } from './parents-letter.ts';

/** A permanent exclusion. */
export const PARENTS_PERMANENT = parentsLetter(
  'parents-permanent',
  'Letter to the parents: permanent exclusion',
);
