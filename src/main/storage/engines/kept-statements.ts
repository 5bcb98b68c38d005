import type Database from 'better-sqlite3';

/** Statements kept at once: lists of ids of every length are statements of their own, and would grow for ever. */
const MOST = 500;

/**
 * The connection as the query builder is to see it: the same text is prepared once and used again. The builder
 * prepares anew for every query, which takes SQLite longer than most of our queries themselves.
 */
export function keepStatements(connection: Database.Database): Database.Database {
  const kept = new Map<string, Database.Statement>();
  const prepare = (source: string): Database.Statement => {
    const statement = kept.get(source) ?? twoForms(connection, source);
    // What was used last comes last; the first is the one that was not needed for the longest time.
    kept.delete(source);
    kept.set(source, statement);
    const [oldest] = kept.size > MOST ? kept.keys() : [];
    if (oldest !== undefined) kept.delete(oldest);
    return statement;
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the connection with one method replaced
  return Object.create(connection, { prepare: { value: prepare } }) as Database.Database;
}

/** What the builder calls of a statement. Rows as arrays come from a second one: `raw()` changes its own for good. */
function twoForms(connection: Database.Database, source: string): Database.Statement {
  const plain = connection.prepare(source);
  let raw: Database.Statement | undefined;
  const used = {
    run: (...values: unknown[]) => plain.run(...values),
    get: (...values: unknown[]) => plain.get(...values),
    all: (...values: unknown[]) => plain.all(...values),
    raw: () => (raw ??= connection.prepare(source).raw()),
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the builder uses nothing else
  return used as unknown as Database.Statement;
}
