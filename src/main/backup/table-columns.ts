import type { Connection } from '../storage/engines/connection.ts';

export interface TableColumns {
  readonly all: readonly string[];
  /** The columns of the primary key, in its order. Every table of First Day has one. */
  readonly key: readonly string[];
  /** The key is one whole number, which is the row's number too. */
  readonly numbered: boolean;
}

/** The columns of a table; undefined when the file has no such table. `schema` names an attached file. */
export function tableColumns(
  connection: Connection,
  table: string,
  schema = 'main',
): TableColumns | undefined {
  const rows = connection
    .prepare<[string, string], { name: string; type: string; pk: number }>(
      'SELECT name, type, pk FROM pragma_table_info(?, ?) ORDER BY cid',
    )
    .all(table, schema);
  if (rows.length === 0) return undefined;
  const key = rows.filter(({ pk }) => pk > 0).toSorted((a, b) => a.pk - b.pk);
  return {
    all: rows.map(({ name }) => name),
    key: key.map(({ name }) => name),
    numbered: key.length === 1 && key[0]?.type.toUpperCase() === 'INTEGER',
  };
}

/** A column's or a table's name as SQL has it. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
