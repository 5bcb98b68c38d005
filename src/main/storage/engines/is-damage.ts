const DAMAGE = /^SQLITE_(NOTADB|CORRUPT|IOERR_DATA)/;

/** Whether SQLite (or what it caused) says that the file itself is damaged, or that the key is another one. */
export function isDamage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ('code' in error && DAMAGE.test(String(error.code))) || isDamage(error.cause);
}
