import { parentsLetter } from './parents-letter.ts';

/** Fixed periods with a term total of more than five and up to fifteen days: the governors meet if the parents ask. */
export const PARENTS_OVER_5 = parentsLetter(
  'parents-over-5',
  'Letter to the parents: more than 5 and up to 15 days in the term',
);
