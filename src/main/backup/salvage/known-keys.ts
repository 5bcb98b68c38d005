import type { Connection } from '../../storage/engines/connection.ts';
import { isDamage } from '../../storage/is-damage.ts';
import { quoted, type TableColumns } from '../table-columns.ts';
import { listedNumbers, numbersUpTo, type RowNumbers } from './row-numbers.ts';

export interface KnownKeys {
  readonly numbers: RowNumbers;
  /** The key of a row, by its number, where an index that is whole names it. */
  readonly keyOf: (number: number) => readonly unknown[] | undefined;
}

/** Row numbers looked at beyond the last one of the backup, where neither table nor index can be read to its end. */
const BEYOND = 5000;

/**
 * Which rows a damaged table has had. The index of its key, where it can be read to the end, names every row of the
 * table, also those that cannot be read. Else the highest row number bounds them. `expected` is the highest row number of
 * the backup.
 */
export function knownKeys(
  connection: Connection,
  table: string,
  columns: TableColumns,
  expected: number,
): KnownKeys {
  const byIndex = fromIndex(connection, table, columns);
  if (byIndex) return byIndex;
  const used = highestUsed(connection, table);
  if (used !== undefined) return { numbers: numbersUpTo(used, true), keyOf: numbered(columns) };
  const highest = attempt(() =>
    Number(
      connection
        .prepare(`SELECT coalesce(max(rowid), 0) FROM ${quoted(table)}`)
        .pluck()
        .get(),
    ),
  );
  return { numbers: numbersUpTo(highest ?? expected + BEYOND, false), keyOf: numbered(columns) };
}

/** A key of one whole number is the row number itself. */
const numbered =
  (columns: TableColumns) =>
  (number: number): readonly unknown[] | undefined =>
    columns.numbered ? [number] : undefined;

function fromIndex(connection: Connection, table: string, { key }: TableColumns): KnownKeys | undefined {
  const index = `sqlite_autoindex_${table}_1`;
  return attempt(() => {
    const known = connection.prepare(`SELECT count(*) FROM sqlite_schema WHERE name = ?`).pluck().get(index);
    if (Number(known) === 0) return undefined;
    const keys = new Map<number, readonly unknown[]>();
    const rows = connection
      .prepare<[], unknown[]>(
        `SELECT rowid, ${key.map(quoted).join(', ')} FROM ${quoted(table)} INDEXED BY ${quoted(index)} ORDER BY ${key.map(quoted).join(', ')}`,
      )
      .raw();
    for (const [number, ...values] of rows.iterate()) keys.set(Number(number), values);
    const sorted = [...keys.keys()].toSorted((a, b) => a - b);
    return { numbers: listedNumbers(sorted), keyOf: (number: number) => keys.get(number) };
  });
}

/** The highest number that a table with running numbers has ever given; its rows are never removed. */
function highestUsed(connection: Connection, table: string): number | undefined {
  return attempt(() => {
    const found = connection.prepare('SELECT seq FROM sqlite_sequence WHERE name = ?').pluck().get(table);
    return found === undefined ? undefined : Number(found);
  });
}

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (isDamage(error)) return undefined;
    throw error;
  }
}
