import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { isUtf8 } from 'node:buffer';
import { refuse, type Result } from '#shared/kernel/result.ts';
import { refuseFor, type ReadWatch } from '../file-problems.ts';
import type { TextEncoding } from '../read-text.ts';

/** Lists of a whole country are larger than what schools send: all schools' exclusions of 19 years are 85 MB. */
export const MAX_LARGE_FILE_BYTES = 300 * 1024 * 1024;

export const PIECE_BYTES = 1024 * 1024;

export interface LargeFile {
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
  /** Bytes before the text: a byte order mark. */
  readonly skip: number;
  readonly encoding: Extract<TextEncoding, 'utf-8' | 'windows-1252'>;
}

/** First bytes of what people choose by mistake. */
const OTHER_KINDS: readonly (readonly [start: string, what: string])[] = [
  ['504b0304', 'a spreadsheet workbook or a zip file. Unzip it, or save the list as CSV'],
  ['d0cf11e0', 'an old Office file. Save the list as CSV'],
  ['25504446', 'a PDF. Download the data as CSV'],
  ['fffe', 'in UTF-16. Save it as UTF-8 ("CSV UTF-8" in a spreadsheet)'],
  ['feff', 'in UTF-16. Save it as UTF-8 ("CSV UTF-8" in a spreadsheet)'],
];

/**
 * Looks through a file a piece at a time, however large it is: its fingerprint, and how its letters are coded. UTF-8 where
 * every byte fits that, else Windows-1252, which the national register comes in. Refused: empty, too large, another kind.
 */
export function lookThrough(path: string, watch: ReadWatch = {}): Result<LargeFile | 'cancelled'> {
  let file: number | undefined;
  try {
    // A pipe or a device would keep the program waiting: looked at before it is opened.
    if (!statSync(path).isFile()) return unopened();
    file = openSync(path, 'r');
    const { size } = fstatSync(file);
    const wrong = wrongSize(size);
    if (wrong) return wrong;
    const hash = createHash('sha256');
    let utf8 = true;
    let start = '';
    let over = Buffer.alloc(0);
    for (const piece of piecesOf(file)) {
      if (watch.cancelled?.() === true) return { ok: true, value: 'cancelled' };
      hash.update(piece);
      if (start === '') start = piece.subarray(0, 4).toString('hex');
      if (utf8) {
        const text = over.length === 0 ? piece : Buffer.concat([over, piece]);
        const whole = text.length - openSequence(text);
        utf8 = isUtf8(text.subarray(0, whole));
        over = Buffer.from(text.subarray(whole));
      }
    }
    const other = OTHER_KINDS.find(([bytes]) => start.startsWith(bytes));
    if (other) return refuseFor({ message: `This is not a CSV file but ${other[1]}.`, remedy: CHOOSE_CSV });
    return {
      ok: true,
      value: {
        path,
        size,
        sha256: hash.digest('hex'),
        skip: start.startsWith('efbbbf') ? 3 : 0,
        encoding: utf8 && over.length === 0 ? 'utf-8' : 'windows-1252',
      },
    };
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return unopened();
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

const unopened = () =>
  refuse(
    'unreadable-file',
    'The file could not be opened. Nothing was changed. It may have been moved, or another program holds it: choose it again.',
  );

const CHOOSE_CSV = 'Choose the file as it was downloaded, with the ending .csv.';

function wrongSize(size: number): Result<never> | undefined {
  if (size === 0) return refuseFor({ message: 'The file is empty.', remedy: 'Download it again.' });
  if (size <= MAX_LARGE_FILE_BYTES) return undefined;
  return refuseFor({
    message: `The file is larger than ${MAX_LARGE_FILE_BYTES / 1024 / 1024} MB, the largest that can be read.`,
    remedy: 'Check that it is the right file. If it is, download fewer years.',
  });
}

/** The bytes of an open file in pieces; each piece is good until the next one is asked for. */
export function* piecesOf(file: number, from = 0): Generator<Buffer> {
  const piece = Buffer.allocUnsafe(PIECE_BYTES);
  let at = from;
  for (;;) {
    const read = readSync(file, piece, 0, PIECE_BYTES, at);
    if (read === 0) return;
    at += read;
    yield piece.subarray(0, read);
  }
}

/** How many bytes at the end begin a UTF-8 sequence that the next piece ends: 0 to 3. */
function openSequence(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
    if (byte < 0x80) return 0;
  }
  return 0;
}
