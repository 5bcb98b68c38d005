import { parentsLetter } from './parents-letter.ts';

/** Fixed periods with a term total of up to five days: the governors consider what the parents say. */
export const PARENTS_SHORT = parentsLetter(
  'parents-short',
  'Letter to the parents: up to 5 days in the term',
);
