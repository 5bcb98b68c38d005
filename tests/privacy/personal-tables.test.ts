import { getTableColumns, getTableName, is } from 'drizzle-orm';
import { SQLiteTable, getTableConfig } from 'drizzle-orm/sqlite-core';
import { describe, expect, it } from 'vitest';
import { sqliteSchema } from '#main/storage/schema/schema.ts';
import { otherTables, personalTables } from '#main/storage/personal/personal-tables.ts';
import type { PersonalTable, TableName, Treatment } from '#main/storage/personal/treatments.ts';

const tables = Object.entries(sqliteSchema) as [TableName, SQLiteTable][];

const map = personalTables as unknown as Readonly<Record<string, PersonalTable<TableName> | undefined>>;

/** Columns whose name says that they lead to a pupil, or are of one. */
const OF_A_PUPIL =
  /^(pupil_?(id|a|b)|exclusion_id|placement_id|entry_id|letter_id|upn|former_upn|forename|surname|dob)$/;

describe('the map of personal data', () => {
  it('has every table of the database, as one of a pupil or with the reason why it is none', () => {
    expect([...Object.keys(personalTables), ...Object.keys(otherTables)].toSorted()).toEqual(
      tables.map(([name]) => name).toSorted(),
    );
  });

  it('has every table that a column or a reference leads to a pupil from', () => {
    const leading = tables.filter(([, table]) => {
      const { columns, foreignKeys } = getTableConfig(table);
      const referred = foreignKeys.map((key) => getTableName(key.reference().foreignTable));
      return (
        columns.some(({ name }) => OF_A_PUPIL.test(name)) ||
        referred.some((name) =>
          ['pupils', 'exclusions', 'placements', 'at_risk_entries', 'letters'].includes(name),
        )
      );
    });
    expect(leading.length).toBeGreaterThan(25);
    expect(leading.map(([name]) => name).filter((name) => map[name] === undefined)).toEqual([]);
  });

  it('treats every column of those tables, and finds their rows by columns that are there', () => {
    for (const [name, entry] of Object.entries(map)) {
      const table = sqliteSchema[name as TableName];
      expect(is(table, SQLiteTable)).toBe(true);
      const columns = Object.keys(getTableColumns(table as SQLiteTable));
      expect([name, Object.keys(entry?.columns ?? {}).toSorted()]).toEqual([name, columns.toSorted()]);
      for (const [column] of entry?.by ?? []) expect(columns).toContain(column);
    }
  });

  it('has the key of every table whose rows are written one by one', () => {
    for (const [name, entry] of Object.entries(map)) {
      const treated: Readonly<Record<string, Treatment>> = entry?.columns ?? {};
      if (!Object.values(treated).some(({ is: what }) => what === 'changed')) continue;
      const { columns, primaryKeys } = getTableConfig(sqliteSchema[name as TableName] as SQLiteTable);
      const key = primaryKeys.flatMap((one) => one.columns.map((column) => column.name));
      const own = columns.filter(({ primary }) => primary).map((column) => column.name);
      const names = (entry?.key ?? []).map(
        (column) => getTableColumns(sqliteSchema[name as TableName] as SQLiteTable)[column]?.name,
      );
      expect([name, new Set(names)]).toEqual([name, new Set([...key, ...own])]);
    }
  });

  it('erases every column of free text and leaves none of a name', () => {
    const kept = Object.entries(map).flatMap(([name, entry]) =>
      Object.entries((entry?.columns ?? {}) as Readonly<Record<string, Treatment>>)
        .filter(
          ([column, { is: what }]) =>
            entry?.removed !== true &&
            what === 'kept' &&
            /note|reason$|account|surname|forename|upn|address|phone|email/i.test(column),
        )
        .map(([column]) => `${name}.${column}`),
    );
    // Codes, and the reason of an erasure, which may not name anybody.
    expect(kept).toEqual(['erasures.reason', 'places.outcomeReason']);
  });
});
