import { createHash } from 'node:crypto';

/** Digits and letters that nobody takes for one another: no I, L, O and no U. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 160 bits: 32 characters of five bits each. */
export const RECOVERY_BYTES = 20;
const CHARACTERS = 32;
/** Three more make a slip of the pen show: one in 32,768 goes unnoticed, and then the key does not open either. */
const CHECKS = 3;
const GROUP = 5;
/** Of a whole recovery key: seven groups of five. */
export const GROUPS = (CHARACTERS + CHECKS) / GROUP;

/** The bytes as they are printed: groups of five characters with hyphens between. */
export function writeRecoveryKey(bytes: Uint8Array): string {
  if (bytes.length !== RECOVERY_BYTES) throw new Error(`A recovery key has ${RECOVERY_BYTES} bytes.`);
  const characters = encode(bytes) + checkOf(bytes);
  return characters.match(/.{5}/g)?.join('-') ?? '';
}

/**
 * The bytes of a recovery key as somebody typed it: in any case, with spaces or hyphens anywhere or nowhere, O for 0, I
 * and L for 1, U for V. Undefined when it is not whole or a character is wrong.
 */
export function readRecoveryKey(typed: string): Uint8Array | undefined {
  const characters = plainCharacters(typed);
  if (characters.length !== CHARACTERS + CHECKS) return undefined;
  const values = Array.from(characters, (character) => LETTERS.indexOf(character));
  if (values.includes(-1)) return undefined;
  const bytes = decode(values.slice(0, CHARACTERS));
  return checkOf(bytes) === characters.slice(CHARACTERS) ? bytes : undefined;
}

/** Whether the group (counted from 1) of the key is what was typed, read as generously as the whole. */
export const isGroupOf = (recoveryKey: string, group: number, typed: string): boolean =>
  plainCharacters(typed) !== '' &&
  plainCharacters(typed) === plainCharacters(recoveryKey.split('-')[group - 1] ?? '');

const plainCharacters = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}_.,]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
    .replaceAll('U', 'V');

function encode(bytes: Uint8Array): string {
  let bits = 0;
  let value = 0;
  let text = '';
  for (const byte of bytes) {
    value = (value << 8) | byte;
    for (bits += 8; bits >= 5; bits -= 5) text += LETTERS[(value >> (bits - 5)) & 31] ?? '';
    value &= 31;
  }
  return text;
}

function decode(values: readonly number[]): Uint8Array {
  const bytes: number[] = [];
  let bits = 0;
  let value = 0;
  for (const five of values) {
    value = (value << 5) | five;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((value >> bits) & 255);
    value &= 255;
  }
  return Uint8Array.from(bytes);
}

function checkOf(bytes: Uint8Array): string {
  const hash = createHash('sha256').update('first-day recovery key').update(bytes).digest();
  return Array.from(hash.subarray(0, CHECKS), (byte) => LETTERS[byte & 31] ?? '').join('');
}
