import { z } from 'zod';
import type { NotedBackup } from '#shared/domain/health/types.ts';
import { detailOf } from '../../security/detail-of.ts';
import { listAudit } from '../../storage/repositories/audit-list.ts';
import type { Db } from '../../storage/store.ts';

const noted = z.object({ on: z.string(), tried: z.boolean() });

/** The last backup of the server that somebody of this workspace noted; it stands in the audit trail alone. */
export async function readNotedBackup(db: Db): Promise<NotedBackup | undefined> {
  const rows = await listAudit(db, { operations: ['health.note-backup'], outcome: 'done' }, { limit: 20 });
  const backups = rows.flatMap(({ detail, userName }) => {
    const { data } = noted.safeParse(detailOf(detail));
    return data ? [{ ...data, by: userName }] : [];
  });
  return backups.toSorted((a, b) => b.on.localeCompare(a.on))[0];
}
