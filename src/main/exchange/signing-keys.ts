import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto';

/** An Ed25519 key pair: 32 bytes each, in base64. The secret half is the seed. */
export interface SigningKey {
  readonly publicKey: string;
  readonly secretKey: string;
}

/** What stands before the 32 bytes of a key in its standard wrapping (RFC 8410). */
const PRIVATE_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');
const PUBLIC_HEAD = Buffer.from('302a300506032b6570032100', 'hex');
const KEY_LENGTH = 32;

export function makeSigningKey(): SigningKey {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const bare = (wrapped: Buffer): string => wrapped.subarray(-KEY_LENGTH).toString('base64');
  return {
    publicKey: bare(publicKey.export({ format: 'der', type: 'spki' })),
    secretKey: bare(privateKey.export({ format: 'der', type: 'pkcs8' })),
  };
}

/** The Ed25519 signature of the bytes, 64 bytes. Throws on a secret key that is none. */
export function signBytes(secretKey: string, bytes: Uint8Array): Uint8Array {
  const key = createPrivateKey({
    key: Buffer.concat([PRIVATE_HEAD, Buffer.from(secretKey, 'base64')]),
    format: 'der',
    type: 'pkcs8',
  });
  return sign(null, bytes, key);
}

/** Whether the signature is of these bytes by this key; false also for a key or signature that is none. */
export function isSignedBy(publicKey: string, bytes: Uint8Array, signature: Uint8Array): boolean {
  const bare = Buffer.from(publicKey, 'base64');
  if (bare.length !== KEY_LENGTH) return false;
  let key: KeyObject;
  try {
    key = createPublicKey({ key: Buffer.concat([PUBLIC_HEAD, bare]), format: 'der', type: 'spki' });
  } catch {
    return false;
  }
  return verify(null, bytes, key, signature);
}
