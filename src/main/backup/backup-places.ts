import { basename, dirname, join } from 'node:path';

/** The database's file in a backup's folder, the copy of the key file, and what the backup says about itself. */
export const BACKUP_FILES = { database: 'first-day.db', keys: 'keys.json', about: 'about.json' } as const;

/** A folder that is still being written; never taken for a backup. */
export const PART = '.part';

/** Where the backups of a database lie: beside it. */
export function backupsFolder(database: string): string {
  const name = basename(database);
  return join(dirname(database), name === BACKUP_FILES.database ? 'backups' : `${name}.backups`);
}

/** The key file of a database. */
export const keyFileOf = (database: string): string => `${database}.keys`;

/** An instant as part of a file's name, e.g. `2026-11-26T101500Z`: no colons, which Windows does not have in names. */
export const instantName = (now: string): string => `${now.slice(0, 19).replaceAll(':', '')}Z`;
