import {
  and,
  desc,
  eq,
  gt,
  getTableColumns,
  gte,
  inArray,
  isNull,
  lt,
  lte,
  max,
  min,
  or,
  sql,
  type SQL,
} from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Db } from '../store.ts';
import type { AuditRow, StoredAuditRow } from './audit-rows.ts';

export type Outcome = NonNullable<AuditRow['outcome']>;

/** Which rows of the audit trail; conditions all met. */
export interface AuditFilter {
  readonly pupilId?: string | undefined;
  readonly userName?: string | undefined;
  readonly operations?: readonly string[] | undefined;
  readonly outcome?: Outcome | undefined;
  /** Instants, both included. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

interface Page {
  /** Rows before this one; the newest where it is missing. */
  readonly before?: number | undefined;
  readonly limit: number;
}

/**
 * A page of the trail, newest first. One condition leads, by an index whose rows of one value lie in the order of their
 * ids; the others are looked at row by row. So a page is quick however long the trail is, unless two conditions are each
 * common and hardly ever meet.
 */
export async function listAudit(db: Db, filter: AuditFilter, page: Page): Promise<readonly StoredAuditRow[]> {
  const span = await idsBetween(db, filter);
  if (span === undefined) return [];
  const lead = chooseLead(filter);
  const operations = await leadingOperations(db, filter, lead);
  const found: StoredAuditRow[] = [];
  for (const one of operations) {
    found.push(
      ...(await readPage(db, where(db, filter, { lead, one, span, before: page.before }), page.limit)),
    );
  }
  return found.toSorted((a, b) => b.id - a.id).slice(0, page.limit);
}

type Lead = 'pupil' | 'outcome' | 'person' | 'operation' | 'none';

function chooseLead({ pupilId, userName, operations, outcome }: AuditFilter): Lead {
  if (pupilId !== undefined) return 'pupil';
  if (outcome !== undefined && outcome !== 'done') return 'outcome';
  if (userName !== undefined) return 'person';
  return operations === undefined ? 'none' : 'operation';
}

/** The operations that are read one by one; one of none where the other conditions lead. */
async function leadingOperations(
  db: Db,
  { userName, operations }: AuditFilter,
  lead: Lead,
): Promise<readonly (string | undefined)[]> {
  if (lead !== 'person' && lead !== 'operation') return [undefined];
  if (operations !== undefined) return operations;
  const { audit } = db.tables;
  const own = userName === undefined ? undefined : eq(audit.userName, userName);
  return distinct(db, audit.operation, own);
}

interface Chosen {
  readonly lead: Lead;
  /** The operation that leads, where one does. */
  readonly one: string | undefined;
  readonly span: Span;
  readonly before: number | undefined;
}

function where(db: Db, filter: AuditFilter, { lead, one, span, before }: Chosen): SQL | undefined {
  const { audit } = db.tables;
  // Wrapped in a function a column is looked at row by row: the engine cannot take its index instead of the leading one.
  const by = (column: SQLiteColumn, value: string | undefined, leads: boolean): SQL | undefined => {
    if (value === undefined) return undefined;
    return leads ? eq(column, value) : sql`coalesce(${column}, '') = ${value}`;
  };
  const { operations, outcome } = filter;
  return and(
    before === undefined ? undefined : lt(audit.id, before),
    span.first === undefined ? undefined : gte(audit.id, span.first),
    span.last === undefined ? undefined : lte(audit.id, span.last),
    // The clock may have been set back: rows in between may be of another day.
    filter.from === undefined ? undefined : sql`coalesce(${audit.at}, '') >= ${filter.from}`,
    filter.to === undefined ? undefined : sql`coalesce(${audit.at}, '') <= ${filter.to}`,
    by(audit.pupilId, filter.pupilId, lead === 'pupil'),
    by(audit.userName, filter.userName, lead === 'person'),
    by(audit.operation, one, true),
    operations === undefined || one !== undefined
      ? undefined
      : inArray(sql`coalesce(${audit.operation}, '')`, [...operations]),
    outcome === 'done' ? or(isNull(audit.outcome), eq(audit.outcome, 'done')) : undefined,
    // The index is of the rows that are not of something done; the engine wants to read that.
    lead === 'outcome' ? sql`${audit.outcome} <> 'done'` : undefined,
    outcome === 'done' ? undefined : by(audit.outcome, outcome, lead === 'outcome'),
  );
}

async function readPage(
  db: Db,
  condition: SQL | undefined,
  limit: number,
): Promise<readonly StoredAuditRow[]> {
  const { audit } = db.tables;
  return db
    .select({ ...getTableColumns(audit), detail: sql<string | null>`CAST(${audit.detail} AS text)` })
    .from(audit)
    .where(condition)
    .orderBy(desc(audit.id))
    .limit(limit);
}

interface Span {
  readonly first?: number;
  readonly last?: number;
}

/** The ids between which rows of a time are; undefined where there are none. */
async function idsBetween(db: Db, { from, to }: AuditFilter): Promise<Span | undefined> {
  if (from === undefined && to === undefined) return {};
  const { audit } = db.tables;
  const [found] = await db
    .select({ first: min(audit.id), last: max(audit.id) })
    .from(audit)
    .where(
      and(
        from === undefined ? undefined : gte(audit.at, from),
        to === undefined ? undefined : lte(audit.at, to),
      ),
    );
  const { first, last } = found ?? {};
  return first === undefined || first === null || last === undefined || last === null
    ? undefined
    : { first, last };
}

/** One row of the trail; undefined where there is none of this id. */
export async function findAuditRow(db: Db, id: number): Promise<StoredAuditRow | undefined> {
  const [row] = await readPage(db, eq(db.tables.audit.id, id), 1);
  return row;
}

/** Everybody who is named in the trail, by name. */
export const namesInAudit = (db: Db): Promise<readonly string[]> => distinct(db, db.tables.audit.userName);

/** The values of a column in order, from one to the next by the index: as many steps as there are values, not rows. */
async function distinct(
  db: Db,
  column: Db['tables']['audit']['userName'] | Db['tables']['audit']['operation'],
  condition?: SQL,
): Promise<readonly string[]> {
  const values: string[] = [];
  for (let last: string | undefined; ;) {
    const [next] = await db
      .select({ value: column })
      .from(db.tables.audit)
      .where(and(condition, last === undefined ? undefined : gt(column, last)))
      .orderBy(column)
      .limit(1);
    if (next === undefined) return values;
    values.push(next.value);
    last = next.value;
  }
}

/** Names of pupils by id, forename first, of those that are on record. */
export async function pupilNames(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { pupils } = db.tables;
  const { id, surname, forename } = pupils;
  const rows = await db
    .select({ id, surname, forename })
    .from(pupils)
    .where(inArray(id, [...new Set(ids)]));
  return new Map(rows.map((row) => [row.id, `${row.forename} ${row.surname}`]));
}
