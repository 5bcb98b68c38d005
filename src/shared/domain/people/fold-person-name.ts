import { plainLetters } from '../../kernel/plain-letters.ts';

/**
 * The name of a person as it is compared and found: lower case, no accents, no apostrophes, every other mark and run of
 * spaces one space. “Siân  O’Neill-Shah” and “sian oneill shah” are one name. Empty when there is no letter or figure in
 * it. Folding a folded name changes nothing.
 */
export function foldPersonName(name: string): string {
  const lower = name
    .replace(/['’‘ʼʻ`´＇]/g, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase();
  return plainLetters(lower)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
