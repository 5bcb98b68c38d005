import { createHash } from 'node:crypto';
import { backupsFolder } from '../../backup/backup-places.ts';
import { findBackups } from '../../backup/find-backups.ts';
import { listBackups, type Backup } from '../../backup/list-backups.ts';
import { placeIn } from '../../backup/second-place.ts';
import { KIND_TABLES } from '../../backup/table-kinds.ts';
import type { OperationOutput } from '#shared/contract/contract.ts';
import type { BackupDesk, Context } from '../context.ts';

export type ListedBackup = OperationOutput<'backups.list'>['backups'][number];

export interface KnownBackup extends ListedBackup {
  readonly backup: Backup;
}

/**
 * The backups of the first place (beside `database`), of the second, and of a folder that was chosen, the newest first;
 * each with an id that says where it lies. What lies in two places is there twice.
 */
export function knownBackups(
  database: string,
  { settings }: Pick<BackupDesk, 'settings'>,
  files: Context['files'],
  folder: string | undefined,
): readonly KnownBackup[] {
  const second = settings.read();
  const chosen = folder === undefined ? undefined : files.pathOf(folder);
  return [
    ...listBackups(backupsFolder(database)).map((backup) => known('first', backup)),
    ...(second ? listBackups(placeIn(second.folder)).map((backup) => known('second', backup)) : []),
    ...(chosen === undefined ? [] : findBackups(chosen).map((backup) => known('chosen', backup))),
  ].toSorted((a, b) => b.at.localeCompare(a.at));
}

function known(place: ListedBackup['place'], backup: Backup): KnownBackup {
  return { ...listed(place, backup), backup };
}

export function listed(place: ListedBackup['place'], { name, folder, about, whole }: Backup): ListedBackup {
  return {
    // A chosen folder may have the backups of several PCs, and two of the same moment.
    backupId: `${place}:${name}${place === 'chosen' ? `~${shortHash(folder)}` : ''}`,
    place,
    at: about.at,
    reason: about.reason,
    program: about.program,
    pupils: about.rows[KIND_TABLES.pupils] ?? 0,
    exclusions: about.rows[KIND_TABLES.exclusions] ?? 0,
    bytes: about.bytes,
    whole,
  };
}

const shortHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 8);
