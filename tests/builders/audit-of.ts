import type { OperationName } from '#shared/contract/contract.ts';
import type { TestApp } from './app.ts';

/** The rows that an operation left in the audit trail where it was done, oldest first. */
export async function auditOf(app: TestApp, operation: OperationName) {
  const rows = await app.services.store.read((db) => db.select().from(db.tables.audit));
  return rows.filter(
    (row) => row.operation === operation && row.outcome !== 'refused' && row.outcome !== 'seen',
  );
}
