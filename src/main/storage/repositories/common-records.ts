import { and, eq, isNotNull, lt, min, ne, notLike, sql, type SQL } from 'drizzle-orm';
import type { CommonKind } from '#shared/domain/privacy/types.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import { cohortOf, ERASED_NAME } from '../personal/treatments.ts';
import type { Db } from '../store.ts';
import { ERASED_UPN } from './retention.ts';

/** Rows of a kind that is nobody's alone, of before a day, that still hold personal data. */
export interface CommonRows {
  readonly rows: number;
  readonly oldest: IsoDate | undefined;
}

/** How many rows of before `before` there are to erase, and the day of the oldest. */
export async function countCommon(db: Db, kind: CommonKind, before: IsoDate): Promise<CommonRows> {
  const { table, day, where } = wanted(db, kind, before);
  const [row] = await db
    .select({ rows: sql<number>`count(*)`.mapWith(Number), oldest: min(day) })
    .from(table)
    .where(where);
  return { rows: row?.rows ?? 0, oldest: row?.oldest?.slice(0, 10) };
}

function wanted(db: Db, kind: CommonKind, before: IsoDate) {
  const { receivedExclusions, returns, quarantinedFiles, audit } = db.tables;
  switch (kind) {
    case 'received-returns':
      return {
        table: receivedExclusions,
        day: receivedExclusions.startDate,
        where: and(lt(receivedExclusions.startDate, before), named(db)),
      };
    case 'sent-returns':
      return {
        table: returns,
        day: returns.periodTo,
        where: and(lt(returns.periodTo, before), isNotNull(returns.document)),
      };
    case 'refused-files':
      return {
        table: quarantinedFiles,
        day: quarantinedFiles.refusedAt,
        where: lt(quarantinedFiles.refusedAt, before),
      };
    case 'audit-details':
      return { table: audit, day: audit.at, where: oldDetail(db, before) };
  }
}

/** Rows that say what was erased keep saying it: the check of the chain needs them. */
const oldDetail = (db: Db, before: IsoDate): SQL | undefined => {
  const { audit } = db.tables;
  return and(
    lt(audit.at, before),
    isNotNull(audit.detail),
    notLike(audit.operation, 'privacy.erase%'),
    notLike(audit.operation, 'audit.%'),
  );
};

const named = (db: Db): SQL => sql`substr(${db.tables.receivedExclusions.upn}, 1, 1) <> ${ERASED_UPN}`;

/**
 * Erases what a kind holds of before a day. Received exclusions keep what figures count; each pupil of them gets one
 * number of chance (`standFor`) for all rows erased. Details of the audit trail are erased by `eraseDetails`. Documents of sent returns go whole: what differs from a later one
 * cannot be told any more. Gives how many rows.
 */
export async function eraseCommon(
  db: Db,
  kind: Exclude<CommonKind, 'audit-details'>,
  before: IsoDate,
  standFor: () => string,
): Promise<number> {
  const { returns, quarantinedFiles } = db.tables;
  const { rows } = await countCommon(db, kind, before);
  if (rows === 0) return 0;
  switch (kind) {
    case 'received-returns':
      await eraseReceived(db, before, standFor);
      break;
    case 'sent-returns':
      await db.update(returns).set({ document: null }).where(lt(returns.periodTo, before));
      break;
    case 'refused-files':
      await db.delete(quarantinedFiles).where(lt(quarantinedFiles.refusedAt, before));
      break;
  }
  return rows;
}

async function eraseReceived(db: Db, before: IsoDate, standFor: () => string): Promise<void> {
  const { receivedExclusions: x } = db.tables;
  const pupils = await db
    .selectDistinct({ upn: x.upn, dob: x.dob })
    .from(x)
    .where(and(lt(x.startDate, before), named(db)));
  const stands = new Map<string, string>();
  for (const { upn, dob } of pupils) {
    const stand = stands.get(upn) ?? standFor();
    stands.set(upn, stand);
    await db
      .update(x)
      .set({ upn: stand, ...ERASED_NAME, dob: cohortOf(dob), explanations: null })
      .where(and(eq(x.upn, upn), eq(x.dob, dob), lt(x.startDate, before), ne(x.upn, stand)));
  }
}

/** Rows of the audit trail of before a day that still say something in detail. */
export async function oldDetails(db: Db, before: IsoDate): Promise<readonly number[]> {
  const { audit } = db.tables;
  const rows = await db.select({ id: audit.id }).from(audit).where(oldDetail(db, before));
  return rows.map(({ id }) => id);
}
