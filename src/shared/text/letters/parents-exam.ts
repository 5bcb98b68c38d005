import { parentsLetter } from './parents-letter.ts';

/** Fixed periods in which an examination would be missed: the governors must meet, before it if they can. */
export const PARENTS_EXAM = parentsLetter(
  'parents-exam',
  'Letter to the parents: an examination would be missed',
);
