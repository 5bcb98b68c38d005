import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { refuse, type Result } from '#shared/kernel/result.ts';
import { readAbout } from './about-backup.ts';
import { BACKUP_FILES, PART } from './backup-places.ts';
import { clearParts } from './clear-parts.ts';
import { explainDisk } from '../platform/explain-disk.ts';
import { hashFile } from './hash-file.ts';
import type { Backup } from './list-backups.ts';
import { syncFile, syncFolder } from '../storage/engines/sync-disk.ts';
import { thinBackups } from './thin-backups.ts';
import type { Watch } from './watch.ts';

export interface CopyOrder {
  readonly backup: Backup;
  /** The folder somebody chose, which must be there already, and the folder of this database's backups in it. */
  readonly chosen: string;
  readonly place: string;
  readonly now: string;
}

/**
 * Copies a finished backup to a second place: written under another name, read back and compared by its hash, renamed;
 * then the older ones there are thinned. Refused with a sentence when the place is full or cannot be reached: the backup
 * itself and what lay there before are untouched. Blocks its thread for as long as the place takes.
 */
export function copyBackup(
  { backup, chosen, place, now }: CopyOrder,
  watch: Watch,
): Result<{ readonly name: string }> {
  const folder = join(place, backup.name);
  const part = `${folder}${PART}`;
  try {
    // A stick that is not in leaves its empty folder, or none: never make it, or the PC's own disk fills up instead.
    if (!existsSync(chosen)) return refuse('refused', missing(chosen));
    mkdirSync(place, { recursive: true });
    clearParts(place, Date.now());
    if (readAbout(folder)?.sha256 === backup.about.sha256) return { ok: true, value: { name: backup.name } };
    rmSync(part, { recursive: true, force: true });
    mkdirSync(part);
    watch.progress(undefined, 'Copying the backup to the second place');
    for (const name of Object.values(BACKUP_FILES)) {
      watch.checkCancelled();
      const from = join(backup.folder, name);
      if (!existsSync(from)) continue;
      copyFileSync(from, join(part, name));
      syncFile(join(part, name));
    }
    if (hashFile(join(part, BACKUP_FILES.database), watch) !== backup.about.sha256) {
      rmSync(part, { recursive: true, force: true });
      return refuse(
        'refused',
        'The copy in the second place differs from the backup, so it was not kept. The backup on this PC is unaffected. See to that disk or share.',
      );
    }
    rmSync(folder, { recursive: true, force: true });
    renameSync(part, folder);
    syncFolder(place);
    thinBackups(place, now);
    return { ok: true, value: { name: backup.name } };
  } catch (error) {
    forget(part);
    const cause = explainDisk(error);
    if (cause === undefined) throw error;
    return refuse(
      'refused',
      `The backup could not be copied to the second place: ${cause}. The backup on this PC is unaffected, and the copy is tried again with the next backup.`,
    );
  }
}

const missing = (chosen: string): string =>
  `The second place ${chosen} is not there (a stick taken out, a share that cannot be reached). The backup on this PC is unaffected, and the copy is tried again with the next backup.`;

function forget(part: string): void {
  try {
    rmSync(part, { recursive: true, force: true });
  } catch {
    // The place is gone; what is left is cleared when it is back.
  }
}
