const DAMAGE = /^SQLITE_(NOTADB|CORRUPT|IOERR_(DATA|READ|SHORT_READ|CORRUPTFS))/;

/**
 * Whether SQLite (or what it caused) says that the file itself is damaged or cannot be read, or that the key is another
 * one. What cannot be written (a full disk, a share that is gone) is no damage.
 */
export function isDamage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ('code' in error && DAMAGE.test(String(error.code))) || isDamage(error.cause);
}
