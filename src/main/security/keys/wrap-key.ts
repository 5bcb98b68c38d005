import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const NONCE = 12;
const TAG = 16;

/**
 * A secret of some bytes, locked with `key` (32 bytes; AES-256-GCM) and tied to `about`: what was wrapped for one database
 * or one purpose opens nowhere else. Base64 of nonce, cipher text and tag.
 */
export function wrapKey(key: Uint8Array, secret: Uint8Array, about: string): string {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(about, 'utf8'));
  const locked = Buffer.concat([nonce, cipher.update(secret), cipher.final(), cipher.getAuthTag()]);
  return locked.toString('base64');
}

/** What was wrapped; undefined with another key, for another purpose, or when a bit of it was changed. */
export function unwrapKey(key: Uint8Array, wrapped: string, about: string): Buffer | undefined {
  const bytes = Buffer.from(wrapped, 'base64');
  if (bytes.length <= NONCE + TAG) return undefined;
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE), { authTagLength: TAG })
      .setAAD(Buffer.from(about, 'utf8'))
      .setAuthTag(bytes.subarray(-TAG));
    return Buffer.concat([decipher.update(bytes.subarray(NONCE, -TAG)), decipher.final()]);
  } catch {
    return undefined;
  }
}
