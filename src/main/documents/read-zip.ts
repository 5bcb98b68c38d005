import { inflateRawSync } from 'node:zlib';

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_SIZE = 22;
const LONGEST_COMMENT = 65_535;

export interface ZipLimits {
  readonly entries: number;
  /** Bytes of all entries together once unpacked; more stops the reading, whatever the archive claims. */
  readonly unpacked: number;
}

/**
 * Unpacks a small ZIP archive in memory, within limits that hold against an archive that lies about its sizes. Undefined
 * for anything that is not a plain archive: encrypted, split, unknown packing, names that lead elsewhere, too much in it.
 */
export function readZip(bytes: Uint8Array, limits: ZipLimits): ReadonlyMap<string, Uint8Array> | undefined {
  try {
    return unpack(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), limits);
  } catch {
    // Offsets past the end, broken compression, more than the limit: all the same to whoever chose the file.
    return undefined;
  }
}

function unpack(zip: Buffer, { entries, unpacked }: ZipLimits): Map<string, Uint8Array> | undefined {
  const end = findEnd(zip);
  if (end === undefined) return undefined;
  const count = zip.readUInt16LE(end + 10);
  if (count > entries) return undefined;
  const files = new Map<string, Uint8Array>();
  let at = zip.readUInt32LE(end + 16);
  let left = unpacked;
  for (let read = 0; read < count; read += 1) {
    if (zip.readUInt32LE(at) !== ENTRY) return undefined;
    const encrypted = (zip.readUInt16LE(at + 8) & 1) !== 0;
    const method = zip.readUInt16LE(at + 10);
    const packedSize = zip.readUInt32LE(at + 20);
    const nameLength = zip.readUInt16LE(at + 28);
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    if (encrypted || files.has(name) || !isPlainName(name)) return undefined;
    const local = zip.readUInt32LE(at + 42);
    if (zip.readUInt32LE(local) !== LOCAL) return undefined;
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(start, start + packedSize);
    if (packed.length !== packedSize) return undefined;
    if (!name.endsWith('/')) {
      const content = contentOf(packed, method, left);
      if (content === undefined) return undefined;
      left -= content.length;
      files.set(name, content);
    }
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return files;
}

function contentOf(packed: Buffer, method: number, left: number): Uint8Array | undefined {
  if (method === 0) return packed.length > left ? undefined : packed;
  if (method !== 8) return undefined;
  return inflateRawSync(packed, { maxOutputLength: Math.max(1, left) });
}

function findEnd(zip: Buffer): number | undefined {
  const first = Math.max(0, zip.length - END_SIZE - LONGEST_COMMENT);
  for (let at = zip.length - END_SIZE; at >= first; at -= 1) {
    if (zip.readUInt32LE(at) === END) return at;
  }
  return undefined;
}

const isPlainName = (name: string): boolean =>
  name !== '' && !/[\0\\:]/.test(name) && !name.startsWith('/') && !name.split('/').includes('..');
