import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import type { KnownHead } from '#shared/domain/audit/types.ts';

const about = z.object({
  at: z.string(),
  auditHead: z.object({ length: z.number(), lastId: z.number(), hash: z.string() }),
});

/**
 * The ends of the audit trail that the backups beside a database name, in the order of their folders' names. A backup
 * that says nothing of it, or cannot be read, is left out.
 */
export function backupHeads(database: string): readonly KnownHead[] {
  const name = basename(database);
  const folder = join(dirname(database), name === 'first-day.db' ? 'backups' : `${name}.backups`);
  return namesIn(folder).flatMap((backup): KnownHead[] => {
    try {
      const { at, auditHead } = about.parse(
        JSON.parse(readFileSync(join(folder, backup, 'about.json'), 'utf8')),
      );
      return [{ name: backup, at, ...auditHead }];
    } catch {
      return [];
    }
  });
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).toSorted();
  } catch {
    return [];
  }
}
