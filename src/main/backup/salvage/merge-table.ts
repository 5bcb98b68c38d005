import type { Connection } from '../../storage/engines/connection.ts';
import { quoted, tableColumns } from '../table-columns.ts';
import type { Watch } from '../watch.ts';
import { knownKeys, type KnownKeys } from './known-keys.ts';
import { readRows, type Row } from './read-rows.ts';
import { keyText, tableWriter, type TableWriter } from './table-writer.ts';

/** What became of one table's rows. */
export interface MergedTable {
  readonly table: string;
  /** Rows alike in both; rows newer than the backup's; rows that the backup did not have. */
  readonly same: number;
  readonly newer: number;
  readonly added: number;
  /** Rows that could not be read and stand as the backup has them: that form may be older. */
  readonly keptOlder: number;
  /** Rows that could not be read and that the backup does not have. The most there can be, where not `certain`. */
  readonly lost: number;
  /** Rows of the backup that the damaged file certainly had no longer. */
  readonly removed: number;
  /** Rows of the backup, themselves not readable, that give way to newer ones which may not stand beside them. */
  readonly gaveWay: number;
  /** It is known which rows there were. Else rows removed since the backup may be back. */
  readonly certain: boolean;
}

/**
 * Brings one table of `base` (a rehearsed backup) to what the damaged file has of it. Call it with references and
 * triggers off, inside a transaction of `base`. Rows that differ are held in memory.
 */
export function mergeTable(base: Connection, damaged: Connection, table: string, watch: Watch): MergedTable {
  const columns = tableColumns(base, table);
  const there = tableColumns(damaged, table);
  const rowsBefore = countRows(base, table);
  // A table that the damaged file's version did not have yet.
  if (!columns || !there) return { ...NOTHING, table, same: rowsBefore };
  const shared = columns.all.filter((name) => there.all.includes(name));
  const known = knownKeys(damaged, table, there, highestNumber(base, table));
  const writer = tableWriter(base, table, shared, columns);

  const seen = new Set<string>();
  const newer: Row[] = [];
  const added: Row[] = [];
  const unreadable: number[] = [];
  let same = 0;
  readRows(damaged, table, shared, known.numbers, watch, {
    take: (row) => {
      seen.add(keyText(writer.keyOf(row)));
      const present = writer.find(writer.keyOf(row));
      if (!present) added.push(row);
      else if (present.every((value, at) => value === row[at])) same += 1;
      else newer.push(row);
    },
    lose: (number) => unreadable.push(number),
  });

  const missing = judge(unreadable, known, writer, seen);
  const removed = missing.certain ? writer.removeOthers(seen) : 0;
  for (const row of newer) writer.remove(writer.keyOf(row));
  for (const row of [...newer, ...added]) writer.insert(row);
  const gaveWay = rowsBefore - removed + added.length - countRows(base, table);
  const older = missing.certain ? missing.keptOlder : rowsBefore - same - newer.length;
  return {
    table,
    same,
    newer: newer.length,
    added: added.length,
    keptOlder: older - gaveWay,
    lost: missing.certain ? missing.lost : Math.max(0, unreadable.length - older),
    removed,
    gaveWay,
    certain: missing.certain,
  };
}

const NOTHING = {
  same: 0,
  newer: 0,
  added: 0,
  keptOlder: 0,
  lost: 0,
  removed: 0,
  gaveWay: 0,
  certain: true,
};

/** Which of the unreadable rows the backup has; their keys count as seen. Not certain when a key is not known. */
function judge(
  unreadable: readonly number[],
  { numbers, keyOf }: KnownKeys,
  writer: TableWriter,
  seen: Set<string>,
): { readonly certain: boolean; readonly keptOlder: number; readonly lost: number } {
  let keptOlder = 0;
  let lost = 0;
  for (const number of unreadable) {
    const key = keyOf(number);
    if (key === undefined) return { certain: false, keptOlder: 0, lost: 0 };
    seen.add(keyText(key));
    if (writer.find(key)) keptOlder += 1;
    else if (numbers.certain) lost += 1;
    else return { certain: false, keptOlder: 0, lost: 0 };
  }
  return { certain: true, keptOlder, lost };
}

const countRows = (base: Connection, table: string): number =>
  Number(
    base
      .prepare(`SELECT count(*) FROM ${quoted(table)}`)
      .pluck()
      .get(),
  );

const highestNumber = (base: Connection, table: string): number =>
  Number(
    base
      .prepare(`SELECT coalesce(max(rowid), 0) FROM ${quoted(table)}`)
      .pluck()
      .get(),
  );
