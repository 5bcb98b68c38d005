/** Letters that no decomposition takes apart, as people without the key type them. */
const PLAIN: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  ß: 'ss',
  đ: 'd',
  ð: 'd',
  ı: 'i',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
};

/**
 * The name of a person as it is compared and found: lower case, no accents, no apostrophes, every other mark and run of
 * spaces one space. “Siân  O’Neill-Shah” and “sian oneill shah” are one name. Empty when there is no letter or figure in
 * it. Folding a folded name changes nothing.
 */
export function foldPersonName(name: string): string {
  return name
    .replace(/['’‘ʼʻ`´＇]/g, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[øłßđðıæœþ]/g, (letter) => PLAIN[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
