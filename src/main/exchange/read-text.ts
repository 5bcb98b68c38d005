import type { Result } from '#shared/kernel/result.ts';
import { ok } from '#shared/kernel/result.ts';
import type { ImportProblem } from './file-problems.ts';
import { problem, refuseFor } from './file-problems.ts';
import { decodeWindows1252, firstUndefinedByte } from './windows-1252.ts';

/** Files larger than this are refused: a whole secondary school's CTF is under 20 MB. */
export const MAX_FILE_BYTES = 50 * 1024 * 1024;

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export interface FileText {
  /** The characters, without a byte order mark. */
  readonly text: string;
  readonly encoding: TextEncoding;
  readonly bytesTotal: number;
  readonly warnings: readonly ImportProblem[];
}

const SAVE_AS_UTF8 =
  'Save the file as UTF-8 (in a spreadsheet: "CSV UTF-8"), or export it again from the system it came from.';

/** Encoding names of XML declarations, lower case, to what we decode with. ISO-8859-1 is read as its superset. */
const DECLARED: Readonly<Record<string, TextEncoding | 'utf-16'>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  'us-ascii': 'utf-8',
  ascii: 'utf-8',
  'utf-16': 'utf-16',
  'utf-16le': 'utf-16',
  'utf-16be': 'utf-16',
  'iso-8859-1': 'windows-1252',
  'iso8859-1': 'windows-1252',
  latin1: 'windows-1252',
  'windows-1252': 'windows-1252',
  cp1252: 'windows-1252',
};

interface Detected {
  readonly encoding: TextEncoding;
  readonly skip: number;
  /** True when the file itself says so (mark or declaration), so no other encoding may be tried. */
  readonly certain: boolean;
}

/**
 * Bytes to characters. Encoding: byte order mark, else the XML declaration, else UTF-8 checked strictly;
 * for CSV only, text that is not UTF-8 is read as Windows-1252 with a warning, because that is what
 * spreadsheet programs save by default. Errors: empty, too large, bytes that fit no encoding, NUL.
 */
export function readText(bytes: Uint8Array, format: 'xml' | 'csv'): Result<FileText> {
  if (bytes.length === 0) {
    return refuseFor({
      message: 'The file is empty.',
      remedy: 'Export it again from the system it came from, then choose the new file.',
    });
  }
  if (bytes.length > MAX_FILE_BYTES) {
    const size = String(Math.ceil(bytes.length / (1024 * 1024)));
    return refuseFor({
      message: `The file is ${size} MB; the largest that can be read is ${String(MAX_FILE_BYTES / (1024 * 1024))} MB.`,
      remedy: 'Check that it is the right file. If it is, export fewer year groups at a time.',
    });
  }
  const detected = detect(bytes, format);
  if (!detected.ok) return detected;
  const decoded = decode(bytes, detected.value, format);
  if (!decoded.ok) return decoded;
  const nul = decoded.value.text.indexOf('\0');
  if (nul >= 0) {
    return refuseFor({
      line: countLines(decoded.value.text.slice(0, nul)),
      message: 'The file holds empty (NUL) characters, which text files do not have.',
      remedy: 'It may be damaged, or not a text file at all. Export it again from the system it came from.',
    });
  }
  if (decoded.value.text.trim() === '') {
    return refuseFor({
      message: 'The file holds no text, only blank space.',
      remedy: 'Export it again from the system it came from, then choose the new file.',
    });
  }
  return decoded;
}

function detect(bytes: Uint8Array, format: 'xml' | 'csv'): Result<Detected> {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return ok({ encoding: 'utf-8', skip: 3, certain: true });
  if (a === 0xff && b === 0xfe) return ok({ encoding: 'utf-16le', skip: 2, certain: true });
  if (a === 0xfe && b === 0xff) return ok({ encoding: 'utf-16be', skip: 2, certain: true });
  // Without a mark, UTF-16 shows itself by the zero half of the first (ASCII) character.
  if (bytes.length > 1 && a !== 0 && b === 0) return ok({ encoding: 'utf-16le', skip: 0, certain: true });
  if (a === 0 && b !== undefined && b !== 0) return ok({ encoding: 'utf-16be', skip: 0, certain: true });
  const declared = format === 'xml' ? declaredEncoding(bytes) : undefined;
  if (declared === undefined) return ok({ encoding: 'utf-8', skip: 0, certain: false });
  const known = DECLARED[declared.toLowerCase()];
  if (known === undefined) {
    return refuseFor({
      line: 1,
      value: declared,
      message: 'The first line of the file names a character encoding that cannot be read.',
      remedy: SAVE_AS_UTF8,
    });
  }
  // Declared UTF-16 but stored a byte a character: a common slip of programs that write text they built in memory.
  if (known === 'utf-16') return ok({ encoding: 'utf-8', skip: 0, certain: true });
  return ok({ encoding: known, skip: 0, certain: true });
}

