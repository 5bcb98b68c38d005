import type { OperationOutput } from '#shared/contract/contract.ts';
import { ok } from '#shared/kernel/result.ts';
import { writeAudit } from '../../security/audit.ts';
import { openSqliteStore } from '../../storage/engines/sqlite.ts';
import type { Context } from '../context.ts';

/** Writes into the recovered database that and how it was recovered, before it takes its place. */
export async function noteRecovery(
  { session }: Context,
  file: string,
  key: string,
  outcome: OperationOutput<'recovery.preview'>,
  at: string,
): Promise<void> {
  const store = openSqliteStore(file, { now: at, key });
  try {
    await store.write(async (db) => {
      await writeAudit(db, session, 'recovery.recover', at, [
        { subjectType: 'database', subjectId: 'recovered', detail: outcome },
      ]);
      return ok({});
    });
  } finally {
    await store.close();
  }
}
