import { getTableConfig, type PgColumn, type PgTable } from 'drizzle-orm/pg-core';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { postgresSchema, sqliteSchema, type Schema } from '../../schema/schema.ts';

/** A table as it is moved between a file and a shared database. */
export interface MovedTable {
  readonly key: keyof Schema;
  /** As the databases call it. */
  readonly name: string;
  readonly columns: readonly MovedColumn[];
  /** The columns that tell a row from all others. */
  readonly primary: readonly MovedColumn[];
  /** What its rows refer to, by the program's name of the column. */
  readonly refers: readonly { readonly key: string; readonly table: string }[];
  /** A column that refers to a row of the same table, which has to be there before. */
  readonly before: MovedColumn | undefined;
  /** The form that a file's database is asked with. */
  readonly source: SQLiteTable;
}

export interface MovedColumn {
  /** As rows have it in the program. */
  readonly key: string;
  readonly name: string;
  readonly number: boolean;
  /** Refers to a school, which a shared database may know under another id. */
  readonly school: boolean;
  /** As the driver of the server wants the value. */
  encode(value: unknown): unknown;
}

/** What an area keeps of all schools: moved with the authority's own records alone. */
export const AREA_TABLES: ReadonlySet<keyof Schema> = new Set<keyof Schema>([
  'authoritySchools',
  'authorityGroups',
  'schoolProfiles',
  'publishedFiles',
  'publishedFigures',
  'quarantinedFiles',
  'columnMappings',
  'returnDueDates',
  'returnChasers',
  'receivedReturns',
  'receivedYearTotals',
  'receivedExclusions',
  'conferenceCriteria',
  'riskGrids',
  'riskGridRows',
]);

/** Tables with the number of a workspace, which the server's form alone has. */
export const WORKSPACE_TABLES: ReadonlySet<keyof Schema> = new Set<keyof Schema>([
  'retentionRules',
  'sealKeys',
]);

/**
 * Windows at work now, and what the database keeps itself: the end of the audit trail follows from its rows.
 */
const NOT_MOVED: ReadonlySet<keyof Schema> = new Set<keyof Schema>([
  'commandReceipts',
  'editing',
  'auditHead',
]);

/** All that is moved, each table after those that it refers to. */
export const movedTables: readonly MovedTable[] = inOrder();

function inOrder(): readonly MovedTable[] {
  const waiting = new Map(
    keysOf(postgresSchema)
      .filter((key) => !NOT_MOVED.has(key))
      .map((key) => [key, configOf(key)]),
  );
  const ordered: MovedTable[] = [];
  const there = new Set<string>();
  while (waiting.size > 0) {
    const ready = [...waiting].filter(([, { refers, table }]) =>
      refers.every((name) => there.has(name) || name === table.name),
    );
    if (ready.length === 0) throw new Error('Tables refer to each other in a circle.');
    for (const [key, { table }] of ready) {
      waiting.delete(key);
      there.add(table.name);
      ordered.push(table);
    }
  }
  return ordered;
}

function keysOf(schema: Schema): readonly (keyof Schema)[] {
  // Object.keys gives the names of just these tables.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return Object.keys(schema) as (keyof Schema)[];
}

function configOf(key: keyof Schema): { readonly table: MovedTable; readonly refers: readonly string[] } {
  // The PostgreSQL form is typed as the other (docs/decisions/0003).
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const form = postgresSchema[key] as unknown as PgTable;
  const config = getTableConfig(form);
  const references = config.foreignKeys.map((one) => {
    const { columns, foreignTable } = one.reference();
    return { column: columns[0]?.name, table: getTableConfig(foreignTable).name };
  });
  const keyOf = new Map(Object.entries(form).map(([name, column]) => [column as unknown, name]));
  const columns = config.columns.map((column: PgColumn): MovedColumn => ({
    key: keyOf.get(column) ?? column.name,
    name: column.name,
    number: column.dataType === 'number',
    school: references.some((one) => one.column === column.name && one.table === 'schools'),
    encode: (value) => (value === null || value === undefined ? null : column.mapToDriverValue(value)),
  }));
  const primaryNames = new Set([
    ...config.columns.filter(({ primary }) => primary).map(({ name }) => name),
    ...config.primaryKeys.flatMap((one) => one.columns.map(({ name }) => name)),
  ]);
  const self = references.find(({ table }) => table === config.name)?.column;
  return {
    refers: references.map(({ table }) => table),
    table: {
      key,
      name: config.name,
      columns,
      primary: columns.filter(({ name }) => primaryNames.has(name)),
      refers: references.map((one) => ({
        key: columns.find(({ name }) => name === one.column)?.key ?? '',
        table: one.table,
      })),
      before: columns.find(({ name }) => name === self),
      source: sqliteSchema[key],
    },
  };
}
