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
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ə: 'e',
};
const LETTER = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'g');

/** Lower-case text with those letters as plain ones: “łukasz” is “lukasz”. Other letters and accents stay. */
export const plainLetters = (text: string): string =>
  text.replace(LETTER, (letter) => PLAIN[letter] ?? letter);
