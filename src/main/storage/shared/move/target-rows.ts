import type pg from 'pg';
import type { Row } from './canonical-row.ts';
import { WORKSPACE_TABLES, type MovedTable } from './moved-tables.ts';
import type { Moving } from './to-shared-row.ts';

/** Writes rows into a shared database as its owner, in the transaction that is open. */
export async function insertRows(
  client: pg.Client,
  table: MovedTable,
  rows: readonly Row[],
  { workspace, schoolId }: Pick<Moving, 'workspace' | 'schoolId'>,
): Promise<void> {
  if (rows.length === 0) return;
  const own = [
    ...(WORKSPACE_TABLES.has(table.key) ? [{ name: 'workspace_id', of: () => workspace }] : []),
    // Guests of other schools are on record here, not there.
    ...(table.key === 'pupils' && schoolId !== undefined ? [{ name: 'kept_by', of: () => schoolId }] : []),
  ];
  const columns = [
    ...table.columns.map(({ name, key, encode }) => ({ name, of: (row: Row) => encode(row[key]) })),
    ...own,
  ];
  const width = columns.length;
  const places = rows.map(
    (_, at) => `(${columns.map((__, of) => `$${String(at * width + of + 1)}`).join(', ')})`,
  );
  await client.query(
    `INSERT INTO public."${table.name}" (${columns.map(({ name }) => `"${name}"`).join(', ')}) VALUES ${places.join(', ')}`,
    rows.flatMap((row) => columns.map(({ of }) => of(row))),
  );
}

/** The rows of the same keys, as the shared database has them now. */
export async function readRows(
  client: pg.Client,
  { name, columns, primary }: MovedTable,
  rows: readonly Row[],
): Promise<readonly Row[]> {
  const wanted = columns.map((column) => `"${column.name}" AS "${column.key}"`).join(', ');
  const keys = primary.map(({ key }) => rows.map((row) => row[key]));
  const types = primary.map(({ number }) => (number ? 'bigint[]' : 'text[]'));
  const given = types.map((type, at) => `$${String(at + 1)}::${type}`).join(', ');
  const left = primary.map((column) => `"${column.name}"`).join(', ');
  const { rows: found } = await client.query<Row>(
    `SELECT ${wanted} FROM public."${name}" WHERE (${left}) IN (SELECT * FROM unnest(${given}))`,
    keys,
  );
  return found;
}
