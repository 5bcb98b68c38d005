import type { Connection } from '../../storage/engines/connection.ts';
import { quoted, type TableColumns } from '../table-columns.ts';
import type { Row } from './read-rows.ts';

export type Key = readonly unknown[];

export interface TableWriter {
  keyOf(row: Row): Key;
  find(key: Key): Row | undefined;
  /** Rows of the table that may not stand beside it give way. */
  insert(row: Row): void;
  remove(key: Key): void;
  /** Removes every row whose key was not seen; gives how many. */
  removeOthers(seen: ReadonlySet<string>): number;
}

export const keyText = (key: Key): string => JSON.stringify(key);

/** Prepared statements over one table; rows have the columns `names`, in that order. */
export function tableWriter(
  base: Connection,
  table: string,
  names: readonly string[],
  { key }: TableColumns,
): TableWriter {
  const list = names.map(quoted).join(', ');
  const keys = key.map(quoted).join(', ');
  const where = key.map((name) => `${quoted(name)} = ?`).join(' AND ');
  const positions = key.map((name) => names.indexOf(name));
  const find = base
    .prepare<unknown[], unknown[]>(`SELECT ${list} FROM ${quoted(table)} WHERE ${where}`)
    .raw();
  const insert = base.prepare(
    `INSERT OR REPLACE INTO ${quoted(table)} (${list}) VALUES (${names.map(() => '?').join(', ')})`,
  );
  const remove = base.prepare(`DELETE FROM ${quoted(table)} WHERE ${where}`);
  return {
    keyOf: (row) => positions.map((position) => row[position]),
    find: (values) => find.get(...values),
    insert: (row) => insert.run(...row),
    remove: (values) => remove.run(...values),
    removeOthers(seen) {
      const all = base
        .prepare<[], unknown[]>(`SELECT ${keys} FROM ${quoted(table)}`)
        .raw()
        .all();
      const going = all.filter((values) => !seen.has(keyText(values)));
      for (const values of going) remove.run(...values);
      return going.length;
    },
  };
}
