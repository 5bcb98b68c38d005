import { and, desc, eq, gte, inArray, lte, max } from 'drizzle-orm';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import type { Db } from '../store.ts';
import { inChunks } from './pupil-chunks.ts';

type Tables = Db['tables'];

export type Receipt = Tables['returns']['$inferSelect'];

export interface ExclusionWithPupil {
  readonly exclusion: Tables['exclusions']['$inferSelect'];
  readonly pupil: Tables['pupils']['$inferSelect'];
  /** Codes, the main one first. */
  readonly reasons: readonly string[];
}

/** Every exclusion of the school, drafts too, that starts in the period (both days included), by start date. */
export async function exclusionsStarting(
  db: Db,
  schoolId: string,
  { from, to }: { readonly from: IsoDate; readonly to: IsoDate },
): Promise<readonly ExclusionWithPupil[]> {
  const { exclusions, pupils } = db.tables;
  const rows = await db
    .select({ exclusion: exclusions, pupil: pupils })
    .from(exclusions)
    .innerJoin(pupils, eq(pupils.id, exclusions.pupilId))
    .where(
      and(eq(exclusions.schoolId, schoolId), gte(exclusions.startDate, from), lte(exclusions.startDate, to)),
    )
    .orderBy(exclusions.startDate, pupils.surname, pupils.forename, exclusions.id);
  const reasons = await reasonsOf(
    db,
    rows.map(({ exclusion }) => exclusion.id),
  );
  return rows.map((row) => ({ ...row, reasons: reasons.get(row.exclusion.id) ?? [] }));
}

async function reasonsOf(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const { exclusionReasons } = db.tables;
  const found = new Map<string, string[]>();
  for (const chunk of inChunks(ids, 500)) {
    const rows = await db
      .select()
      .from(exclusionReasons)
      .where(inArray(exclusionReasons.exclusionId, [...chunk]))
      .orderBy(exclusionReasons.position);
    for (const { exclusionId, code } of rows) {
      const codes = found.get(exclusionId);
      if (codes) codes.push(code);
      else found.set(exclusionId, [code]);
    }
  }
  return found;
}

/** The version the next export of a period will have: 1 for the first. */
export async function nextReturnVersion(
  db: Db,
  schoolId: string,
  { from, to }: { readonly from: IsoDate; readonly to: IsoDate },
): Promise<number> {
  const { returns } = db.tables;
  const [row] = await db
    .select({ last: max(returns.version) })
    .from(returns)
    .where(and(eq(returns.schoolId, schoolId), eq(returns.periodFrom, from), eq(returns.periodTo, to)));
  return (row?.last ?? 0) + 1;
}

export async function insertReceipt(db: Db, receipt: Receipt): Promise<void> {
  await db.insert(db.tables.returns).values(receipt);
}

/** Receipts of a school's exports, newest first. */
export async function listReceipts(db: Db, schoolId: string): Promise<readonly Receipt[]> {
  const { returns } = db.tables;
  return db
    .select()
    .from(returns)
    .where(eq(returns.schoolId, schoolId))
    .orderBy(desc(returns.exportedAt), desc(returns.version));
}
