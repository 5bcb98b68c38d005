import { chainStart } from '../audit-chain.ts';
import { AT_THE_SERVER } from '../create-person.ts';
import { loginRoleOf } from '../login-role.ts';
import type { Row } from './canonical-row.ts';
import type { MovedTable } from './moved-tables.ts';

/** What is another in the shared database than in the file. */
export interface Moving {
  /** The number of the school, or of the authority, in the shared database. */
  readonly workspace: number;
  readonly database: string;
  /** Whose records they are; undefined for an authority's. */
  readonly schoolId: string | undefined;
  /** Schools that the shared database has under another id, by their id in the file. */
  readonly schools: ReadonlyMap<string, string>;
  /** Who moves: their password is known, everybody else needs another one. */
  readonly moverId: string;
}

/** A row of the file as it stands in the shared database: every id kept but those of schools that were known there. */
export function toSharedRow({ key, columns }: MovedTable, row: Row, moving: Moving): Row {
  const renamed = Object.fromEntries(
    columns.map((column) => {
      const value = row[column.key] ?? null;
      const school = column.school && typeof value === 'string' ? moving.schools.get(value) : undefined;
      return [column.key, school ?? value];
    }),
  );
  if (key === 'workspace') return { ...renamed, id: moving.workspace };
  if (key === 'audit') return { ...renamed, id: chainStart(moving.workspace) + Number(row['id']) };
  return key === 'users' ? personAtServer(renamed, moving) : renamed;
}

/** The server keeps what it needs of a password; what the file kept is of no use there. */
const personAtServer = (row: Row, { database, schoolId, schools, moverId }: Moving): Row => ({
  ...row,
  passwordHash: AT_THE_SERVER,
  mustChange: row['id'] === moverId ? row['mustChange'] : true,
  failures: 0,
  waitUntil: null,
  loginRole: loginRoleOf(database, String(row['foldedName'])),
  schoolId: schoolId === undefined ? null : (schools.get(schoolId) ?? schoolId),
});
