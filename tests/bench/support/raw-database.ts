import Database from 'better-sqlite3';

export type RawRow = Readonly<Record<string, unknown>>;

/** The bare driver with the settings that the application uses. */
export function openRaw(file: string): Database.Database {
  const nativeBinding = process.env['FIRST_DAY_SQLITE_BINDING'];
  const database = new Database(file, nativeBinding ? { nativeBinding } : {});
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  return database;
}

/** Every row of a table as the driver stores it, ready to be inserted elsewhere. */
export function rawRows(file: string, table: string): readonly RawRow[] {
  const database = openRaw(file);
  try {
    return database.prepare<[], RawRow>(`SELECT * FROM ${table}`).all();
  } finally {
    database.close();
  }
}

/** Inserts one row at a time with a prepared statement, as quickly as the driver can. */
export function rawInserter(database: Database.Database, table: string, like: RawRow): (row: RawRow) => void {
  const columns = Object.keys(like);
  const statement = database.prepare(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((column) => `@${column}`).join(', ')})`,
  );
  return (row) => void statement.run(row);
}
