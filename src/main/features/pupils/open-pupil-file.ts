import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { refuse, type Result } from '#shared/kernel/result.ts';
import { refuseFor } from '../../exchange/file-problems.ts';
import { MAX_FILE_BYTES } from '../../exchange/read-text.ts';
import { sha256 } from '../../exchange/sha256.ts';
import type { Context } from '../context.ts';

/** A pupil file somebody chose, read into memory, with what kind it is by its content. */
export interface PupilFile {
  readonly kind: 'ctf' | 'pupil-csv';
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

const SAVE_AS_CSV = 'Open it in the program it came from and save it as "CSV UTF-8", then choose that file.';

/** Beginnings of files that people choose by mistake, as Latin-1 characters. */
const OTHER_KINDS: readonly (readonly [start: string, message: string, remedy: string])[] = [
  ['PK', 'This is an Excel workbook or a ZIP file, not a CTF or CSV file.', SAVE_AS_CSV],
  ['\u00d0\u00cf\u0011\u00e0', 'This is an old Excel workbook, not a CTF or CSV file.', SAVE_AS_CSV],
  [
    '%PDF',
    'This is a PDF document: pupils cannot be read from it.',
    'Export a CTF or a CSV file from your pupil system.',
  ],
];

/** Opens the file behind an id. Refused when it is gone, cannot be opened, is too large or of another kind. */
export async function openPupilFile(
  { files }: Pick<Context, 'files'>,
  fileId: string,
): Promise<Result<PupilFile>> {
  const path = files.pathOf(fileId);
  if (path === undefined) {
    return refuse('not-found', 'This file is no longer known. Nothing was changed. Choose the file again.');
  }
  const name = basename(path);
  let bytes: Uint8Array;
  try {
    if ((await stat(path)).size > MAX_FILE_BYTES) return tooLarge();
    bytes = await readFile(path);
  } catch {
    return refuse(
      'unreadable-file',
      `“${name}” could not be opened. Nothing was changed. Check that it is still there and not open in another program, then choose it again.`,
    );
  }
  const start = Buffer.from(bytes.subarray(0, 8)).toString('latin1');
  const other = OTHER_KINDS.find(([beginning]) => start.startsWith(beginning));
  if (other !== undefined) return refuseFor({ message: other[1], remedy: other[2] });
  return {
    ok: true,
    value: { kind: kindOf(bytes), name, size: bytes.length, sha256: sha256(bytes), bytes },
  };
}

const tooLarge = (): Result<never> =>
  refuseFor({
    message: `The file is larger than ${String(MAX_FILE_BYTES / (1024 * 1024))} MB, the largest that can be read.`,
    remedy: 'Check that it is the right file. If it is, export fewer year groups at a time.',
  });

/** XML begins with "<" in every encoding, once marks, zero bytes and blanks are passed over. */
function kindOf(bytes: Uint8Array): PupilFile['kind'] {
  const passedOver = new Set([0x00, 0x09, 0x0a, 0x0d, 0x20, 0xef, 0xbb, 0xbf, 0xff, 0xfe]);
  const first = bytes.subarray(0, 1000).find((byte) => !passedOver.has(byte));
  return first === 0x3c ? 'ctf' : 'pupil-csv';
}
