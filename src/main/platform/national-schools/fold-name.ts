/**
 * Brings school names and what people type to one spelling: lower case, no accents, apostrophes dropped
 * ("King's" = "Kings"), every other mark a space, "&" = "and", "Saint" = "St", the ways of writing
 * "Church of England" = "ce", "Roman Catholic" = "rc". Newlines are kept, so a whole list folds in one pass.
 * Folding an already folded text changes nothing.
 */
export function foldNames(text: string): string {
  // Nearly every name is plain ASCII, and looking for accents in the whole list takes time.
  const plain = /[^\n -~]/.test(text) ? text.normalize('NFD').replace(/\p{M}+/gu, '') : text;
  return plain
    .toLowerCase()
    .replace(/[ßæœøłđ]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/['’‘`]/g, '')
    .replaceAll('&', ' and ')
    .replace(/[^a-z0-9\n]+/g, ' ')
    .replace(/\bsaint\b/g, 'st')
    .replace(/\b(?:church of eng(?:land)?|c of e|c o e|cofe|coe|c e)\b/g, 'ce')
    .replace(/\b(?:roman catholic|r c)\b/g, 'rc');
}

/** Letters that carry no separable accent. */
const LETTERS: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd' };

/** Other words a school may be looked for under; added to the search text, never shown. */
const SYNONYMS: readonly (readonly [folded: string, words: string])[] = [
  [' st ', ' saint'],
  [' ce ', ' church of england cofe'],
  [' rc ', ' roman catholic'],
  [' pupil referral unit ', ' pru'],
  [' pru ', ' pupil referral unit'],
];

/** The synonyms for a folded name (given with a space before its first word), or an empty string. */
export function synonymsOf(foldedName: string): string {
  const padded = `${foldedName} `;
  let words = '';
  for (const [folded, more] of SYNONYMS) if (padded.includes(folded)) words += more;
  return words;
}
