import type pg from 'pg';
import { CHAIN_LENGTH, chainStart } from '../audit-chain.ts';
import type { Row } from './canonical-row.ts';
import { AREA_TABLES, movedTables, WORKSPACE_TABLES, type MovedTable } from './moved-tables.ts';

/** Whose rows are taken out of a shared database. */
export interface Owner {
  readonly workspace: number;
  /** Undefined for an authority's. */
  readonly schoolId: string | undefined;
  /** Its workspace is an authority's, with what the area keeps. */
  readonly area: boolean;
}

export type RowsByTable = ReadonlyMap<string, readonly Row[]>;

/** About a pupil, without saying so in the tables' own words. */
const BY_PUPIL = new Set(['retention_holds', 'erasures']);

/** What a provider of somebody else brings along: when it is open, and nobody's name. */
const OF_PROVIDER = new Set(['provider_sessions', 'provider_closures']);

/**
 * All rows that belong to a school or an authority, and those of others that they refer to (schools, and providers with
 * their week). What ties a pupil to one of another school stays out: it says something of the other.
 */
export async function ownRows(client: pg.Client, owner: Owner): Promise<RowsByTable> {
  const found = new Map<string, readonly Row[]>();
  const ids = (table: string): readonly string[] =>
    (found.get(table) ?? []).flatMap(({ id }) => (typeof id === 'string' ? [id] : []));
  for (const table of movedTables) {
    // An authority keeps the names of all schools; a school those of the ones that its records name.
    if (table.name === 'schools' && !owner.area) continue;
    const where = whereOf(table, owner, ids);
    found.set(table.name, where ? await select(client, table, where.text, where.values) : []);
  }
  await addReferred(client, found, ids);
  return found;
}

interface Where {
  readonly text: string;
  readonly values: readonly unknown[];
}

function whereOf(
  table: MovedTable,
  { workspace, schoolId, area }: Owner,
  ids: (table: string) => readonly string[],
): Where | undefined {
  if (table.name === 'schools') return { text: 'true', values: [] };
  if (AREA_TABLES.has(table.key)) return area ? { text: 'true', values: [] } : undefined;
  if (WORKSPACE_TABLES.has(table.key)) return { text: 'workspace_id = $1', values: [workspace] };
  if (table.name === 'workspace') return { text: 'id = $1', values: [workspace] };
  if (table.name === 'audit') {
    const start = chainStart(workspace);
    return { text: 'id > $1 AND id < $2', values: [start, start + CHAIN_LENGTH] };
  }
  if (BY_PUPIL.has(table.name)) return { text: 'pupil_id = ANY ($1::text[])', values: [ids('pupils')] };
  // Guests of other schools too, as far as this school has them on record.
  if (table.name === 'pupils') return { text: 'kept_by = $1', values: [schoolId ?? null] };
  if (
    table.refers.some((one) => one.key === 'pupilId') &&
    table.columns.some(({ key }) => key === 'schoolId')
  )
    return {
      text: '(school_id = $1 OR pupil_id = ANY ($2::text[]))',
      values: [schoolId ?? null, ids('pupils')],
    };
  if (table.columns.some(({ key }) => key === 'schoolId'))
    return { text: 'school_id IS NOT DISTINCT FROM $1::text', values: [schoolId ?? null] };
  return byParents(table, ids);
}

function byParents(table: MovedTable, ids: (table: string) => readonly string[]): Where | undefined {
  const all = table.refers.filter((one) => one.table !== 'schools');
  const others = all.filter((one) => one.table !== 'providers');
  const parents = others.length > 0 ? others : all;
  if (parents.length === 0) return undefined;
  const nameOf = (key: string) => table.columns.find((column) => column.key === key)?.name ?? key;
  return {
    text: parents
      .map(
        ({ key }, at) => `("${nameOf(key)}" IS NULL OR "${nameOf(key)}" = ANY ($${String(at + 1)}::text[]))`,
      )
      .join(' AND '),
    values: parents.map((one) => ids(one.table)),
  };
}

/** Providers of others first: they refer to schools. */
async function addReferred(
  client: pg.Client,
  found: Map<string, readonly Row[]>,
  ids: (table: string) => readonly string[],
): Promise<void> {
  for (const name of ['providers', 'schools']) {
    const table = movedTables.find((one) => one.name === name);
    if (!table) continue;
    const wanted = new Set<string>();
    for (const from of movedTables) {
      for (const { key } of from.refers.filter((one) => one.table === name)) {
        for (const row of found.get(from.name) ?? []) {
          const id = row[key];
          if (typeof id === 'string') wanted.add(id);
        }
      }
    }
    const have = new Set(ids(name));
    const missing = [...wanted].filter((id) => !have.has(id));
    if (missing.length === 0) continue;
    const more = await select(client, table, 'id = ANY ($1::text[])', [missing]);
    found.set(name, [...(found.get(name) ?? []), ...more]);
    if (name !== 'providers') continue;
    for (const part of movedTables.filter((one) => OF_PROVIDER.has(one.name))) {
      const parts = await select(client, part, 'provider_id = ANY ($1::text[])', [missing]);
      found.set(part.name, [...(found.get(part.name) ?? []), ...parts]);
    }
  }
}

async function select(
  client: pg.Client,
  { name, columns, primary }: MovedTable,
  where: string,
  values: readonly unknown[],
): Promise<readonly Row[]> {
  const wanted = columns.map((column) => `"${column.name}" AS "${column.key}"`).join(', ');
  const order = primary.map((column) => `"${column.name}"`).join(', ');
  const { rows } = await client.query<Row>(
    `SELECT ${wanted} FROM public."${name}" WHERE ${where} ORDER BY ${order}`,
    [...values],
  );
  return rows;
}
