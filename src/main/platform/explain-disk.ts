/** What the system said, in words: the cause of a failure to write or read files, as the first half of a sentence. */
const CAUSES: readonly (readonly [pattern: RegExp, cause: string])[] = [
  [/ENOSPC|EDQUOT|SQLITE_FULL/, 'the disk is full'],
  [/EROFS|SQLITE_READONLY/, 'the folder can only be read'],
  [/EEXIST|ENOTDIR/, 'a file lies where the folder should be'],
  [/EACCES|EPERM|SQLITE_PERM|SQLITE_AUTH/, 'this account may not write in the folder'],
  [/ENOENT|SQLITE_CANTOPEN/, 'the folder is not there (a stick taken out, a share that cannot be reached)'],
  [
    /EIO|ENXIO|ENODEV|EHOSTDOWN|ENETUNREACH|ENOTCONN|ESTALE|ETIMEDOUT|SQLITE_IOERR/,
    'the disk or share stopped answering',
  ],
  [/EBUSY|ETXTBSY|SQLITE_BUSY|SQLITE_LOCKED/, 'another program keeps a file of it open'],
  [/EFBIG/, 'the file is too large for that disk'],
];

/** The cause of an error of the file system or of SQLite, without a full stop; undefined for any other error. */
export function explainDisk(error: unknown): string | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (!('code' in cause)) continue;
    const code = String(cause.code);
    const found = CAUSES.find(([pattern]) => pattern.test(code));
    if (found) return `${found[1]} (${code})`;
  }
  return undefined;
}
