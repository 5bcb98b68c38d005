import type { AuditNote, UserSession } from '../features/context.ts';
import { insertAll } from '../storage/repositories/insert-all.ts';
import type { Db } from '../storage/store.ts';

/** Appends the notes of one command to the audit trail, inside its transaction. */
export async function writeAudit(
  db: Db,
  session: UserSession,
  operation: string,
  at: string,
  notes: readonly AuditNote[],
): Promise<void> {
  const rows = notes.map(({ subjectType, subjectId, detail }) => ({
    at,
    userName: session.userName,
    role: session.role,
    operation,
    subjectType,
    subjectId,
    detail: detail ?? null,
  }));
  await insertAll(db, db.tables.audit, rows);
}
