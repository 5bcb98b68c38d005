import { plainLetters } from '../../kernel/plain-letters.ts';

/**
 * What somebody typed as a place or a lesson, as it is compared: lower case, no accents, no marks, no "the" or "in" at
 * its front, no plural at its end. “The dining-hall ” and “Dining hall” are one place. Folding twice changes nothing.
 */
export function foldWords(typed: string): string {
  const plain = plainLetters(typed.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase())
    .replace(/['’‘`]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return plain
    .replace(/^(?:(?:in|at|on|the|near|outside) )+/, '')
    .split(' ')
    .map((word) => (word.length > 3 ? word.replace(/(?<!s)s$/, '') : word))
    .join(' ');
}
