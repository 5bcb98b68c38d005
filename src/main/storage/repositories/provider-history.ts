import { and, desc, eq } from 'drizzle-orm';
import type { Db } from '../store.ts';
import { isHistory } from './audit-history.ts';
import type { HistoryRecord } from './pupil-case.ts';

/** The audit rows about a provider, newest first, at most `limit`. */
export async function readProviderHistory(
  db: Db,
  providerId: string,
  limit: number,
): Promise<readonly HistoryRecord[]> {
  const { audit } = db.tables;
  return db
    .select({
      at: audit.at,
      userName: audit.userName,
      role: audit.role,
      operation: audit.operation,
      detail: audit.detail,
    })
    .from(audit)
    .where(and(eq(audit.subjectType, 'provider'), eq(audit.subjectId, providerId), isHistory(audit)))
    .orderBy(desc(audit.id))
    .limit(limit);
}
