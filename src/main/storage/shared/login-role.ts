import { createHash } from 'node:crypto';

/** The longest name that PostgreSQL keeps whole, in bytes. */
const LONGEST = 63;

const HASH_DIGITS = 8;

/**
 * The name of a person's login at the server: `<database>.<folded name>`, so that two shared databases of one server
 * never share a person. Over 63 bytes it is cut and ends in eight hexadecimal digits of a hash of the whole.
 */
export function loginRoleOf(database: string, foldedName: string): string {
  return shortened(`${database}.${foldedName}`);
}

/** The group role of everybody who works in a shared database; what it may do is what `applyRights` grants. */
export const peopleRoleOf = (database: string): string => shortened(`${database}_people`);

function shortened(name: string): string {
  if (Buffer.byteLength(name) <= LONGEST) return name;
  const hash = createHash('sha256').update(name).digest('hex').slice(0, HASH_DIGITS);
  let kept = '';
  for (const letter of name) {
    if (Buffer.byteLength(kept + letter) > LONGEST - HASH_DIGITS - 1) break;
    kept += letter;
  }
  return `${kept}~${hash}`;
}
