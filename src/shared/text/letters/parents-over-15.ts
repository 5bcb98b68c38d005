import { parentsLetter } from './parents-letter.ts';

/** Fixed periods with a term total of more than fifteen days: the governors must meet. */
export const PARENTS_OVER_15 = parentsLetter(
  'parents-over-15',
  'Letter to the parents: more than 15 days in the term',
);
