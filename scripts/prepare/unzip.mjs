import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, symlink } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createInflateRaw, inflateRawSync } from 'node:zlib';

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LONGEST_END = 22 + 0xffff;
const STORED = 0;
const DEFLATED = 8;
const TYPE_MASK = 0o170000;
const SYMLINK = 0o120000;

/**
 * Unpacks a zip file with Node alone, since a bare machine has no `unzip`. `place(name)` answers where
 * an entry goes under `target`, or undefined to leave it out. Keeps permissions and symbolic links;
 * `update` is told the share done (0 to 1). Handles archives below 4 GB, which is all we need.
 */
export async function unzip(archive, target, place, update = () => {}) {
  const file = await open(archive);
  try {
    const wanted = (await readDirectory(file))
      .map((entry) => ({ ...entry, path: place(entry.name) }))
      .filter((entry) => entry.path !== undefined && !entry.name.endsWith('/'));
    const total = wanted.reduce((sum, entry) => sum + entry.packedSize, 0);
    let done = 0;
    for (const entry of wanted) {
      await unpack(archive, file, entry, insideOf(target, entry.path));
      update((done += entry.packedSize) / total);
    }
    return wanted.length;
  } finally {
    await file.close();
  }
}

async function readDirectory(file) {
  const { size } = await file.stat();
  const tail = await readAt(file, Math.max(0, size - LONGEST_END), Math.min(size, LONGEST_END));
  let end = tail.length - 22;
  while (end >= 0 && tail.readUInt32LE(end) !== END_OF_DIRECTORY) end--;
  if (end < 0) throw new Error('The archive is not a zip file or was cut short.');
  const count = tail.readUInt16LE(end + 10);
  const directory = await readAt(file, tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12));
  const entries = [];
  for (let at = 0; entries.length < count;) {
    if (directory.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new Error('The zip directory is damaged.');
    const nameLength = directory.readUInt16LE(at + 28);
    entries.push({
      name: directory.toString('utf8', at + 46, at + 46 + nameLength),
      method: directory.readUInt16LE(at + 10),
      packedSize: directory.readUInt32LE(at + 20),
      size: directory.readUInt32LE(at + 24),
      mode: directory.readUInt32LE(at + 38) >>> 16,
      offset: directory.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

async function unpack(archive, file, entry, path) {
  const header = await readAt(file, entry.offset, 30);
  const start = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  await mkdir(dirname(path), { recursive: true });
  if ((entry.mode & TYPE_MASK) === SYMLINK) {
    const packed = await readAt(file, start, entry.packedSize);
    return symlink((entry.method === DEFLATED ? inflateRawSync(packed) : packed).toString('utf8'), path);
  }
  const sink = createWriteStream(path, { mode: entry.mode & 0o777 || 0o644 });
  if (entry.packedSize === 0) return pipeline([], sink);
  const source = createReadStream(archive, { start, end: start + entry.packedSize - 1 });
  if (entry.method === STORED) await pipeline(source, sink);
  else if (entry.method === DEFLATED) await pipeline(source, createInflateRaw(), sink);
  else throw new Error(`The archive packs ${entry.name} in a way (${entry.method}) that is not supported.`);
  if (sink.bytesWritten !== entry.size) throw new Error(`${entry.name} came out of the archive too short.`);
}

function insideOf(target, path) {
  const whole = resolve(join(target, path));
  if (!whole.startsWith(resolve(target) + sep)) throw new Error(`The archive points outside: ${path}`);
  return whole;
}

async function readAt(file, position, length) {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  if (bytesRead !== length) throw new Error('The archive was cut short.');
  return buffer;
}
