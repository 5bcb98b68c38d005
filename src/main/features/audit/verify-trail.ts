import { backupHeads } from '../../security/backup-heads.ts';
import { verifyAudit } from '../../security/verify-audit.ts';
import type { Handler } from '../context.ts';

/** Checks every row, and that what backups say of the trail's end is on it. */
export const verifyTrail: Handler<'audit.verify'> = async ({ store, read, job }) => {
  const heads = store.engine === 'sqlite' ? backupHeads(store.location) : [];
  const { rows, older, found, findings } = await verifyAudit({
    read,
    heads,
    progress: (fraction, text) => job.progress(fraction, text),
    checkCancelled: () => job.checkCancelled(),
  });
  return { ok: true, value: { rows, older, found, findings: [...findings], backups: heads.length } };
};
