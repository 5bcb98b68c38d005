import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * The local folder of this account of the PC: settings, logs, what the window's engine keeps. Never the roaming profile:
 * that one is copied over the network at sign-in, and a database in it can be damaged.
 */
export function accountFolder(env: NodeJS.ProcessEnv = process.env, platform = process.platform): string {
  const chosen = env['FIRST_DAY_DATA'];
  if (chosen) return chosen;
  if (platform === 'win32')
    return join(env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'), 'First Day');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'First Day');
  return join(env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'), 'first-day');
}

/**
 * Where the database is, for the window and the command line: the folder that all accounts of the PC share, once somebody
 * has put a database there; else the account's own.
 */
export function dataFolder(
  env: NodeJS.ProcessEnv = process.env,
  platform = process.platform,
  exists: (path: string) => boolean = existsSync,
): string {
  if (env['FIRST_DAY_DATA']) return env['FIRST_DAY_DATA'];
  const shared = sharedFolder(env, platform);
  // The keys alone are enough: a database that is missing beside them must not be begun anew elsewhere.
  const used = [databaseFile(shared), `${databaseFile(shared)}.keys`, joinFileIn(shared)].some(exists);
  return used ? shared : accountFolder(env, platform);
}

/** Of all accounts of this PC; made by hand, with rights for those who are to use it. */
function sharedFolder(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  if (platform === 'win32') return join(env['PROGRAMDATA'] ?? 'C:\\ProgramData', 'First Day');
  return platform === 'darwin' ? '/Library/Application Support/First Day' : '/var/lib/first-day';
}

/** With it beside the database, this PC works on a shared one. */
export const joinFileIn = (folder: string): string => join(folder, 'shared-database.json');

export const databaseFile = (folder: string): string => join(folder, 'first-day.db');
