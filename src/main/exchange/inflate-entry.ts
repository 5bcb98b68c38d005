import { Inflate } from 'fflate';
import { crc32 } from 'node:zlib';
import type { ZipEntry } from './zip-directory.ts';

/** Packed bytes taken at a time: so that a bomb can grow a thousandfold at most by this before it is stopped. */
const PIECE = 16 * 1024;

/**
 * The bytes of one entry of a zip, unpacked piece by piece; undefined where they are not what the list says: more or
 * fewer than the size, or of another checksum. Never unpacks much more than the size that the list says.
 */
export function inflateEntry(
  zip: Uint8Array,
  { start, packed, size, method, crc }: ZipEntry,
): Uint8Array | undefined {
  if (start === undefined) return undefined;
  const from = zip.subarray(start, start + packed);
  const bytes = method === 0 ? from : inflate(from, size);
  return bytes?.length === size && crc32(bytes) === crc ? bytes : undefined;
}

function inflate(packed: Uint8Array, size: number): Uint8Array | undefined {
  const pieces: Uint8Array[] = [];
  // An object, because the unpacker changes it between two looks of the loop below.
  const state = { total: 0 };
  const unpack = new Inflate((piece) => {
    state.total += piece.length;
    if (state.total <= size) pieces.push(piece);
  });
  try {
    for (let at = 0; at < packed.length && state.total <= size; at += PIECE) {
      unpack.push(packed.subarray(at, at + PIECE), at + PIECE >= packed.length);
    }
  } catch {
    return undefined;
  }
  return state.total === size ? Buffer.concat(pieces) : undefined;
}
