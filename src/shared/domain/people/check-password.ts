import { foldPersonName } from './fold-person-name.ts';
import type { PasswordProblem } from './types.ts';

/** Characters that a password needs at least. Length protects most; signs and figures are not asked for. */
export const SHORTEST_PASSWORD = 12;

/** Characters that must be left of a password without what everybody would try. */
const OWN_CHARACTERS = 6;

/** Different ones among them. */
const DIFFERENT = 4;

/** Words that stand in far too many passwords, of school offices too. Ours, not a published list. */
const WORDS = [
  'password', 'passwort', 'passcode', 'welcome', 'letmein', 'changeme', 'secret', 'login', 'admin', 'administrator',
  'firstday', 'exclusion', 'exclusions', 'school', 'academy', 'primary', 'secondary', 'college', 'teacher', 'head',
  'headteacher', 'office', 'pupil', 'pupils', 'computer', 'windows', 'default', 'guest', 'user', 'test', 'temp',
  'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday', 'january', 'february', 'march',
  'april', 'june', 'july', 'august', 'september', 'october', 'november', 'december', 'spring', 'summer', 'autumn',
  'winter', 'christmas', 'easter', 'liverpool', 'arsenal', 'chelsea', 'everton', 'united', 'football', 'england',
  'london', 'iloveyou', 'sunshine', 'princess', 'dragon', 'monkey', 'superman', 'batman', 'charlie', 'cheese',
].toSorted((a, b) => b.length - a.length); // prettier-ignore

const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'abcdefghijklmnopqrstuvwxyz', '01234567890'];

/** Figures and signs that stand for letters, as everybody writes them. */
const LETTERS: Readonly<Record<string, string>> = { '@': 'a', '4': 'a', '3': 'e', '1': 'i', '!': 'i', '0': 'o', '5': 's', $: 's', '7': 't' }; // prettier-ignore

/**
 * What is wrong with a password, or undefined. It needs 12 characters, of any kind. Without the words of `names` (the
 * person's and the school's), words that everybody uses, years, rows of the keyboard and repetitions, at least six
 * characters must be left, four of them different. The rule follows NIST SP 800-63B: length, and no well-known ones.
 */
export function passwordProblem(password: string, names: readonly string[]): PasswordProblem | undefined {
  const length = [...password].length;
  if (length < SHORTEST_PASSWORD) return { kind: 'short', missing: SHORTEST_PASSWORD - length };
  const own = ownCharacters(password, names);
  if (own.length < OWN_CHARACTERS || new Set(own).size < DIFFERENT) return { kind: 'known' };
  return undefined;
}

/** What is left of a password without what others would try first. */
function ownCharacters(password: string, names: readonly string[]): string {
  const plain = password.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');
  const known = [...names.flatMap((name) => foldPersonName(name).split(' ')), ...WORDS].filter(
    (word) => word.length > 2,
  );
  // Both readings: figures as figures, and figures as the letters they stand for. The poorer one counts.
  const readings = [plain, plain.replace(/[@431!05$7]/g, (sign) => LETTERS[sign] ?? sign)];
  const left = readings.map((text) => withoutKnown(text, known));
  return left.toSorted((a, b) => a.length - b.length)[0] ?? '';
}

function withoutKnown(text: string, known: readonly string[]): string {
  let rest = text.replace(/(?:19|20)\d\d/g, '');
  for (const word of known) rest = rest.replaceAll(word, '');
  rest = withoutRows(rest);
  const once = [...new Set(rest.split(/[\s\-_.]+/))].join('-').replace(/(.{1,6}?)\1+/gu, '$1');
  // Figures alone are a date or a telephone number.
  return once.replace(/^[\d\p{P}\p{S}\s]+$/u, (signs) => (/\p{So}/u.test(signs) ? signs : ''));
}

/** Takes out runs of three and more along a row, forwards or backwards. */
function withoutRows(text: string): string {
  let rest = text;
  for (const row of [...ROWS, ...ROWS.map((one) => [...one].toReversed().join(''))]) {
    for (let length = row.length; length >= 3; length -= 1) {
      for (let at = 0; at + length <= row.length; at += 1) {
        rest = rest.replaceAll(row.slice(at, at + length), '');
      }
    }
  }
  return rest;
}
