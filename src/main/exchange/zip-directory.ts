import { refuse, ok, type Result } from '#shared/kernel/result.ts';

/** What the list at the end of a zip file says of one file in it. */
export interface ZipEntry {
  /** The path as it stands in the zip; for showing only, never to write a file by. */
  readonly path: string;
  readonly encrypted: boolean;
  /** 0 = stored as it is, 8 = deflated; others exist. */
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  /** Where the packed bytes begin; undefined where the list and the file itself do not agree. */
  readonly start: number | undefined;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_LENGTH = 22;
const MAX_COMMENT = 0xffff;

const cutShort = (): Result<never> =>
  refuse('unreadable-file', 'The zip file is damaged or cut short: its list of files cannot be read.');

/** The list of files of a zip, in its order. Refused where the list cannot be read, or files in it share bytes. */
export function readZipDirectory(bytes: Uint8Array, mostEntries: number): Result<readonly ZipEntry[]> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === undefined) return cutShort();
  const count = view.getUint16(end + 10, true);
  const from = view.getUint32(end + 16, true);
  if (count > mostEntries) {
    return refuse(
      'unreadable-file',
      `The zip file holds ${String(count)} files; the most that can be read at a time is ${String(mostEntries)}.`,
    );
  }
  const entries: ZipEntry[] = [];
  let at = from;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== CENTRAL) return cutShort();
    const nameLength = view.getUint16(at + 28, true);
    const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > end) return cutShort();
    entries.push(readEntry(view, at, nameLength, from));
    at = next;
  }
  return at === end && !shareBytes(entries) ? ok(entries) : cutShort();
}

/** The end record is the last thing in the file but for a comment, whose length it says. */
function findEnd(view: DataView): number | undefined {
  const last = view.byteLength - END_LENGTH;
  for (let at = last; at >= 0 && at >= last - MAX_COMMENT; at -= 1) {
    if (view.getUint32(at, true) !== END) continue;
    if (at + END_LENGTH + view.getUint16(at + 20, true) === view.byteLength) return at;
  }
  return undefined;
}

function readEntry(view: DataView, at: number, nameLength: number, listFrom: number): ZipEntry {
  const flags = view.getUint16(at + 8, true);
  const name = bytesOf(view, at + 46, nameLength);
  const packed = view.getUint32(at + 20, true);
  return {
    path: new TextDecoder((flags & 0x800) === 0 ? 'windows-1252' : 'utf-8').decode(name),
    encrypted: (flags & 0x2041) !== 0,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packed,
    size: view.getUint32(at + 24, true),
    start: startOf(view, view.getUint32(at + 42, true), name, listFrom - packed),
  };
}

/** Where the bytes of an entry begin by its own header, which must name the same file. */
function startOf(view: DataView, at: number, name: Uint8Array, latest: number): number | undefined {
  if (at + 30 + name.length > view.byteLength || view.getUint32(at, true) !== LOCAL) return undefined;
  if (view.getUint16(at + 26, true) !== name.length) return undefined;
  if (Buffer.compare(bytesOf(view, at + 30, name.length), name) !== 0) return undefined;
  const start = at + 30 + name.length + view.getUint16(at + 28, true);
  return start <= latest ? start : undefined;
}

const bytesOf = (view: DataView, at: number, length: number): Uint8Array =>
  new Uint8Array(view.buffer, view.byteOffset + at, length);

/** Bombs let many entries point at the same packed bytes, so that the file stays small. */
function shareBytes(entries: readonly ZipEntry[]): boolean {
  const placed = entries
    .filter(({ start, packed }) => start !== undefined && packed > 0)
    .toSorted((a, b) => (a.start ?? 0) - (b.start ?? 0));
  return placed.some((one, index) => {
    const next = placed[index + 1];
    return next !== undefined && (one.start ?? 0) + one.packed > (next.start ?? 0);
  });
}
