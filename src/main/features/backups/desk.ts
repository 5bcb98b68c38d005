import { refuse, type Result } from '#shared/kernel/result.ts';
import type { BackupDesk, Context } from '../context.ts';
import type { OfficeDesk } from '../office-desk.ts';

export interface Desks {
  readonly backups: BackupDesk;
  readonly office: OfficeDesk;
}

/** What these use cases work with; refused where the database is no file of this program's own. */
export function desksOf({ backups, office }: Pick<Context, 'backups' | 'office'>): Result<Desks> {
  return backups && office
    ? { ok: true, value: { backups, office } }
    : refuse(
        'not-open',
        'There is no database file here that backups could be made of. Nothing was changed.',
      );
}