function declaredEncoding(bytes: Uint8Array): string | undefined {
  const start = decodeWindows1252(bytes.subarray(0, 200));
  return /^<\?xml[^>]*?\sencoding\s*=\s*["']([^"'>]*)["']/.exec(start)?.[1];
}

function decode(bytes: Uint8Array, detected: Detected, format: 'xml' | 'csv'): Result<FileText> {
  const { encoding, skip, certain } = detected;
  const content = bytes.subarray(skip);
  const done = (
    text: string,
    used: TextEncoding,
    warnings: readonly ImportProblem[] = [],
  ): Result<FileText> => ok({ text, encoding: used, bytesTotal: bytes.length, warnings });
  if (encoding === 'windows-1252') return fromWindows1252(content, done);
  const text = decodeStrictly(content, encoding);
  if (text !== undefined) return done(text, encoding);
  const line = firstBadLine(content, encoding);
  if (encoding === 'utf-8' && format === 'csv' && !certain && !hasUtf8Letters(content)) {
    const warning = problem('warning', {
      code: 'encoding',
      line,
      message:
        'The file is not UTF-8, so it was read as Windows-1252, the usual form of spreadsheet programs.',
      remedy: `Check names with accents. If any are wrong: ${SAVE_AS_UTF8}`,
    });
    return fromWindows1252(content, (read, used) => done(read, used, [warning]));
  }
  return refuseFor({
    line,
    message:
      encoding === 'utf-8'
        ? 'This line holds bytes that are not UTF-8, so its letters cannot be known.'
        : 'The file is marked as UTF-16 but this line cannot be read as that.',
    remedy: SAVE_AS_UTF8,
    code: 'encoding',
  });
}

function fromWindows1252(
  content: Uint8Array,
  done: (text: string, used: TextEncoding) => Result<FileText>,
): Result<FileText> {
  const bad = firstUndefinedByte(content);
  if (bad < 0) return done(decodeWindows1252(content), 'windows-1252');
  return refuseFor({
    line: lineOfByte(content, bad),
    message: 'This line holds bytes that are neither UTF-8 nor Windows-1252, so its letters cannot be known.',
    remedy: SAVE_AS_UTF8,
    code: 'encoding',
  });
}

function decodeStrictly(content: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(content);
  } catch {
    return undefined;
  }
}

/** Line feeds never occur inside a UTF-8 sequence, so lines can be tried one by one. */
function* linesOf(content: Uint8Array): Generator<Uint8Array> {
  for (let from = 0; ;) {
    const feed = content.indexOf(0x0a, from);
    yield content.subarray(from, feed < 0 ? content.length : feed);
    if (feed < 0) return;
    from = feed + 1;
  }
}

function firstBadLine(content: Uint8Array, encoding: TextEncoding): number | undefined {
  if (encoding !== 'utf-8') return undefined;
  let number = 0;
  for (const line of linesOf(content)) {
    number += 1;
    if (decodeStrictly(line, encoding) === undefined) return number;
  }
  return undefined;
}

/**
 * Whether some line holds letters that are UTF-8 and hardly anything else. With them and other bytes in one file, it was
 * put together from two encodings or is damaged: read as Windows-1252, every accented name in it would come out wrong.
 */
function hasUtf8Letters(content: Uint8Array): boolean {
  for (const line of linesOf(content)) {
    if (line.some((byte) => byte >= 0x80) && decodeStrictly(line, 'utf-8') !== undefined) return true;
  }
  return false;
}

const lineOfByte = (content: Uint8Array, place: number): number =>
  countLines(Buffer.from(content.subarray(0, place)).toString('latin1'));

/** The number of the line on which `before` ends, counting CR LF, LF and CR as one line end each. */
export function countLines(before: string): number {
  return (before.match(/\r\n|\r|\n/g)?.length ?? 0) + 1;
}
