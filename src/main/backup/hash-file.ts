import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import type { Watch } from './watch.ts';

const PIECE = 4 * 1024 * 1024;

/** SHA-256 of a file, hexadecimal, read piece by piece; asks between pieces whether it is still wanted. */
export function hashFile(path: string, watch: Watch): string {
  const hash = createHash('sha256');
  const piece = Buffer.allocUnsafe(PIECE);
  const file = openSync(path, 'r');
  try {
    for (let read = readSync(file, piece); read > 0; read = readSync(file, piece)) {
      hash.update(piece.subarray(0, read));
      watch.checkCancelled();
    }
  } finally {
    closeSync(file);
  }
  return hash.digest('hex');
}
