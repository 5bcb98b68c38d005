import { parentsLetter } from './parents-letter.ts';

/** A further exclusion, an extension, or one made permanent; says which it follows. */
export const PARENTS_FURTHER = parentsLetter(
  'parents-further',
  'Letter to the parents: follows an earlier decision',
);
