import Database from 'better-sqlite3';

/** Settings of the encryption, before anything else is asked of the file: 256-bit ChaCha20-Poly1305, each page authenticated. */
const CIPHER = 'chacha20';

/** Pages kept as they are read: a search through 50,000 pupils would else decrypt them anew each time. */
const CACHE_KIB = 64 * 1024;

/** How a file is opened: with its key, or (in a measurement, or before it was ever encrypted) without. */
export type OpenConnection = (file: string) => Database.Database;

/** `key` as First Day writes keys: 64 hexadecimal digits, 32 random bytes. */
export const isDataKey = (key: string): boolean => /^[0-9a-f]{64}$/.test(key);

/**
 * Opens (or makes) an encrypted database file with the settings that all of First Day uses: WAL, foreign keys, full
 * synchronisation, temporary tables in memory (temporary files are not encrypted). Throws SQLite's `SQLITE_NOTADB` for
 * another key or a file that is no database, `SQLITE_CORRUPT` for a damaged one.
 */
export function openConnection(file: string, key: string): Database.Database {
  return withSettings(openWithKey(file, key));
}

/** The same, but in the journal mode the file is in: for looking at copies, and for swapping files. */
export function openWithKey(
  file: string,
  key: string,
  options: { readonly readonly?: boolean; readonly fileMustExist?: boolean; readonly timeout?: number } = {},
): Database.Database {
  if (!isDataKey(key)) throw new Error('A data key is 64 hexadecimal digits.');
  const connection = openBare(file, options);
  connection.pragma(`cipher = '${CIPHER}'`);
  connection.pragma(`key = 'raw:${key}'`);
  connection.pragma('temp_store = MEMORY');
  return connection;
}

/** Opens a file that is not encrypted: one from before there were keys, or a measurement's. */
export const openPlain: OpenConnection = (file) => withSettings(openBare(file, {}));

/** The same, in the journal mode the file is in. */
export const openPlainAsItIs: OpenConnection = (file) =>
  openBare(file, { timeout: 5000, fileMustExist: true });

function openBare(file: string, options: Database.Options): Database.Database {
  const nativeBinding = process.env['FIRST_DAY_SQLITE_BINDING'];
  return new Database(file, { timeout: 10_000, ...options, ...(nativeBinding ? { nativeBinding } : {}) });
}

function withSettings(connection: Database.Database): Database.Database {
  try {
    connection.pragma('temp_store = MEMORY');
    connection.pragma('journal_mode = WAL');
    connection.pragma('synchronous = FULL');
    connection.pragma('foreign_keys = ON');
    connection.pragma(`cache_size = -${CACHE_KIB}`);
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

/** A database in memory alone: a new one, or one from its bytes. */
export function openBytes(bytes: Buffer | undefined): Database.Database {
  const nativeBinding = process.env['FIRST_DAY_SQLITE_BINDING'];
  const connection = new Database(bytes ?? ':memory:', nativeBinding ? { nativeBinding } : {});
  connection.pragma('temp_store = MEMORY');
  return connection;
}
