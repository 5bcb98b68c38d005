import { inArray, or, type SQL } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { inChunks } from '../repositories/in-chunks.ts';
import type { Db } from '../store.ts';
import { personalTables, type PersonalName } from './personal-tables.ts';
import type { SubjectKeys } from './subject-keys.ts';
import type { PersonalTable, TableName, Treatment } from './treatments.ts';

type Value = string | number | boolean | object | null;

/** A row of whatever table, by the names of its columns. */
export type PersonalRow = Readonly<Record<string, Value>>;

/** What is held of a pupil in one table. */
export interface HeldRows {
  readonly table: PersonalName;
  readonly rows: readonly PersonalRow[];
}

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- an object written in one place has no other keys
export const PERSONAL_NAMES = Object.keys(personalTables) as readonly PersonalName[];

/** The table and how it is one of a pupil; the one place that treats them all alike. */
export function personal(db: Db, name: PersonalName) {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the map's own type ties each entry to its table
  const entry = personalTables[name] as unknown as PersonalTable<TableName>;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a table has its columns under their names
  const columns = db.tables[name] as unknown as Readonly<Record<string, SQLiteTable['_']['columns'][string]>>;
  const treated: Readonly<Record<string, Treatment>> = entry.columns;
  return { entry, columns, treated, table: db.tables[name] as SQLiteTable };
}

/** Ids of audit rows stand beside the others: `auditIdsOf` finds more than a column says. */
export type AuditIds = readonly number[];

/** The conditions under which rows of a table are the pupil's, few enough parameters at a time; none: it has no rows. */
export function whereOf(db: Db, name: PersonalName, keys: SubjectKeys, auditIds: AuditIds): readonly SQL[] {
  const { entry, columns } = personal(db, name);
  if (name === 'audit') return inChunks(auditIds, 500).map((ids) => inArray(db.tables.audit.id, [...ids]));
  // Where two columns may name the pupil, a row is wanted once.
  if (entry.by.length > 1) {
    const all = entry.by.map(([column, of]) => columnIn(columns[column], keys[of]));
    const one = or(...all);
    return one === undefined || entry.by.every(([, of]) => keys[of].length === 0) ? [] : [one];
  }
  return entry.by.flatMap(([column, of]) =>
    inChunks(keys[of], 500).map((ids) => columnIn(columns[column], ids)),
  );
}

function columnIn(column: SQLiteTable['_']['columns'][string] | undefined, ids: readonly string[]): SQL {
  if (column === undefined) throw new Error('The map of personal data names a column that is not there.');
  return inArray(column, [...ids]);
}

/** Everything that is held of a pupil, table by table; tables without a row are left out. */
export async function readPersonal(
  db: Db,
  keys: SubjectKeys,
  auditIds: AuditIds,
): Promise<readonly HeldRows[]> {
  const held: HeldRows[] = [];
  for (const table of PERSONAL_NAMES) {
    const rows: PersonalRow[] = [];
    for (const where of whereOf(db, table, keys, auditIds)) {
      const some = await db.select().from(personal(db, table).table).where(where);
      rows.push(...(some as PersonalRow[]));
    }
    if (rows.length > 0) held.push({ table, rows });
  }
  return held;
}
