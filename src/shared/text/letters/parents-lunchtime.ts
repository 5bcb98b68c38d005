import { parentsLetter } from './parents-letter.ts';

/** Lunchtimes; the rights follow the term’s total. */
export const PARENTS_LUNCHTIME = parentsLetter('parents-lunchtime', 'Letter to the parents: lunchtimes');
