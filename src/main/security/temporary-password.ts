import { randomInt } from 'node:crypto';

/** No letters or figures that look alike on paper. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A password to be read out or written down once: three groups of five, about 74 bits. */
export function temporaryPassword(): string {
  const group = () => Array.from({ length: 5 }, () => SIGNS.charAt(randomInt(SIGNS.length))).join('');
  return [group(), group(), group()].join('-');
}
