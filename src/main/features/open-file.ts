import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { refuse, type Result } from '#shared/kernel/result.ts';
import { refuseFor } from '../exchange/file-problems.ts';
import { MAX_FILE_BYTES } from '../exchange/read-text.ts';
import type { Context } from './context.ts';

/** A file somebody chose, read into memory. */
export interface OpenedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

interface Expected {
  /** What is expected, as in "This is a PDF document, not a CTF or CSV file." */
  readonly kind: string;
  /** What to do when it is too large. */
  readonly ifTooLarge: string;
}

const SAVE_AS_CSV = 'Open it in the program it came from and save it as "CSV UTF-8", then choose that file.';

/** Beginnings of files that people choose by mistake, as Latin-1 characters. */
const OTHER_KINDS: readonly (readonly [start: string, what: string])[] = [
  ['PK', 'an Excel workbook or a ZIP file'],
  ['\u00d0\u00cf\u0011\u00e0', 'an old Excel workbook'],
  ['%PDF', 'a PDF document'],
];

/** Opens the file behind an id. Refused when it is gone, cannot be opened, is too large or plainly of another kind. */
export async function openFile(
  { files }: Pick<Context, 'files'>,
  fileId: string,
  { kind, ifTooLarge }: Expected,
): Promise<Result<OpenedFile>> {
  const path = files.pathOf(fileId);
  if (path === undefined) {
    return refuse('not-found', 'This file is no longer known. Nothing was changed. Choose the file again.');
  }
  const name = basename(path);
  let bytes: Uint8Array;
  try {
    const found = await stat(path);
    // A device or a pipe would never end, whatever size it claims.
    if (!found.isFile()) throw new Error('no plain file');
    if (found.size > MAX_FILE_BYTES) {
      return refuseFor({
        message: `The file is larger than ${String(MAX_FILE_BYTES / (1024 * 1024))} MB, the largest that can be read.`,
        remedy: `Check that it is the right file. If it is, ${ifTooLarge}`,
      });
    }
    bytes = await readFile(path);
  } catch {
    return refuse(
      'unreadable-file',
      `“${name}” could not be opened. Nothing was changed. Check that it is still there and not open in another program, then choose it again.`,
    );
  }
  const start = Buffer.from(bytes.subarray(0, 8)).toString('latin1');
  const other = OTHER_KINDS.find(([beginning]) => start.startsWith(beginning));
  if (other === undefined) return { ok: true, value: { name, bytes } };
  return refuseFor({ message: `This is ${other[1]}, not a ${kind}.`, remedy: SAVE_AS_CSV });
}
