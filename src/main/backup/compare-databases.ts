import { COUNTED_KINDS, type KindDifference } from '#shared/domain/backups/types.ts';
import type { Connection } from '../storage/engines/connection.ts';
import { withCopy } from './open-copy.ts';
import { KIND_TABLES } from './table-kinds.ts';
import { quoted, tableColumns } from './table-columns.ts';
import type { Watch } from './watch.ts';

/** A change noted in the present database after the backup was made. */
export interface LaterChange {
  readonly at: string;
  readonly by: string;
  readonly operation: string;
  /** Whom it was about, where it was one pupil. */
  readonly pupil: string | null;
}

export interface Comparison {
  /** False for a backup that is not of an earlier state of this database (another school's, or from another PC). */
  readonly sameHistory: boolean;
  readonly kinds: readonly KindDifference[];
  /** How many entries the audit trail has had since, and the newest of them that changed something. */
  readonly changesSince: number;
  readonly newest: readonly LaterChange[];
  /** Erasures since: the restored database has to repeat them. */
  readonly erasures: readonly ErasureSince[];
}

export interface ErasureSince {
  readonly id: string;
  readonly pupilId: string;
  readonly at: string;
  readonly kind: string;
}

const NEWEST = 12;

export interface CompareOrder {
  readonly database: string;
  readonly copy: string;
  /** The keys of the two. */
  readonly key: string;
  readonly copyKey: string;
}

/**
 * Compares the present database with a rehearsed copy of a backup (same version of the tables). Reads both; seconds for a
 * large database, so never in the window's thread.
 */
export function compareDatabases({ database, copy, key, copyKey }: CompareOrder, watch: Watch): Comparison {
  return withCopy(database, key, (connection) => {
    connection.prepare(`ATTACH ? AS backup KEY ?`).run(copy, `raw:${copyKey}`);
    return connection.transaction((): Comparison => {
      const kinds = COUNTED_KINDS.map((kind, at) => {
        watch.checkCancelled();
        watch.progress(at / COUNTED_KINDS.length, 'Comparing the backup with the database');
        return { kind, ...differenceOf(connection, KIND_TABLES[kind]) };
      });
      return { kinds, ...historyOf(connection), erasures: erasuresSince(connection) };
    })();
  });
}

function differenceOf(connection: Connection, table: string): Omit<KindDifference, 'kind'> {
  const columns = tableColumns(connection, table);
  const name = quoted(table);
  const count = (sql: string) => Number(connection.prepare(sql).pluck().get());
  const now = count(`SELECT count(*) FROM main.${name}`);
  const inBackup = count(`SELECT count(*) FROM backup.${name}`);
  if (!columns) return { now, inBackup, added: 0, changed: 0, missing: 0 };
  const same = columns.key.map((column) => `a.${quoted(column)} = b.${quoted(column)}`).join(' AND ');
  const differs = columns.all.map((column) => `a.${quoted(column)} IS NOT b.${quoted(column)}`).join(' OR ');
  const both = count(`SELECT count(*) FROM main.${name} a JOIN backup.${name} b ON ${same}`);
  const changed = count(
    `SELECT count(*) FROM main.${name} a JOIN backup.${name} b ON ${same} WHERE ${differs}`,
  );
  return { now, inBackup, added: now - both, changed, missing: inBackup - both };
}

function historyOf(connection: Connection): Pick<Comparison, 'sameHistory' | 'changesSince' | 'newest'> {
  const last = Number(connection.prepare('SELECT coalesce(max(id), 0) FROM backup.audit').pluck().get());
  const same = connection
    .prepare(
      `SELECT count(*) FROM main.audit a JOIN backup.audit b ON a.id = b.id
       WHERE a.id = ? AND a.at = b.at AND a.operation = b.operation AND a.hash IS b.hash`,
    )
    .pluck()
    .get(last);
  const changesSince = connection.prepare('SELECT count(*) FROM main.audit WHERE id > ?').pluck().get(last);
  const newest = connection
    .prepare<[number, number], LaterChange>(
      `SELECT a.at AS at, a.user_name AS by, a.operation AS operation, p.forename || ' ' || p.surname AS pupil
       FROM main.audit a
       LEFT JOIN main.exclusions x ON a.subject_type = 'exclusion' AND x.id = a.subject_id
       LEFT JOIN main.pupils p
         ON p.id = coalesce(a.pupil_id, x.pupil_id, CASE a.subject_type WHEN 'pupil' THEN a.subject_id END)
       WHERE a.id > ? AND coalesce(a.outcome, 'done') = 'done'
       ORDER BY a.id DESC LIMIT ?`,
    )
    .all(last, NEWEST);
  return { sameHistory: last === 0 || Number(same) === 1, changesSince: Number(changesSince), newest };
}

const erasuresSince = (connection: Connection): readonly ErasureSince[] =>
  connection
    .prepare<[], ErasureSince>(
      `SELECT id, pupil_id AS pupilId, at, kind FROM main.erasures
       WHERE id NOT IN (SELECT id FROM backup.erasures) ORDER BY at`,
    )
    .all();
