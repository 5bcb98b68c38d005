import type { CommonKind } from '#shared/domain/privacy/types.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import { eraseDetails } from '../security/erase-details.ts';
import { eraseCommon, oldDetails } from '../storage/repositories/common-records.ts';
import type { Db } from '../storage/store.ts';
import { makeStand, type Erased } from './erase-record.ts';

/** Erases what is nobody's alone, of before a day. Call it inside a write; the records of it are the caller's. */
export async function eraseKind(db: Db, kind: CommonKind, before: IsoDate): Promise<Erased> {
  if (kind !== 'audit-details') {
    return { counts: { rows: await eraseCommon(db, kind, before, makeStand) }, auditRows: [], notes: [] };
  }
  const auditRows = await oldDetails(db, before);
  const { erased, notes } = await eraseDetails(db, auditRows);
  return { counts: { rows: erased }, auditRows, notes };
}
