const DAMAGE = /^SQLITE_(CORRUPT|NOTADB|IOERR_(DATA|READ|SHORT_READ|CORRUPTFS))/;

/**
 * Whether an error, or what is behind it, says that the file may be damaged or cannot be read from its disk. After one
 * the whole file is checked before anything else is written. What cannot be written is no damage: the disk is full, or
 * the place for backups is gone.
 */
export function isDamage(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && DAMAGE.test(String(cause.code))) return true;
  }
  return false;
}
