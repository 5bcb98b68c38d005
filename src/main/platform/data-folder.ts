import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * The user's local data folder, shared by the window and the command line. Never the roaming profile: that one is
 * copied over the network at sign-in, and a database in it can be damaged.
 */
export function dataFolder(env: NodeJS.ProcessEnv = process.env, platform = process.platform): string {
  const chosen = env['FIRST_DAY_DATA'];
  if (chosen) return chosen;
  if (platform === 'win32')
    return join(env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'), 'First Day');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'First Day');
  return join(env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'), 'first-day');
}

export const databaseFile = (folder: string): string => join(folder, 'first-day.db');
