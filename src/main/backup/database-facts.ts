import type { Connection } from '../storage/engines/connection.ts';
import type { AboutBackup } from './about-backup.ts';

/** What a database is compared by: its version, its rows and the end of its audit trail. */
export type DatabaseFacts = Pick<AboutBackup, 'schemaVersion' | 'rows' | 'auditHead' | 'lastAudit'>;

/** Names of First Day's own tables in a file, SQLite's left out, in the order in which they were made. */
export function tableNames(connection: Connection): readonly string[] {
  return connection
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`)
    .pluck()
    .all()
    .map(String);
}

/** Reads the facts in one unchanging view. Takes some tenths of a second for a large database. */
export function databaseFacts(connection: Connection): DatabaseFacts {
  return connection.transaction((): DatabaseFacts => {
    const names = tableNames(connection);
    const one = (statement: string) => connection.prepare(statement).pluck().get();
    const rows = Object.fromEntries(
      names.map((name) => [name, Number(one(`SELECT count(*) FROM "${name}"`))] as const),
    );
    return {
      schemaVersion: Number(connection.pragma('user_version', { simple: true })),
      rows,
      auditHead: names.includes('audit_head') ? readHead(connection) : null,
      lastAudit: names.includes('audit') ? Number(one('SELECT coalesce(max(id), 0) FROM audit')) : 0,
    };
  })();
}

function readHead(connection: Connection): AboutBackup['auditHead'] {
  const row = connection
    .prepare<[], { length: number; lastId: number; hash: string }>(
      `SELECT length, last_id AS lastId, hash FROM audit_head`,
    )
    .get();
  return row ?? null;
}
