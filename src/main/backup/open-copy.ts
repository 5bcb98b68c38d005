import { openWithKey } from '../storage/engines/open-connection.ts';
import type { Connection } from '../storage/engines/connection.ts';

/**
 * Opens the file with its key, gives it to `work`, and closes it. Throws SQLite's errors: `SQLITE_NOTADB` for another
 * key or no database, `SQLITE_CORRUPT` for a damaged one, `SQLITE_CANTOPEN` when there is none.
 */
export function withCopy<T>(
  file: string,
  key: string,
  work: (connection: Connection) => T,
  options: { readonly readonly?: boolean } = { readonly: true },
): T {
  const connection = openWithKey(file, key, { ...options, fileMustExist: true });
  try {
    return work(connection);
  } finally {
    connection.close();
  }
}
