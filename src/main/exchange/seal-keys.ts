import { Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { sha256 } from './sha256.ts';

/** A pair of the kind that files are sealed for: age X25519, in age's own writing. */
export interface SealKey {
  readonly publicKey: string;
  readonly secretKey: string;
}

export async function makeSealKey(): Promise<SealKey> {
  const secretKey = await generateX25519Identity();
  return { publicKey: await identityToRecipient(secretKey), secretKey };
}

/** Whether a text is a public key of that kind (`age1` and 58 letters and figures, its check letters right). */
export function isSealKey(text: string): boolean {
  if (!/^age1[02-9ac-hj-np-z]{58}$/.test(text)) return false;
  try {
    new Encrypter().addRecipient(text);
    return true;
  } catch {
    return false;
  }
}

/** What two people compare by telephone: the first 16 bytes of the key's SHA-256 in groups of four, `3F2A 11C0 ...`. */
export function keyFingerprint(publicKey: string): string {
  const figures = sha256(Buffer.from(publicKey, 'utf8')).slice(0, 32).toUpperCase();
  return (figures.match(/.{4}/g) ?? []).join(' ');
}
