import type { Finding } from '#shared/domain/audit/types.ts';
import type { StoredAuditRow } from '../storage/repositories/audit-rows.ts';
import { detailHashOf } from './audit-hash.ts';
import { detailOf } from './detail-of.ts';

/** Whether the detail is the one that was written; one that is gone needs an erasure that covers it. */
export function checkDetail(
  row: StoredAuditRow,
  isErased: (row: StoredAuditRow) => boolean,
): readonly Finding[] {
  const { id: rowId, detail, salt, detailHash } = row;
  if (detailHash === null) {
    if (detail === null && salt === null) return [];
    return [{ kind: 'detail-altered', rowId, what: 'This row had no detail and has one now.' }];
  }
  if (detail === null && salt === null) {
    if (isErased(row)) return [];
    const what = 'The detail of this row is missing, and no erasure on record covers it.';
    return [{ kind: 'detail-missing', rowId, what }];
  }
  if (detail === null) return [{ kind: 'detail-missing', rowId, what: 'The detail of this row is missing.' }];
  if (salt !== null && detailHashOf(salt, detailOf(detail)) === detailHash) return [];
  return [{ kind: 'detail-altered', rowId, what: 'The detail of this row, or its salt, was altered.' }];
}
