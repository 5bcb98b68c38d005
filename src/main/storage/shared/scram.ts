import { createHash, createHmac, pbkdf2, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';

const ITERATIONS = 4096;
const SALT_BYTES = 16;
const KEY_BYTES = 32;

/** What the server writes for a password that it computes itself, so that both look alike. */
export interface ScramParts {
  /** 16 random bytes where it is left out. */
  readonly salt?: Buffer;
  readonly iterations?: number;
}

/**
 * The verifier of a password in the form that PostgreSQL keeps (`SCRAM-SHA-256$…`, RFC 5802 and 7677). It proves a
 * password and does not give it away, so it may stand in a statement, where a password would end up in logs.
 */
export async function scramVerifier(
  password: string,
  { salt = randomBytes(SALT_BYTES), iterations = ITERATIONS }: ScramParts = {},
): Promise<string> {
  const salted = await promisify(pbkdf2)(prepared(password), salt, iterations, KEY_BYTES, 'sha256');
  const clientKey = createHmac('sha256', salted).update('Client Key').digest();
  const storedKey = createHash('sha256').update(clientKey).digest('base64');
  const serverKey = createHmac('sha256', salted).update('Server Key').digest('base64');
  return `SCRAM-SHA-256$${String(iterations)}:${salt.toString('base64')}$${storedKey}:${serverKey}`;
}

/** Spaces of other scripts, which count as the plain one (RFC 3454, table C.1.2). */
const OTHER_SPACES = /[\u00A0\u1680\u2000-\u200B\u202F\u205F\u3000]/g;

/** What is not seen: soft hyphens, joiners, variation selectors, a byte order mark (table B.1). */
const UNSEEN = /\u00AD|\u034F|\u1806|[\u180B-\u180D]|[\u200C\u200D]|\u2060|[\uFE00-\uFE0F]|\uFEFF/gu;

/**
 * SASLprep (RFC 4013) as our driver applies it to a password at each sign-in: mapped and composed, nothing refused. The
 * verifier must be of the same text.
 */
const prepared = (password: string): string =>
  password.replace(OTHER_SPACES, ' ').replace(UNSEEN, '').normalize('NFKC');
