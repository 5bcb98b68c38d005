import type { AuditNote, UserSession } from '../features/context.ts';
import type { Db } from '../storage/store.ts';

/** Appends the notes of one command to the audit trail, inside its transaction. */
export async function writeAudit(
  db: Db,
  session: UserSession,
  operation: string,
  at: string,
  notes: readonly AuditNote[],
): Promise<void> {
  if (notes.length === 0) return;
  await db.insert(db.tables.audit).values(
    notes.map(({ subjectType, subjectId, detail }) => ({
      at,
      userName: session.userName,
      role: session.role,
      operation,
      subjectType,
      subjectId,
      detail: detail ?? null,
    })),
  );
}
