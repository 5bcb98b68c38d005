import { and, asc, desc, eq, gt, gte, inArray, isNotNull, lt, max, sql, getTableColumns } from 'drizzle-orm';
import type { Db } from '../store.ts';
import type { Schema } from '../schema/schema.ts';
import { inChunks } from './in-chunks.ts';
import { insertRows } from './insert-rows.ts';
import { readChainStart } from './workspace-number.ts';

export type AuditRow = Schema['audit']['$inferSelect'];

/** The end of the chain: how many rows it has, and the id and hash of its last. */
export type AuditHead = Omit<Schema['auditHead']['$inferSelect'], 'id'>;

/** A statement's worth of ids. */
const IDS_AT_ONCE = 1000;

export const AUDIT_COLUMNS = [
  'id',
  'at',
  'userName',
  'role',
  'operation',
  'subjectType',
  'subjectId',
  'detail',
  'userId',
  'outcome',
  'pupilId',
  'salt',
  'detailHash',
  'prevHash',
  'hash',
] as const satisfies readonly (keyof AuditRow)[];

/** The end of the chain; undefined while it has no row. */
export async function readAuditHead(db: Db): Promise<AuditHead | undefined> {
  const { auditHead } = db.tables;
  const [head] = await db
    .select({ length: auditHead.length, lastId: auditHead.lastId, hash: auditHead.hash })
    .from(auditHead);
  return head;
}

/** The highest id of the trail, in the chain or not; while it is empty what ids begin after, 0 on one PC. */
export async function lastAuditId(db: Db): Promise<number> {
  const [row] = await db.select({ id: max(db.tables.audit.id) }).from(db.tables.audit);
  return row?.id ?? readChainStart(db);
}

/** Appends rows (each a list in the order of `AUDIT_COLUMNS`) and sets the end of the chain. */
export async function appendAuditRows(
  db: Db,
  values: readonly (readonly unknown[])[],
  head: AuditHead,
): Promise<void> {
  const { audit, auditHead } = db.tables;
  await insertRows(db, audit, { columns: AUDIT_COLUMNS, values });
  // There the database keeps the end of each chain itself, and nobody else may.
  if (db.shared !== undefined) return;
  await db
    .insert(auditHead)
    .values({ id: 1, ...head })
    .onConflictDoUpdate({ target: auditHead.id, set: head });
}

/** A row as its text stands in the database: the detail is read by whoever can say what is wrong with it. */
export type StoredAuditRow = Omit<AuditRow, 'detail'> & { readonly detail: string | null };

/** Up to `limit` rows with ids after `after`, in order. */
export async function readAuditRows(
  db: Db,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<readonly StoredAuditRow[]> {
  const { audit } = db.tables;
  return db
    .select({ ...getTableColumns(audit), detail: sql<string | null>`CAST(${audit.detail} AS text)` })
    .from(audit)
    .where(gt(audit.id, after))
    .orderBy(asc(audit.id))
    .limit(limit);
}

/** The id of the first row that has a hash; undefined where none has. */
export async function firstChainedId(db: Db): Promise<number | undefined> {
  const { audit } = db.tables;
  const [row] = await db
    .select({ id: audit.id })
    .from(audit)
    .where(isNotNull(audit.hash))
    .orderBy(asc(audit.id))
    .limit(1);
  return row?.id;
}

/** What erasing and its verification need of rows: everything but the details. */
export async function readAuditByIds(
  db: Db,
  ids: readonly number[],
): Promise<readonly Pick<AuditRow, 'id' | 'operation' | 'subjectType' | 'hash'>[]> {
  const { audit } = db.tables;
  const { id, operation, subjectType, hash } = audit;
  const rows = [];
  for (const chunk of inChunks(ids, IDS_AT_ONCE)) {
    rows.push(
      ...(await db
        .select({ id, operation, subjectType, hash })
        .from(audit)
        .where(inArray(id, [...chunk]))),
    );
  }
  return rows;
}

/** Rows whose operation's name begins with `prefix`, oldest first. */
export async function readAuditOf(db: Db, prefix: string): Promise<readonly AuditRow[]> {
  const { audit } = db.tables;
  // The character after the last one that a name may have: the index finds the run of names.
  const within = and(gte(audit.operation, prefix), lt(audit.operation, `${prefix}~`));
  return db.select().from(audit).where(within).orderBy(asc(audit.id));
}

/** Rows that say how those older than the chain stood, newest first. */
export async function readAuditAbout(db: Db, subjectType: string): Promise<readonly AuditRow[]> {
  const { audit } = db.tables;
  return db.select().from(audit).where(eq(audit.subjectType, subjectType)).orderBy(desc(audit.id));
}

/** Sets details and salts of these rows to nothing; rows that have none stay as they are. Gives how many changed. */
export async function clearAuditDetails(db: Db, ids: readonly number[]): Promise<number> {
  const { audit } = db.tables;
  let cleared = 0;
  for (const chunk of inChunks(ids, IDS_AT_ONCE)) {
    const found = await db
      .select({ id: audit.id })
      .from(audit)
      .where(and(inArray(audit.id, [...chunk]), isNotNull(audit.detail)));
    const wanted = found.map(({ id }) => id);
    if (wanted.length === 0) continue;
    if (db.shared) await db.shared.call('erase_details', wanted);
    else await db.update(audit).set({ detail: null, salt: null }).where(inArray(audit.id, wanted));
    cleared += wanted.length;
  }
  return cleared;
}
