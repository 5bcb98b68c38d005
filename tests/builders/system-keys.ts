import { createHash, randomBytes } from 'node:crypto';
import { unwrapKey, wrapKey } from '#main/security/keys/wrap-key.ts';
import type { SystemKeyStore } from '#main/security/keys/slots.ts';

/** A key store as an operating system has one: each account of each PC with a secret of its own. */
export function systemKeys(account: string): SystemKeyStore {
  const secret = randomBytes(32);
  return {
    name: 'this Windows account',
    account: createHash('sha256').update(account).digest('base64url'),
    seal: (text) => Buffer.from(wrapKey(secret, Buffer.from(text), 'test'), 'base64'),
    unseal: (sealed) => unwrapKey(secret, Buffer.from(sealed).toString('base64'), 'test')?.toString(),
  };
}

/** Argon2id as cheap as it can be: what it costs is not what these tests are about. */
export const CHEAP = { memory: 8, passes: 1, lanes: 1 };
