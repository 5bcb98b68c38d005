import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readAbout, type AboutBackup } from './about-backup.ts';
import { BACKUP_FILES, PART } from './backup-places.ts';

/** A finished backup in a folder of backups. */
export interface Backup {
  /** Name of its folder, and the folder itself. */
  readonly name: string;
  readonly folder: string;
  readonly about: AboutBackup;
  /** Its file is there in the length it had; whether its content is right, only a rehearsal can say. */
  readonly whole: boolean;
}

/** The backups in a folder, the newest first; none when the folder is not there or cannot be read. */
export function listBackups(place: string): readonly Backup[] {
  return namesIn(place)
    .flatMap((name): Backup[] => {
      const backup = name.endsWith(PART) ? undefined : readBackup(place, name);
      return backup ? [backup] : [];
    })
    .toSorted((a, b) => b.about.at.localeCompare(a.about.at) || b.name.localeCompare(a.name));
}

/** The backup in one folder; undefined when what lies there is none. */
export function readBackup(place: string, name: string): Backup | undefined {
  const folder = join(place, name);
  const about = readAbout(folder);
  if (!about) return undefined;
  const size = statSync(join(folder, BACKUP_FILES.database), { throwIfNoEntry: false })?.size;
  return { name, folder, about, whole: size === about.bytes };
}

function namesIn(place: string): readonly string[] {
  try {
    return readdirSync(place, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
  } catch {
    return [];
  }
}
