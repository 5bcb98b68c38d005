import { createHash } from 'node:crypto';

/** SHA-256 of a file's bytes as 64 lower-case hex digits: how a resent file is recognised. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
