/**
 * The 32 bytes 0x80 to 0x9F of Windows-1252; `\0` where the code page has no character.
 * Own table: TextDecoder's answer for this code page has differed between Node releases.
 * Source: Unicode Consortium, CP1252.TXT (mapping of code page 1252).
 */
const HIGH_CONTROLS =
  '\u20ac\0\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\0\u017d\0' +
  '\0\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\0\u017e\u0178';

/** The place of the first byte that Windows-1252 does not define, or -1. */
export function firstUndefinedByte(bytes: Uint8Array): number {
  return bytes.findIndex((byte) => byte >= 0x80 && byte <= 0x9f && HIGH_CONTROLS[byte - 0x80] === '\0');
}

/** Decodes Windows-1252, which holds every printable character of ISO-8859-1 at the same place. */
export function decodeWindows1252(bytes: Uint8Array): string {
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return latin1.replace(/[\u0080-\u009f]/g, (char) => HIGH_CONTROLS[char.charCodeAt(0) - 0x80] ?? char);
}
