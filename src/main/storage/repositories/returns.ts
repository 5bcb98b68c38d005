import { and, desc, eq, lt, max } from 'drizzle-orm';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import type { Db } from '../store.ts';

export type Receipt = Db['tables']['returns']['$inferSelect'];

/** A receipt without the exclusions that were sent. */
export type ShortReceipt = Omit<Receipt, 'document'>;

interface Period {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** The version the next export of a period will have: 1 for the first. */
export async function nextReturnVersion(db: Db, schoolId: string, { from, to }: Period): Promise<number> {
  const { returns } = db.tables;
  const [row] = await db
    .select({ last: max(returns.version) })
    .from(returns)
    .where(and(eq(returns.schoolId, schoolId), eq(returns.periodFrom, from), eq(returns.periodTo, to)));
  return (row?.last ?? 0) + 1;
}

/** Keeps the receipt of an export. The database refuses a second one of the same school, period and version. */
export async function insertReceipt(db: Db, receipt: Receipt): Promise<void> {
  await db.insert(db.tables.returns).values(receipt);
}

/** Receipts of a school's exports, newest first. */
export async function listReceipts(db: Db, schoolId: string): Promise<readonly ShortReceipt[]> {
  const { returns: t } = db.tables;
  return db
    .select({
      id: t.id,
      schoolId: t.schoolId,
      periodFrom: t.periodFrom,
      periodTo: t.periodTo,
      periodName: t.periodName,
      periodKind: t.periodKind,
      version: t.version,
      format: t.format,
      fileName: t.fileName,
      sha256: t.sha256,
      nil: t.nil,
      counts: t.counts,
      exportedBy: t.exportedBy,
      exportedAt: t.exportedAt,
      sealedFor: t.sealedFor,
    })
    .from(t)
    .where(eq(t.schoolId, schoolId))
    .orderBy(desc(t.exportedAt), desc(t.version), desc(t.id));
}

/** One receipt with what was sent, and the one of the version before it where there is one. */
export async function receiptWithFormer(
  db: Db,
  schoolId: string,
  id: string,
): Promise<{ readonly receipt: Receipt; readonly former: Receipt | undefined } | undefined> {
  const { returns: t } = db.tables;
  const [receipt] = await db
    .select()
    .from(t)
    .where(and(eq(t.schoolId, schoolId), eq(t.id, id)));
  if (!receipt) return undefined;
  const [former] = await db
    .select()
    .from(t)
    .where(
      and(
        eq(t.schoolId, schoolId),
        eq(t.periodFrom, receipt.periodFrom),
        eq(t.periodTo, receipt.periodTo),
        lt(t.version, receipt.version),
      ),
    )
    .orderBy(desc(t.version))
    .limit(1);
  return { receipt, former };
}
