import { plainLetters } from '../../kernel/plain-letters.ts';

/** What a pupil is found by. */
export interface SearchablePupil {
  readonly surname: string;
  readonly forename: string;
  readonly preferredSurname?: string | null | undefined;
  readonly form?: string | null | undefined;
  readonly upn: string;
}

const APOSTROPHE = /['’‘ʼʻ`´ʹ′＇]/g;
const HYPHEN = /[-‐‑‒–—\u00ad]/g;
const SEPARATOR = /[^\p{L}\p{N}]+/gu;

/** Lower case without accents; everything but letters, figures and spaces becomes a space. */
function fold(text: string): string {
  const bare = text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');
  return plainLetters(bare).replace(SEPARATOR, ' ').trim();
}

/** A name in every way it is typed: O'Neill-Van Rooij is "oneillvanrooij", "oneill", "o", "neill", "van" … */
function spellings(name: string): string[] {
  // Apostrophes first: some (´) decompose into a space and an accent.
  const joined = name.replace(APOSTROPHE, '');
  return [
    fold(joined).replaceAll(' ', ''),
    ...fold(joined.replace(HYPHEN, '')).split(' '),
    ...fold(joined).split(' '),
    ...fold(name.replace(APOSTROPHE, ' ')).split(' '),
  ];
}

/**
 * The text a pupil is searched in: each word folded (lower case, no accents) and preceded by a space, so that
 * `LIKE '% word%'` finds a word by its beginning. It begins with the whole surname, then the forename's words,
 * so sorting by it is alphabetical order as a register has it (De Souza under D, Ñandú under N).
 */
export function pupilSearchText(pupil: SearchablePupil): string {
  const { surname, forename, preferredSurname, form, upn } = pupil;
  const words = [surname, forename, preferredSurname ?? '', form ?? '', upn].flatMap(spellings);
  return [...new Set(words)]
    .filter((word) => word !== '')
    .map((word) => ` ${word}`)
    .join('');
}

/**
 * The words of what somebody typed, folded like the text they are looked for in; every one must be found. Text
 * without a letter or figure is given back as one word, which finds nobody; blank text gives none.
 */
export function searchWords(typed: string): readonly string[] {
  const words = fold(typed.replace(APOSTROPHE, ' '));
  if (words !== '') return [...new Set(words.split(' '))];
  return typed.trim() === '' ? [] : [typed.trim()];
}
