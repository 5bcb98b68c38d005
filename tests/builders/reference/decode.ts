/** Bytes to text as the file's mark or declaration says, else UTF-8, else the fallback. */
export function decode(bytes: Uint8Array, fallback: string): string {
  const [a, b] = bytes;
  const declared = /^<\?xml[^>]*encoding="([^"]*)"/.exec(
    Buffer.from(bytes.subarray(0, 200)).toString('latin1'),
  )?.[1];
  if ((a === 0xff && b === 0xfe) || (a !== 0 && b === 0)) return new TextDecoder('utf-16le').decode(bytes);
  if ((a === 0xfe && b === 0xff) || (a === 0 && b !== 0)) return new TextDecoder('utf-16be').decode(bytes);
  const oneByte = /^(windows-1252|iso-8859-1)$/i.test(declared ?? '');
  if (oneByte) return new TextDecoder('windows-1252').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder(fallback).decode(bytes);
  }
}
