import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { listBackups, readBackup, type Backup } from './list-backups.ts';

/** How deep below a chosen folder backups are looked for: a stick, its folder of this PC, a backup. */
const DEPTH = 3;

/** Folders looked into at most: somebody may choose a whole disk. */
const MOST_FOLDERS = 2000;

/** The backups in a folder that somebody chose: itself one, or somewhere below it. The newest first. */
export function findBackups(chosen: string): readonly Backup[] {
  const itself = readBackup(dirname(chosen), basename(chosen));
  if (itself) return [itself];
  const found: Backup[] = [];
  let level = [chosen];
  let looked = 0;
  for (let depth = 0; depth < DEPTH && level.length > 0; depth += 1) {
    const next: string[] = [];
    for (const folder of level) {
      looked += 1;
      if (looked > MOST_FOLDERS) return newestFirst(found);
      const here = listBackups(folder);
      found.push(...here);
      // Nothing lies deeper than the backups themselves.
      if (here.length === 0) next.push(...foldersIn(folder));
    }
    level = next;
  }
  return newestFirst(found);
}

const newestFirst = (found: readonly Backup[]): readonly Backup[] =>
  found.toSorted((a, b) => b.about.at.localeCompare(a.about.at));

function foldersIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => join(folder, name));
  } catch {
    return [];
  }
}
