import type { OperationOutput } from '#shared/contract/contract.ts';
import { pupilNames } from '../../storage/repositories/audit-list.ts';
import type { StoredAuditRow } from '../../storage/repositories/audit-rows.ts';
import type { Db } from '../../storage/store.ts';

type View = OperationOutput<'audit.list'>['rows'][number];

/** Rows of the trail as they are shown, with the names of the pupils whom they are about. */
export async function auditViews(db: Db, rows: readonly StoredAuditRow[]): Promise<readonly View[]> {
  const names = await pupilNames(
    db,
    rows.flatMap(({ pupilId }) => pupilId ?? []),
  );
  return rows.map((row): View => {
    const name = row.pupilId === null ? undefined : names.get(row.pupilId);
    return {
      id: row.id,
      at: row.at,
      userName: row.userName,
      role: row.role,
      operation: row.operation,
      outcome: row.outcome ?? 'done',
      ...(row.subjectType === null ? {} : { subjectType: row.subjectType }),
      ...(row.subjectId === null || row.subjectId === '' ? {} : { subjectId: row.subjectId }),
      ...(row.pupilId === null || name === undefined ? {} : { pupil: { id: row.pupilId, name } }),
    };
  });
}
