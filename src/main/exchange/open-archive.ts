import { ok, type Result } from '#shared/kernel/result.ts';
import { refuseFor } from './file-problems.ts';
import { inflateEntry } from './inflate-entry.ts';
import { MAX_FILE_BYTES } from './read-text.ts';
import { showPath } from './show-path.ts';
import { readZipDirectory, type ZipEntry } from './zip-directory.ts';

export interface ArchiveLimits {
  readonly entries: number;
  /** Of one file, unpacked. */
  readonly fileBytes: number;
  /** Of all files together, unpacked. */
  readonly totalBytes: number;
  /** How many times larger a file may be than it is packed; looked at from `ratioFrom` bytes on. */
  readonly ratio: number;
}

/** A year of an authority's returns is some thousand files of well under a megabyte, packed to a tenth. */
export const ARCHIVE_LIMITS: ArchiveLimits = {
  entries: 5000,
  fileBytes: MAX_FILE_BYTES,
  totalBytes: 1024 * 1024 * 1024,
  ratio: 200,
};

const RATIO_FROM = 1024 * 1024;
const SEND_AGAIN = 'Ask whoever sent it for the files themselves, or for a fresh zip file of them.';
/** First bytes of archives: zip, gzip, 7z, rar, xz, bzip2. */
const ARCHIVES = ['504b0304', '504b0506', '1f8b', '377abcaf271c', '526172211a07', 'fd377a585a00', '425a68'];

/** One file of an archive. */
export interface ArchivedFile {
  /** The path in the archive made fit to be shown; never a path to write to. */
  readonly name: string;
  /** Bytes when unpacked, by the archive's list; `read` gives no other number. */
  readonly size: number;
  /** Unpacks the file, or says why it is not read. */
  readonly read: () => Result<Uint8Array>;
}

/** Whether bytes begin as a zip file (or a workbook, which is one). */
export const isZip = (bytes: Uint8Array): boolean =>
  beginsAs(bytes, '504b0304') || beginsAs(bytes, '504b0506');

/**
 * The files of a zip, each unpacked only when it is read, so that one at a time is in memory. Folders, and what macOS
 * adds, are passed over. The zip as a whole is refused where it is larger, holds more files or would unpack to more than
 * the limits, where its list cannot be read, or where files in it share bytes. One file is refused where it is encrypted,
 * is itself an archive (a workbook is none), is packed tighter than data can be, or is not what the list says.
 */
export function openArchive(
  name: string,
  bytes: Uint8Array,
  limits: ArchiveLimits = ARCHIVE_LIMITS,
): Result<readonly ArchivedFile[]> {
  if (bytes.length > MAX_FILE_BYTES) {
    return refuseFor({
      element: name,
      message: `The zip file is ${megabytes(bytes.length)} MB; the largest that can be read is ${megabytes(MAX_FILE_BYTES)} MB.`,
      remedy: 'Ask for several smaller zip files, or for the files themselves.',
    });
  }
  const listed = readZipDirectory(bytes, limits.entries);
  if (!listed.ok) return refuseFor({ element: name, message: listed.error.message, remedy: SEND_AGAIN });
  const entries = listed.value.filter(({ path }) => !isPassedOver(path));
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  if (total > limits.totalBytes) {
    return refuseFor({
      element: name,
      message: `The files in it are ${megabytes(total)} MB together; the most that is unpacked is ${megabytes(limits.totalBytes)} MB.`,
      remedy: SEND_AGAIN,
    });
  }
  return ok(
    entries.map((entry) => {
      const shown = showPath(entry.path);
      return { name: shown, size: entry.size, read: () => readEntry(bytes, entry, shown, limits) };
    }),
  );
}

function readEntry(
  zip: Uint8Array,
  entry: ZipEntry,
  element: string,
  limits: ArchiveLimits,
): Result<Uint8Array> {
  const no = (message: string): Result<never> => refuseFor({ element, message, remedy: SEND_AGAIN });
  if (entry.encrypted) return no('This file is locked with a password.');
  if (entry.method !== 0 && entry.method !== 8)
    return no('This file is packed in a way that cannot be read.');
  if (entry.size > limits.fileBytes) {
    return no(
      `This file is ${megabytes(entry.size)} MB; the largest that can be read is ${megabytes(limits.fileBytes)} MB.`,
    );
  }
  if (entry.size > RATIO_FROM && entry.size > entry.packed * limits.ratio) {
    return no('This file is packed tighter than a return can be, which is unsafe to unpack.');
  }
  const bytes = inflateEntry(zip, entry);
  if (bytes === undefined) return no('This file is damaged: its bytes are not those that were packed.');
  if (ARCHIVES.some((first) => beginsAs(bytes, first)) && !isWorkbook(bytes)) {
    return no('This file is itself an archive. Archives within archives are not opened.');
  }
  return ok(bytes);
}

/** Whether a zip is a workbook of Excel's kind. */
export function isWorkbook(bytes: Uint8Array): boolean {
  const listed = isZip(bytes) ? readZipDirectory(bytes, WORKBOOK_PARTS) : undefined;
  return listed?.ok === true && listed.value.some(({ path }) => path === 'xl/workbook.xml');
}

const WORKBOOK_PARTS = 1000;

const isPassedOver = (path: string): boolean =>
  path.endsWith('/') || path.startsWith('__MACOSX/') || /(^|[/\\])(\.DS_Store|Thumbs\.db)$/.test(path);

const beginsAs = (bytes: Uint8Array, hex: string): boolean =>
  Buffer.from(bytes.subarray(0, hex.length / 2)).toString('hex') === hex;

const megabytes = (bytes: number): string => String(Math.ceil(bytes / (1024 * 1024)));
